"""Reviews: who is asked to look at a draft, each by a mail with a link of their own."""

from services.minutes.reviews.handlers import ON
from services.minutes.reviews.model import Review
from shared.contracts.reviews import REVIEWS
from shared.flow import Subject

SUBJECT = Subject(kinds=(Review,), publishes=(REVIEWS,), on=ON)
"""One document for each person who is asked; the link in the mail opens it."""
