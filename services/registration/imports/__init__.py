"""Imports: tables of organizations and people, all rows or none; at once, or as a job of which a page tells how far it is."""

from functools import partial

from services.registration.imports import api, pages
from services.registration.imports.rows import TABLES
from shared.flow import Subject
from shared.imports import figures, handlers
from shared.imports.model import Imported, ImportJob
from shared.imports.work import work

SUBJECT = Subject(
    kinds=(Imported, ImportJob),
    timers=handlers.TIMERS,
    routers=(api.routes, pages.routes),
    loops=(partial(work, TABLES),),
    figures=(figures.jobs,),
)
