"""The facts of the example office (Bapas Kelas II Lahat, 2022 and 2023), by topic, as rows of the data model."""
