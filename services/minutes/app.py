"""What minutes is: its documents, what it hears, and its doors."""

from services.minutes.handlers import MIRRORS, ON
from services.minutes.model import Decision, Minutes
from services.minutes.pages import pages
from services.minutes.routes import routes
from shared.contracts.decisions import DECISIONS
from shared.contracts.minutes import MINUTES
from shared.flow import Subject

SUBJECT = Subject(
    kinds=(Minutes, Decision), publishes=(MINUTES, DECISIONS), mirrors=MIRRORS, on=ON, routers=(routes, pages)
)
