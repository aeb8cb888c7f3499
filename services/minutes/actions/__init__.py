"""Actions: what somebody is to do, or promised to do, and how far it is."""

from services.minutes.actions import api, pages
from services.minutes.actions.model import Action
from shared.contracts.actions import ACTIONS
from shared.flow import Subject

SUBJECT = Subject(kinds=(Action,), publishes=(ACTIONS,), routers=(api.routes, *pages.ROUTERS))
