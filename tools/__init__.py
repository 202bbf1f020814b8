"""Tools around the program: set-up, benchmarks, packaging."""
