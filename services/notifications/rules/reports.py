"""What the press that came to a gathering, and who subscribed, is told of its report: that it can be read, or was corrected."""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from uuid import UUID

from services.notifications.rules.rule import Audience, Link, Rule
from shared.contracts.reports import ReportCorrected, ReportDrafted, ReportPublished

PAGE = Link("", "{path}")
"""Its permanent address, for everybody."""

NEWS = timedelta(days=30)
"""So long it is worth telling."""


def press(event: ReportPublished | ReportCorrected) -> Iterable[UUID]:
    """Those whom the event names."""
    return event.told


_told = partial(Rule, whom=press, keeps=("path",), link=PAGE, until=NEWS)

RULES = (
    Rule(ReportDrafted, "draft"),
    _told(ReportPublished, "published", "report-published"),
    _told(ReportCorrected, "corrected", "report-corrected", facts=("nth",)),
)

SUBSCRIBED = Audience("subscribed", ("confirmed",))
"""Who is told by a subscription, and is not among the press whom the event names."""

LEAVE = Link("subscription", "/registration/reports/own", good_for=timedelta(days=365))
"""The page of the subscription."""

_news = partial(Rule, standing="", keeps=("path",), link=PAGE, until=NEWS, to=SUBSCRIBED, leave=LEAVE)

EVERYBODY = (
    _news(ReportPublished, template="report-news"),
    _news(ReportCorrected, template="report-news-corrected", facts=("nth",)),
)
