"""Gatherings: conferences, meetings and public events, how many seats they have, and what becomes of them."""

from services.registration.gatherings import api, effects, handlers, pages
from services.registration.gatherings.model import Gathering
from shared.contracts.gatherings import GATHERINGS
from shared.flow import Subject

SUBJECT = Subject(
    kinds=(Gathering,),
    publishes=(GATHERINGS,),
    on=effects.ON,
    timers=handlers.TIMERS,
    routers=(api.routes, pages.routes),
)
