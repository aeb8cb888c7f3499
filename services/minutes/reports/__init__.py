"""Reports: what the press is told of a gathering, and what appeared about it."""

from services.minutes.reports import api, pages
from services.minutes.reports.model import Report
from shared.contracts.reports import REPORTS
from shared.flow import Subject

SUBJECT = Subject(kinds=(Report,), publishes=(REPORTS,), routers=(api.routes, *pages.ROUTERS))
