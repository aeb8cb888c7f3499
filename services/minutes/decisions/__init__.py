"""Decisions: what a gathering in session resolved, how, and with which quorum."""

from services.minutes.decisions import handlers
from services.minutes.decisions.api import routes
from services.minutes.decisions.model import Decision
from services.minutes.decisions.silence import Voice
from shared.contracts.decisions import DECISIONS
from shared.flow import Subject

SUBJECT = Subject(
    kinds=(Decision, Voice),
    publishes=(DECISIONS,),
    on=handlers.ON,
    timers=handlers.TIMERS,
    routers=(routes,),
)
