"""Contributions: suggestions, criticisms and solutions, with what was answered and what became of each."""

from services.minutes.contributions.api import routes
from services.minutes.contributions.model import Contribution
from shared.contracts.contributions import CONTRIBUTIONS
from shared.flow import Subject

SUBJECT = Subject(kinds=(Contribution,), publishes=(CONTRIBUTIONS,), routers=(routes,))
