"""Agenda: what a gathering deals with, in which order; provisional until it is adopted."""

from services.minutes.agenda.api import routes
from services.minutes.agenda.model import AgendaItem
from shared.contracts.agenda import AGENDA_ITEMS
from shared.flow import Subject

SUBJECT = Subject(kinds=(AgendaItem,), publishes=(AGENDA_ITEMS,), routers=(routes,))
