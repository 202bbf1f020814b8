"""Parts of a screen that know a column but no screen."""
