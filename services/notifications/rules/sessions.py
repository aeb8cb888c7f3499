"""How people are sent a link to sign in by. It cannot be declined: without it nobody comes in."""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from uuid import UUID

from services.notifications.rules.rule import Link, Rule
from shared.contracts.sessions import SessionEnded, SessionFacts, SessionOffered, SessionStarted


def person(event: SessionFacts) -> Iterable[UUID]:
    """Whoever is to sign in."""
    return (event.person,)


_told = partial(Rule, SessionOffered, "offered", whom=person)
_DOOR = "/registration/sign-in"

RULES = (
    _told("sign-in-link", says={"why": "asked"}, link=Link("sign-in", _DOOR, good_for=timedelta(hours=1))),
    _told(
        "role-granted",
        says={"why": "granted"},
        facts=("office", "title"),
        link=Link("sign-in", _DOOR, good_for=timedelta(days=1)),
    ),
    Rule(SessionStarted, "open"),
    Rule(SessionEnded, "ended"),
)
