"""Delegations: what became of each who is named by an invitation, on its page and in the API."""

from services.registration.delegations import api, pages
from shared.flow import Subject

SUBJECT = Subject(routers=(api.routes, pages.routes))
