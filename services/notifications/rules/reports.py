"""What the press that came to a gathering is told of its report: that it can be read, and what was corrected."""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from uuid import UUID

from services.notifications.rules.rule import Link, Rule
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
