"""Statements: what speakers said, in whose name, as said or in summary."""

from services.minutes.statements.api import routes
from services.minutes.statements.model import Statement
from services.minutes.statements.settled import record_settled
from shared.contracts.paragraphs import ParagraphSettled
from shared.contracts.statements import STATEMENTS
from shared.flow import Subject

SUBJECT = Subject(kinds=(Statement,), publishes=(STATEMENTS,), on={ParagraphSettled: record_settled}, routers=(routes,))
