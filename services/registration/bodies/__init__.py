"""Bodies: what decides, their members now and then, and how many of these make a quorum."""

from services.registration.bodies import api, handlers, pages
from services.registration.bodies.model import Body
from shared.contracts.bodies import BODIES
from shared.flow import Subject

SUBJECT = Subject(
    kinds=(Body,),
    publishes=(BODIES,),
    on=handlers.ON,
    timers=handlers.TIMERS,
    routers=(api.routes, pages.BODIES.routes),
)
