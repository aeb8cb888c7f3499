"""Delegations: the page of an invitation, which says of each delegate what became of them."""

from services.registration.delegations import pages
from shared.flow import Subject

SUBJECT = Subject(routers=(pages.routes,))
