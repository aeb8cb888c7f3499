"""Groups: people who are invited as one, without their names, and counted by their number."""

from services.registration.groups.api import routes
from services.registration.groups.model import Group
from services.registration.groups.pages import pages
from shared.contracts.groups import GROUPS
from shared.flow import Subject

SUBJECT = Subject(kinds=(Group,), publishes=(GROUPS,), routers=(routes, pages))
