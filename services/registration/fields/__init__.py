"""What a category of a gathering asks of those who register: fields as data, and until when answers may be changed."""

from services.registration.fields import api, pages
from services.registration.fields.model import Questions
from shared.flow import Subject

SUBJECT = Subject(kinds=(Questions,), routers=(api.routes, pages.routes))
