"""Answers that calendars send to the entries that mails brought: handed over, or read in a mailbox."""

from services.registration.replies import api, loop
from services.registration.replies.model import Mailbox
from shared.flow import Subject

SUBJECT = Subject(kinds=(Mailbox,), routers=(api.routes,), loops=(loop.follow,), figures=(loop.mails,))
