"""The own gatherings as a feed for a calendar program, behind a link that its owner can change."""

from services.registration.subscriptions import pages
from services.registration.subscriptions.model import Subscription
from shared.flow import Subject

SUBJECT = Subject(kinds=(Subscription,), routers=(pages.routes,))
