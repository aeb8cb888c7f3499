"""Decisions: what a gathering in session resolved, how, and with which quorum."""

from services.minutes.decisions.api import routes
from services.minutes.decisions.model import Decision
from shared.contracts.decisions import DECISIONS
from shared.flow import Subject

SUBJECT = Subject(kinds=(Decision,), publishes=(DECISIONS,), routers=(routes,))
