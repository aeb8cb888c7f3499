"""Timelines: what became of a gathering or a person, from what this service keeps, with room for what the others know."""

from services.registration.timelines.pages import routes
from shared.flow import Subject

SUBJECT = Subject(routers=(routes,))
"""Pages alone: what is shown here is owned below."""
