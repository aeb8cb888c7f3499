"""What is told of minutes to whoever holds a place at the gathering: that everybody may read them, and what became of a decision
in them since. It leads to their permanent address."""

from datetime import timedelta
from functools import partial
from typing import get_args

from services.notifications.rules.rule import Audience, Link, Rule
from shared.contracts.minutes import Became, MinutesCorrected, MinutesPublished

PAGE = Link("", "{path}")

HOLDERS = Audience("registered", ("confirmed",))

_told = partial(Rule, standing="", keeps=("path",), link=PAGE, until=timedelta(days=30), to=HOLDERS)

EVERYBODY = (
    _told(MinutesPublished, template="minutes-published"),
    _told(MinutesCorrected, template="minutes-corrected", says={"what": None}),
    *(_told(MinutesCorrected, template=f"minutes-decision-{what}", says={"what": what}) for what in get_args(Became)),
)
