"""Course: which item of its agenda a meeting has in hand, and when it took up and closed each; with the quorum of that moment."""

from services.minutes.course import handlers
from services.minutes.course.api import routes
from services.minutes.course.model import Course
from shared.contracts.courses import COURSES
from shared.flow import Subject

SUBJECT = Subject(kinds=(Course,), publishes=(COURSES,), on=handlers.ON, routers=(routes,))
