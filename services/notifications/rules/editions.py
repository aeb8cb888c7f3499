"""What is told of an edition to those responsible: the secretariat; who chairs the body that is obliged to hold it; and the focal
points of the organizations that obliged it, or carry it out. What is put on record late is told nobody."""

from datetime import timedelta
from functools import partial

from services.notifications.rules.rule import Audience, Link, Rule
from shared.contracts.editions import (
    EditionHeld,
    EditionLapsed,
    EditionPlanned,
    EditionPostponed,
    RequirementStated,
)

PAGE = Link("", "/registration/editions/{about}")
"""For who may sign in."""

RESPONSIBLE = Audience("responsible")

_told = partial(Rule, link=PAGE, until=timedelta(days=30), to=RESPONSIBLE)
_now = {"quiet": False}

RULES = (
    Rule(EditionPlanned, "planned"),
    Rule(EditionLapsed, "lapsed"),
    Rule(EditionPostponed, "postponed"),
    Rule(EditionHeld, "held"),
)

EVERYBODY = (
    _told(EditionPlanned, "planned", "edition-planned", says=_now | {"again": True}),
    _told(EditionLapsed, "lapsed", "edition-lapsed", says=_now, facts=("reason",)),
    _told(EditionPostponed, "postponed", "edition-postponed", says=_now, facts=("reason", "decided_by")),
    _told(RequirementStated, "", "edition-requirement", says=_now, facts=("requirement",)),
)
