"""Paragraphs: what is typed while it is said, by one minute taker or several; kept from the first word, settled in the end."""

from services.minutes.paragraphs.api import routes
from services.minutes.paragraphs.model import Paragraph
from shared.contracts.paragraphs import PARAGRAPHS
from shared.flow import Subject

SUBJECT = Subject(kinds=(Paragraph,), publishes=(PARAGRAPHS,), routers=(routes,))
