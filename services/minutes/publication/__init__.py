"""Publication: the page of the record at its permanent address, joined of all that belongs to it."""

from services.minutes.publication import pages
from shared.flow import Subject

SUBJECT = Subject(routers=pages.ROUTERS)
