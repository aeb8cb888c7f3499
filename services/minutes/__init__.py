"""minutes: what was said, proposed, decided, and what came of it. Its subjects, in order."""

from services.minutes.app import SUBJECT
from shared.flow import Definition

SERVICE = Definition("minutes", (SUBJECT,))
