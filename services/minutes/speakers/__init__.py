"""Speakers: who asked to speak on an item of the agenda, in which order they do, who speaks now, and who has spoken."""

from services.minutes.speakers import api, pages
from services.minutes.speakers.model import Speakers
from shared.contracts.speakers import SPEAKERS
from shared.flow import Subject

SUBJECT = Subject(kinds=(Speakers,), publishes=(SPEAKERS,), routers=(api.routes, pages.routes))
