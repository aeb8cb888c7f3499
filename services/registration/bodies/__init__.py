"""Bodies: what decides, their member organizations, and how many of these make a quorum."""

from services.registration.bodies import api, handlers, pages
from services.registration.bodies.model import Body
from shared.contracts.bodies import BODIES
from shared.flow import Subject

SUBJECT = Subject(kinds=(Body,), publishes=(BODIES,), on=handlers.ON, routers=(api.routes, pages.BODIES.routes))
