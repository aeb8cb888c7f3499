"""A rule of the tests' own, and its texts: whoever is let in is reminded a week before the gathering begins."""

from datetime import timedelta

import pytest
from fluent.runtime import FluentBundle, FluentResource

from services.notifications.rules import BY_EVENT, START, TEMPLATES, Moment, Rule
from services.notifications.rules.registrations import PAGE
from services.notifications.rules.registrations import person as registered
from shared.contracts.registrations import RegistrationConfirmed, RegistrationPromoted
from shared.locale import fluent

REMINDER, SAID = "reminder", "registration-confirmed"
BEFORE = timedelta(days=7)


def remind(patch: pytest.MonkeyPatch) -> None:
    """From now on, until the test ends."""
    when = Moment(START.of, before=BEFORE)
    for event in (RegistrationConfirmed, RegistrationPromoted):
        rule = Rule(event, "confirmed", REMINDER, whom=registered, link=PAGE, until=START, when=when)
        patch.setitem(BY_EVENT, event, (*BY_EVENT[event], rule))
        patch.setitem(TEMPLATES, REMINDER, rule)
    says(patch, f"{REMINDER}-subject = {{ {SAID}-subject }}\n{REMINDER} = {{ {SAID} }}\n")


def says(patch: pytest.MonkeyPatch, texts: str) -> None:
    """Until the test ends these texts are there, too, in every language."""
    read = fluent._read.__wrapped__

    def with_these(language: str, *packages: str) -> FluentBundle:
        bundle = read(language, *packages)
        bundle.add_resource(FluentResource(texts))
        return bundle

    patch.setattr(fluent, "_read", with_these)
