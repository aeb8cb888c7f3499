"""Imports: tables of organizations and people, all rows or none; and which of them were begun and are done."""

from services.registration.imports import api
from services.registration.imports.model import Imported
from shared.flow import Subject

SUBJECT = Subject(kinds=(Imported,), routers=(api.routes,))
