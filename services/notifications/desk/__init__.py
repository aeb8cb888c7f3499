"""The desk: what the secretariat reads of mails and announcements, and does about them."""

from services.notifications.desk.pages import routes
from shared.flow import Subject

SUBJECT = Subject(routers=(routes,))
"""Pages alone: what is shown here is owned below."""
