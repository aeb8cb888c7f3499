"""Pages of history: bring a table, what was said at an edition, and one statement to correct."""

from services.minutes.history.pages import said, tables

ROUTERS = (tables.routes, said.routes)
