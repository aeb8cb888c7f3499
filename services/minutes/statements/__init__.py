"""Statements: what speakers said, in whose name, as said or in summary."""

from services.minutes.statements.api import routes
from services.minutes.statements.model import Statement
from shared.contracts.statements import STATEMENTS
from shared.flow import Subject

SUBJECT = Subject(kinds=(Statement,), publishes=(STATEMENTS,), routers=(routes,))
