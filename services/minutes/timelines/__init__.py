"""Timelines: what became of the minutes of a gathering, and where somebody came in and went out."""

from services.minutes.timelines.pages import routes
from shared.flow import Subject

SUBJECT = Subject(routers=(routes,))
"""Parts of pages: what is shown here is owned below."""
