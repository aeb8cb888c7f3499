"""The team: who has which role."""

from services.registration.team import api, pages
from services.registration.team.model import Role
from shared.contracts.grants import GRANTS
from shared.flow import Subject

SUBJECT = Subject(kinds=(Role,), publishes=(GRANTS,), routers=(api.routes, pages.routes))
