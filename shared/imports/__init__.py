"""Imports of tables: read with bounds, looked at with every problem beside its row, carried out once, wave after wave."""
