"""Final statement: the text that a conference ends with, drafted, amended by paragraph, adopted; in several languages."""

from services.minutes.final_statement import api, pages
from services.minutes.final_statement.model import FinalStatement
from shared.contracts.final_statements import FINAL_STATEMENTS
from shared.flow import Subject

SUBJECT = Subject(kinds=(FinalStatement,), publishes=(FINAL_STATEMENTS,), routers=(api.routes, *pages.ROUTERS))
