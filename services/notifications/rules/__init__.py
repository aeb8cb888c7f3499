"""Who is told of what: one table, of the rows in each file of this folder (one for each thing of the domain that people are told
of). Adding a mail is a row there and its three texts in `wording`.
"""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

from services.notifications.rules.gatherings import CONCERNED
from services.notifications.rules.rule import END, START, Audience, Fact, Link, Moment, Rule, Times
from shared.contracts import Event

__all__ = [
    "CONCERNED",
    "END",
    "EVERYBODY",
    "RULES",
    "START",
    "TEMPLATES",
    "Audience",
    "Fact",
    "Link",
    "Moment",
    "Rule",
    "Times",
    "rule_of",
    "rules_of",
    "standing_after",
]

_FILES = [import_module(file.name) for file in iter_modules(__path__, f"{__name__}.")]

RULES: tuple[Rule, ...] = tuple(rule for file in _FILES for rule in getattr(file, "RULES", ()))
"""All rows of what is told to whom the event names."""

EVERYBODY: tuple[Rule, ...] = tuple(rule for file in _FILES for rule in getattr(file, "EVERYBODY", ()))
"""All rows of what everybody is told who is among others: page by page."""

BY_EVENT: dict[type[Event], tuple[Rule, ...]] = {
    event: tuple(rule for rule in RULES if rule.event is event) for event in {rule.event: None for rule in RULES}
}

TEMPLATES: Mapping[str, Rule] = {rule.template: rule for rule in (*RULES, *EVERYBODY) if rule.template}
"""Template -> what its rules say of it; they differ in the event alone."""


def rule_of(template: str) -> Rule:
    """What its rules say of a template; nothing of one that an older release had."""
    return TEMPLATES.get(template) or Rule(Event, "", template)


def rules_of(event: Event | None) -> list[Rule]:
    """The rules that an event falls under."""
    return [rule for rule in BY_EVENT.get(type(event), ()) if rule.holds(event)] if event else []


def standing_after(event: Event | None) -> str | None:
    """Where an event leaves what it tells of; None where it leaves it as it was."""
    return next((rule.standing for rule in rules_of(event)), None)
