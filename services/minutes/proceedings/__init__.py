"""Proceedings: the agenda with what was said, brought forward and decided on each item, as it is shown and kept by hand."""

from services.minutes.proceedings.pages import agenda, contributions, documents, roles, statements
from shared.flow import Subject

SUBJECT = Subject(routers=(agenda.routes, documents.routes, statements.routes, contributions.routes, roles.routes))
