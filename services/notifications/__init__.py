"""notifications: who is told what, when, in which language. Its subjects, in order."""

from services.notifications.app import SUBJECT
from shared.flow import Definition

SERVICE = Definition("notifications", (SUBJECT,))
