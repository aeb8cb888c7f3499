"""Modes: to hold a gathering in another one, as somebody proposed and somebody decided. The gathering keeps it: no documents."""

from services.registration.modes import api, pages
from shared.flow import Subject

SUBJECT = Subject(routers=(api.routes, pages.routes))
