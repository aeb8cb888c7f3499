"""Editions: each time that a series is due, and what becomes of it; and the page of a series, which shows them all."""

from services.registration.editions import api, effects, handlers, pages
from services.registration.editions.model import Edition
from shared.contracts.editions import EDITIONS
from shared.flow import Subject

SUBJECT = Subject(
    kinds=(Edition,), publishes=(EDITIONS,), on={**handlers.ON, **effects.ON}, routers=(api.routes, *pages.ROUTERS)
)
