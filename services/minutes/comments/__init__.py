"""Comments: what somebody finds not right in a draft, at one of its paragraphs, and what comes of it."""

from services.minutes.comments import api, pages
from services.minutes.comments.erased import forget_forever
from services.minutes.comments.model import Comment
from shared.contracts.comments import COMMENTS
from shared.flow import Subject

SUBJECT = Subject(
    kinds=(Comment,), publishes=(COMMENTS,), routers=(api.routes, *pages.ROUTERS), loops=(forget_forever,)
)
"""Those who are asked comment by the link in their mail; who keeps the record says what comes of it."""
