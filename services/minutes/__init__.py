"""minutes: what was said, proposed, decided, and what came of it. Its subjects in order: each knows those before it."""

from services.minutes.attendance import SUBJECT as ATTENDANCE
from services.minutes.decisions import SUBJECT as DECISIONS
from services.minutes.mirrors import SUBJECT as MIRRORS
from services.minutes.publication import SUBJECT as PUBLICATION
from services.minutes.record import SUBJECT as RECORD
from shared.flow import Definition

SERVICE = Definition("minutes", (MIRRORS, RECORD, ATTENDANCE, DECISIONS, PUBLICATION))
