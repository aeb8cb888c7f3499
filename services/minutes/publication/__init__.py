"""Publication: the page of the record at its permanent address, joined of all that belongs to it."""

from services.minutes.publication import pages
from services.minutes.publication.endings import ON, Ending
from shared.flow import Subject

SUBJECT = Subject(kinds=(Ending,), on=ON, routers=pages.ROUTERS)
