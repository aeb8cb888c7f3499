"""Registrations: who asks for a place, who is let in, and who holds which seat or waits at which rank."""

from services.registration.registrations import api, figures, handlers, pages
from services.registration.registrations.listing import Listing
from services.registration.registrations.model import Registration
from services.registration.registrations.sweep import sweep_forever
from shared.contracts.registrations import REGISTRATIONS
from shared.flow import Subject

SUBJECT = Subject(
    kinds=(Registration, Listing),
    publishes=(REGISTRATIONS,),
    on=handlers.ON,
    timers=handlers.TIMERS,
    routers=(api.routes, *pages.ROUTERS),
    loops=(sweep_forever,),
    figures=(figures.places,),
)
