"""Announcements: what everybody is told who is concerned by something, page by page."""

from services.notifications.announcements.figures import jobs
from services.notifications.announcements.handlers import ON
from services.notifications.announcements.loop import spread_forever
from services.notifications.announcements.model import Announcement
from shared.flow import Subject

SUBJECT = Subject(kinds=(Announcement,), on=ON, loops=(spread_forever,), figures=(jobs,))
