"""Organizations: ministries, parliaments, associations, whoever sends somebody; some stand below others."""

from services.registration.organizations import api, pages
from services.registration.organizations.model import Organization
from shared.contracts.organizations import ORGANIZATIONS
from shared.flow import Subject

SUBJECT = Subject(kinds=(Organization,), publishes=(ORGANIZATIONS,), routers=(api.routes, pages.ORGANIZATIONS.routes))
