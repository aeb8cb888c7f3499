"""The record: minutes are drawn up, opened and closed with their gathering, then approved and published."""

from services.minutes.record.api import routes
from services.minutes.record.handlers import ON
from services.minutes.record.model import Minutes
from shared.contracts.minutes import MINUTES
from shared.flow import Subject

SUBJECT = Subject(kinds=(Minutes,), publishes=(MINUTES,), on=ON, routers=(routes,))
