"""What those who registered answered to the questions of their category. Personal: in no event, and erased with the person."""

from services.registration.answers import api, pages
from services.registration.answers.model import Answers
from services.registration.answers.work import sweep_forever
from shared.flow import Subject

SUBJECT = Subject(kinds=(Answers,), routers=(api.routes, pages.routes), loops=(sweep_forever,))
