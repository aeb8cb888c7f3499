"""Series: why gatherings are held again and again, in the calendar of the mandate that says so."""

from services.registration.series import api, pages
from services.registration.series.model import Series
from shared.contracts.series import SERIES
from shared.flow import Subject

SUBJECT = Subject(kinds=(Series,), publishes=(SERIES,), routers=(api.routes, pages.routes))
