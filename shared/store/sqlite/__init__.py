"""The embedded store: a SQLite file for each service."""
