"""The minute taker's page: what is said is typed there as it is said, by the keyboard, and kept from the first word on."""

from services.minutes.taker.pages import routes
from shared.flow import Subject

SUBJECT = Subject(routers=(routes,))
