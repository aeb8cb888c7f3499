"""Merging: what was entered twice becomes one. What stands in the way is known by subjects that the entries do not know."""

from services.registration.merging import api, pages
from shared.flow import Subject

SUBJECT = Subject(routers=(api.routes, pages.routes))
