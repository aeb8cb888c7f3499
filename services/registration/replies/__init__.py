"""Answers that calendars send when somebody declines an entry that a mail brought."""

from services.registration.replies import api
from shared.flow import Subject

SUBJECT = Subject(routers=(api.routes,))
