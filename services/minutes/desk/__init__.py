"""The desk: what the chair and the secretariat see of a meeting and its minutes, and where they keep them."""

from services.minutes.desk.pages import routes
from shared.flow import Subject

SUBJECT = Subject(routers=(routes,))
