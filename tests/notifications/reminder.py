"""A rule of the tests' own, and its texts: whoever is let in is reminded a week before the gathering begins."""

from datetime import timedelta
from typing import Any

import pytest

from services.notifications.rules import BY_EVENT, START, TEMPLATES, Moment, Rule
from services.notifications.rules.registrations import PAGE
from services.notifications.rules.registrations import person as registered
from services.notifications.wording import render
from shared.contracts.registrations import RegistrationConfirmed, RegistrationPromoted

REMINDER = "reminder"
BEFORE = timedelta(days=7)


def remind(patch: pytest.MonkeyPatch) -> None:
    """From now on, until the test ends."""
    when = Moment(START.of, before=BEFORE)
    for event in (RegistrationConfirmed, RegistrationPromoted):
        rule = Rule(event, "confirmed", REMINDER, whom=registered, link=PAGE, until=START, when=when)
        patch.setitem(BY_EVENT, event, (*BY_EVENT[event], rule))
        patch.setitem(TEMPLATES, REMINDER, rule)
    read = render._read_texts

    def with_reminder() -> dict[str, Any]:
        texts = read()
        for words in texts.values():
            words["mails"][REMINDER] = words["mails"]["registration-confirmed"]
        return texts

    patch.setattr(render, "_read_texts", with_reminder)
