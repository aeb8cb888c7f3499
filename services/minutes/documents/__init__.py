"""Documents: what is put before a meeting, by number, agenda item, language, deadline and distribution."""

from services.minutes.documents.api import routes
from services.minutes.documents.handlers import TIMERS
from services.minutes.documents.model import MeetingDocument
from shared.contracts.documents import DOCUMENTS
from shared.flow import Subject

SUBJECT = Subject(kinds=(MeetingDocument,), publishes=(DOCUMENTS,), timers=TIMERS, routers=(routes,))
