"""The embedded log: a SQLite file in the same process."""
