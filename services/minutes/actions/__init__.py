"""Actions: what somebody is to do, or promised to do, and how far it is."""

from services.minutes.actions import api, pages
from services.minutes.actions.model import Action
from services.minutes.actions.settled import record_settled
from shared.contracts.actions import ACTIONS
from shared.contracts.paragraphs import ParagraphSettled
from shared.flow import Subject

SUBJECT = Subject(
    kinds=(Action,), publishes=(ACTIONS,), on={ParagraphSettled: record_settled}, routers=(api.routes, *pages.ROUTERS)
)
