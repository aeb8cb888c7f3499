"""Letters of invitation: numbered, signed, and as they were sent for good."""

from services.registration.letters import api, pages
from services.registration.letters.model import Letter
from shared.flow import Subject

SUBJECT = Subject(kinds=(Letter,), routers=(api.routes, *pages.ROUTERS))
