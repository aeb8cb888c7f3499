"""Everybody who is registered is told once what became of the gathering: over pages, crashes and repeats."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from services.notifications.announcements import audiences
from services.notifications.announcements.handlers import ON
from services.notifications.announcements.loop import spread
from services.notifications.announcements.model import AGAIN, Announcement
from services.notifications.channels import Answer, Trouble
from services.notifications.notifications.model import Notification, State
from services.notifications.notifications.sender import Mailer
from services.notifications.wording import Templates
from shared.contracts import Event
from shared.contracts.gatherings import GatheringCancelled, GatheringChanged
from shared.contracts.registrations import (
    RegistrationApplied,
    RegistrationConfirmed,
    RegistrationPromoted,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
)
from shared.flow import Read
from shared.flow.envelope import sealed
from shared.flow.service import Service
from shared.store.every import every
from tests.notifications.house import (
    GATHERING,
    GATHERING_FACTS,
    START,
    Clock,
    Dead,
    Said,
    confirmed,
    facts,
    hears,
    house,
    knows,
    now,
    person,
    person_id,
)
from tests.world import records

CANCELLED = GatheringCancelled(gathering=GATHERING, reason={"en": "The road is flooded."})
TITLE_ALONE = GatheringChanged.model_validate(GATHERING_FACTS | {"title": {"en": "River Basins"}})
MOVED = GatheringChanged.model_validate(GATHERING_FACTS | {"material": True, "was_venue": {"en": "Old Hall"}})


async def becomes(running: Service, event: Event, sequence: int = 7) -> list[Announcement]:
    """Something becomes of the gathering; what is announced of it. Heard again it is the same."""
    heard = records.record(GATHERING, sequence, event, START)
    changes = list(await ON[type(event)](heard, Read(running.store)))
    await running.store.commit([sealed(change, None, heard) for change in changes])
    return [change.entity for change in changes]


async def told(running: Service, template: str) -> dict[Any, Notification]:
    found = [stored.entity async for stored in every(running.store, Notification, {})]
    by_recipient = {each.recipient: each for each in found if each.template == template}
    assert len(by_recipient) == sum(each.template == template for each in found), "somebody was told twice"
    return by_recipient


async def test_who_is_concerned_is_told_and_nobody_else(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        await confirmed(running, 1)
        await hears(running, RegistrationWaitlisted(**facts(2), rank=2), 2)
        await hears(running, RegistrationApplied(**facts(3), reason="to_be_approved"), 3)
        await hears(running, RegistrationApplied(**facts(4), reason="address_unconfirmed"), 4)
        await confirmed(running, 5)
        await hears(running, RegistrationWithdrawn(**facts(5)), 5, 2)
        await becomes(running, CANCELLED)
        assert await spread(running, START) == 3
        assert set(await told(running, "gathering-cancelled")) == {person_id(n) for n in (1, 2, 3)}


async def test_a_title_is_told_to_nobody(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        assert await becomes(running, TITLE_ALONE) == []
        made = await becomes(running, MOVED, 8)
        assert [each.template for each in made] == ["gathering-changed", "invited-changed"]
        assert [each.facts["was_venue"] for each in made] == [{"en": "Old Hall"}] * 2


@pytest.mark.parametrize("dies_after", range(7))
async def test_a_process_that_dies_leaves_the_rest_to_the_next_and_nobody_is_told_twice(
    tmp_path: Path, dies_after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audiences, "PAGE", 2)
    async with house(tmp_path) as running:
        for n in range(5):
            await confirmed(running, n)
        await becomes(running, CANCELLED)
        broken = Breaks(running.definition, running.store, running.log)
        broken.left = dies_after
        with pytest.raises(Dead):
            await spread(broken, START)
        await spread(running, START)
        assert len(await told(running, "gathering-cancelled")) == 5
        announcement, other = [stored.entity async for stored in every(running.store, Announcement, {})]
        assert (other.passes, other.due) == (1, START + AGAIN)
        assert (announcement.passes, announcement.due) == (1, START + AGAIN)


async def test_who_is_heard_of_late_is_told_at_the_second_look_and_then_it_is_done(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        await confirmed(running, 1)
        await becomes(running, CANCELLED)
        assert await spread(running, START) == 1
        await confirmed(running, 2)
        assert await spread(running, START) == 0
        assert await spread(running, START + AGAIN) == 1
        assert await spread(running, START + timedelta(days=1)) == 0
        assert len(await told(running, "gathering-cancelled")) == 2


async def test_who_came_after_a_change_knows_it_as_it_is_and_is_not_told(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        await confirmed(running, 1)
        await hears(running, RegistrationApplied(**facts(2), reason="to_be_approved"), 2)
        await becomes(running, MOVED)
        later = timedelta(seconds=30)
        await hears(running, RegistrationPromoted(**facts(2), seat=2, ticket=2), 2, 2, after=later)
        await hears(running, RegistrationConfirmed(**facts(3), seat=3, ticket=3), 3, after=later)
        await hears(running, RegistrationWithdrawn(**facts(4)), 4)
        await hears(running, RegistrationConfirmed(**facts(4), seat=4, ticket=4), 4, 2, after=later)
        await spread(running, START)
        await spread(running, START + AGAIN)
        assert set(await told(running, "gathering-changed")) == {person_id(1), person_id(2)}


async def test_a_change_is_told_after_the_confirmation_and_though_the_registration_moved_on(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        clock, channel = Clock(), Said([Answer(None, "250"), Answer(Trouble.REFUSED_FOR_NOW, "450 later")])
        mailer = Mailer(running, channel, Templates(), clock)
        await knows(running, person(1))
        waits = await hears(running, RegistrationWaitlisted(**facts(1), rank=2), 1)
        await becomes(running, MOVED)
        await spread(running, START)
        await mailer.step()
        await mailer.step()
        assert (await now(running, waits)).state is State.SENT
        await hears(running, RegistrationPromoted(**facts(1), seat=1, ticket=2), 1, 2)
        clock.passes(minutes=5)
        for _ in range(3):
            await mailer.step()
        [changed] = (await told(running, "gathering-changed")).values()
        assert changed.state is State.SENT


async def test_many_are_told_in_pages(tmp_path: Path) -> None:
    async with house(tmp_path) as running:
        many = 450
        for n in range(many):
            await confirmed(running, n)
        await becomes(running, CANCELLED)
        assert await spread(running, START) == many
        assert len(await told(running, "gathering-cancelled")) == many


class Breaks(Service):
    """A process that dies after so many commands."""

    left = 0

    async def run(self, handler: Any, command: Any, **other: Any) -> Any:
        self.left -= 1
        if self.left < 0:
            raise Dead
        return await super().run(handler, command, **other)
