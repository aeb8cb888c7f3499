"""The roster of a gathering: everybody who registered as the secretariat's lists and the door's show them, found by name."""

from services.registration.roster import api, figures, pages
from services.registration.roster.model import Many
from services.registration.roster.work import work_forever
from shared.flow import Subject

SUBJECT = Subject(kinds=(Many,), routers=(api.routes, *pages.ROUTERS), loops=(work_forever,), figures=(figures.jobs,))
