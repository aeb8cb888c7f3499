"""Attendance: who came, kept live from the door, and noted by hand; and the quorum that follows from it."""

from services.minutes.attendance.api import routes
from services.minutes.attendance.model import Attendance
from services.minutes.attendance.roll import Noted
from shared.contracts.registrations import REGISTRATIONS
from shared.flow import Subject

SUBJECT = Subject(kinds=(Noted,), mirrors={REGISTRATIONS: Attendance}, routers=(routes,))
