"""The door: who comes in and goes out, scan by scan. It keeps no documents of its own."""

from services.registration.door import api, pages
from shared.flow import Subject

SUBJECT = Subject(routers=(api.routes, *pages.ROUTERS))
