"""Whoever holds a place is told that the minutes are published, and what became of a decision in them since."""

from datetime import timedelta
from pathlib import Path
from typing import get_args
from uuid import UUID

import pytest

from services.notifications.announcements.loop import spread
from services.notifications.calendar import Part, entry
from services.notifications.notifications.model import State
from services.notifications.notifications.sender import Mailer
from services.notifications.wording import Templates
from shared.contracts import Event
from shared.contracts.minutes import Became, MinutesCorrected, MinutesPublished, MinutesStatementCorrected
from shared.contracts.registrations import RegistrationWaitlisted, RegistrationWithdrawn
from tests.notifications.announcements.test_spread import becomes, told
from tests.notifications.house import (
    GATHERING,
    LETTERHEAD,
    START,
    Clock,
    Said,
    confirmed,
    facts,
    gathering,
    hears,
    house,
    knows,
    now,
    person,
    person_id,
    registration_id,
)

PATH = "/minutes/river-basins-7"
PUBLISHED = MinutesPublished(gathering=GATHERING, path=PATH)
CORRECTED = MinutesCorrected(gathering=GATHERING, path=PATH, decision=UUID(int=1), corrected_at=START)
STATEMENT = MinutesStatementCorrected(gathering=GATHERING, path=PATH, statement=UUID(int=1), corrected_at=START)


@pytest.mark.parametrize(
    ("event", "template"),
    [
        (PUBLISHED, "minutes-published"),
        (CORRECTED, "minutes-corrected"),
        *((CORRECTED.model_copy(update={"what": what}), f"minutes-decision-{what}") for what in get_args(Became)),
    ],
    ids=["new", "other", *get_args(Became)],
)
async def test_who_holds_a_place_is_told_and_who_waits_or_left_is_not(
    tmp_path: Path, event: Event, template: str
) -> None:
    async with house(tmp_path) as running:
        await confirmed(running, 1)
        await hears(running, RegistrationWaitlisted(**facts(2), rank=2), 2)
        await confirmed(running, 3)
        await hears(running, RegistrationWithdrawn(**facts(3), freed_seat=3), 3, 2)
        await becomes(running, event)
        assert await spread(running, START) == 1
        assert set(await told(running, template)) == {person_id(1)}


async def test_of_a_statement_that_was_corrected_nobody_is_told(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        await confirmed(running, 1)
        with pytest.raises(KeyError):
            await becomes(running, STATEMENT)


@pytest.mark.parametrize(("days", "state"), [(29, State.SENT), (31, State.SUPPRESSED)])
async def test_the_mail_leads_to_the_permanent_address_for_thirty_days(tmp_path: Path, days: int, state: State) -> None:
    async with house(tmp_path) as running:
        templates = Templates(link=lambda link, _, language: f"{link.purpose}{link.path}?lang={language}")
        channel = Said()
        await knows(running, person(1))
        await confirmed(running, 1)
        await becomes(running, PUBLISHED)
        await spread(running, START)
        [notification] = (await told(running, "minutes-published")).values()
        for _ in range(2):  # the place, then the minutes
            await Mailer(running, channel, templates, Clock(START + timedelta(days=days))).step()
        assert (await now(running, notification)).state is state
        texts = [mail.text for mail in channel.mails if "minutes" in mail.subject]
        assert [f"\n{PATH}?lang=en\n" in text for text in texts] == [True] * (state is State.SENT)


def test_of_what_is_over_a_calendar_notes_nothing() -> None:
    there = gathering()
    assert there.ends_at
    part = Part(registration_id(1), "confirmed", 1, there)
    entries = [
        entry(part, "uid", person(1), LETTERHEAD, language="en", at=there.ends_at + timedelta(minutes=n))
        for n in (-1, 0, 1)
    ]
    assert [bool(each) for each in entries] == [True, False, False]
