"""History: what was said at editions of earlier times, and what is still to do of them, from tables."""

from functools import partial

from services.minutes.history import api, pages
from services.minutes.history.rows import TABLES
from shared.flow import Subject
from shared.imports import figures, handlers
from shared.imports.model import Imported, ImportJob
from shared.imports.work import work

SUBJECT = Subject(
    kinds=(Imported, ImportJob),
    timers=handlers.TIMERS,
    routers=(api.routes, api.said, *pages.ROUTERS),
    loops=(partial(work, TABLES),),
    figures=(figures.jobs,),
)
