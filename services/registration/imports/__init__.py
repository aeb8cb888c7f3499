"""Imports: tables of organizations and people, all rows or none; at once, or as a job of which a page tells how far it is."""

from services.registration.imports import api, figures, handlers, pages, work
from services.registration.imports.model import Imported, ImportJob
from shared.flow import Subject

SUBJECT = Subject(
    kinds=(Imported, ImportJob),
    timers=handlers.TIMERS,
    routers=(api.routes, pages.routes),
    loops=(work.work,),
    figures=(figures.jobs,),
)
