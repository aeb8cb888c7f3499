"""Attendance: who came, kept live from the door; and the quorum that follows from it."""

from services.minutes.attendance.api import routes
from services.minutes.attendance.model import Attendance
from shared.contracts.registrations import REGISTRATIONS
from shared.flow import Subject

SUBJECT = Subject(mirrors={REGISTRATIONS: Attendance}, routers=(routes,))
