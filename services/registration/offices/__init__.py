"""Offices: what a body has somebody for (a chair, a secretary), and who held each from when to when."""

from services.registration.offices import api
from services.registration.offices.model import Office
from services.registration.offices.pages import editing, one
from shared.contracts.offices import OFFICES
from shared.flow import Subject

SUBJECT = Subject(kinds=(Office,), publishes=(OFFICES,), routers=(api.routes, editing.routes, one.routes))
