"""registration: who is invited, who comes, who holds a seat. Its subjects, in order."""

from services.registration.app import SUBJECT
from shared.flow import Definition

SERVICE = Definition("registration", (SUBJECT,))
