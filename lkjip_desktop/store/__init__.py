"""The only room that speaks SQL: the working file, its journal and its migrations."""
