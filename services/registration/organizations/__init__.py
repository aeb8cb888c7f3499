"""Organizations: ministries, parliaments, associations, whoever sends somebody; some stand below others."""

from services.registration.organizations import api, handlers, pages
from services.registration.organizations.model import Organization
from shared.contracts.organizations import ORGANIZATIONS
from shared.flow import Subject

SUBJECT = Subject(
    kinds=(Organization,),
    publishes=(ORGANIZATIONS,),
    on=handlers.ON,
    routers=(api.routes, pages.ORGANIZATIONS.routes),
)
