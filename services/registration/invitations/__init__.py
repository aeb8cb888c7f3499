"""Invitations: who is invited to a gathering, what they answer, and who comes by it."""

from services.registration.invitations import api, handlers, pages
from services.registration.invitations.model import Invitation
from shared.contracts.invitations import INVITATIONS
from shared.flow import Subject

SUBJECT = Subject(
    kinds=(Invitation,),
    publishes=(INVITATIONS,),
    timers=handlers.TIMERS,
    routers=(api.routes, *pages.ROUTERS),
)
