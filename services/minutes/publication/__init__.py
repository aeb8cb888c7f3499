"""Publication: the page of the record at its permanent address, joined of all that belongs to it."""

from services.minutes.publication.pages import routes
from shared.flow import Subject

SUBJECT = Subject(routers=(routes,))
