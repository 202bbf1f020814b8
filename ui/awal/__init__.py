"""The first start: a welcome, and a guide from nothing to the first Perjanjian Kinerja."""
