"""minutes: what was said, proposed, decided, and what came of it. Its subjects in order: each knows those below it."""

from services.minutes import attendance, decisions, mirrors, publication, record
from shared.flow import Definition

SERVICE = Definition(
    "minutes", (publication.SUBJECT, decisions.SUBJECT, attendance.SUBJECT, record.SUBJECT, mirrors.SUBJECT)
)
