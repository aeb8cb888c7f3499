"""Effects: what decisions bring about here, once an office of the body that decided, or the secretariat, confirms it."""

from services.registration.effects import api, handlers, pages
from services.registration.effects.model import Decision, Effect, Hand
from shared.contracts.decisions import DECISIONS
from shared.contracts.effects import EFFECTS
from shared.flow import Subject

SUBJECT = Subject(
    kinds=(Effect, Hand),
    publishes=(EFFECTS,),
    mirrors={DECISIONS: Decision},
    on=handlers.ON,
    routers=(api.routes, pages.routes),
)
