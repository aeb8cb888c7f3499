"""Contributions: suggestions, criticisms and solutions, with what was answered and what became of each."""

from services.minutes.contributions.api import routes
from services.minutes.contributions.followed import ON as FOLLOWING
from services.minutes.contributions.followed import Followed
from services.minutes.contributions.model import Contribution
from services.minutes.contributions.settled import make_settled
from shared.contracts.contributions import CONTRIBUTIONS
from shared.contracts.paragraphs import ParagraphSettled
from shared.flow import Subject

SUBJECT = Subject(
    kinds=(Contribution, Followed),
    publishes=(CONTRIBUTIONS,),
    on={ParagraphSettled: make_settled, **FOLLOWING},
    routers=(routes,),
)
