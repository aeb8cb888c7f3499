"""The desk: what the chair and the secretariat see of a meeting and its minutes, and where they keep them."""

from services.minutes.desk.pages import meeting, roll, silence, votes
from shared.flow import Subject

SUBJECT = Subject(routers=(meeting.routes, roll.routes, votes.routes, silence.routes))
