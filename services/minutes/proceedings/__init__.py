"""Proceedings: the agenda with what was said, brought forward and decided on each item, as it is shown and kept by hand."""

from services.minutes.proceedings.pages import agenda, contributions, course, documents, reading, roles, statements
from shared.flow import Subject

SUBJECT = Subject(
    routers=(
        agenda.routes,
        course.routes,
        documents.routes,
        reading.routes,
        statements.routes,
        contributions.routes,
        roles.routes,
    )
)
