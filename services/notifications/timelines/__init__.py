"""Timelines: what people were told of a gathering, and what one person was told."""

from services.notifications.timelines.pages import routes
from shared.flow import Subject

SUBJECT = Subject(routers=(routes,))
"""Parts of pages: what is shown here is owned below."""
