"""The service with its consumer: whatever order the topics arrive in, everybody is told what is so, once."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.notifications import SERVICE
from services.notifications.notifications import sender
from services.notifications.notifications.model import Notification, State
from services.notifications.notifications.sender import Mailer, send_forever
from services.notifications.wording import Templates
from shared.contracts import Event
from shared.contracts.gatherings import GatheringAnnounced
from shared.contracts.registrations import (
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationPromoted,
    RegistrationWaitlisted,
)
from shared.flow.service import Service
from shared.log import ProducerRecord
from tests.notifications.house import (
    GATHERING,
    GATHERING_FACTS,
    START,
    Clock,
    Said,
    facts,
    person_id,
    recorded,
    registration_id,
)
from tests.waiting import eventually
from tests.world.records import published
from tests.world.service import hearing, open_service, settled

Said_of = tuple[UUID, int, Event | None]


PEOPLE_SAID = [published(person_id(n), 1, recorded(n, language)) for n, language in enumerate(("en", "fa", "ar"), 1)]
GATHERING_SAID = [published(GATHERING, 1, GatheringAnnounced.model_validate(GATHERING_FACTS))]
REGISTRATIONS_SAID = [
    published(registration_id(1), 1, RegistrationConfirmed(**facts(1), seat=1, ticket=1)),
    published(registration_id(2), 1, RegistrationWaitlisted(**facts(2), rank=2)),
    published(registration_id(3), 1, RegistrationConfirmed(**facts(3), seat=3, ticket=3)),
    published(registration_id(1), 2, RegistrationCancelled(**facts(1))),
    published(registration_id(2), 2, RegistrationPromoted(**facts(2), seat=1, ticket=2)),
]


@asynccontextmanager
async def house(folder: Path) -> AsyncIterator[Service]:
    """The service, hearing."""
    async with open_service(SERVICE, folder) as service, hearing(service):
        yield service


async def told(service: Service, *batches: Sequence[ProducerRecord]) -> list[tuple[str, str]]:
    """After each batch was heard the sender looks; in the end, who was told what."""
    channel, clock = Said(), Clock(START)
    mailer = Mailer(service, channel, Templates(), clock)
    for batch in batches:
        await service.log.append(batch)
        await settled(service)
        await mailer.step()
        clock.passes(seconds=30)
    for _ in range(3):
        await mailer.step()
        clock.passes(hours=1)
    assert len({mail.message_id for mail in channel.mails}) == len(channel.mails)
    found = (await service.store.find(Notification, {}, limit=100)).items
    assert all(stored.entity.state in {State.SENT, State.SUPPRESSED} for stored in found)
    sent = [stored.entity for stored in found if stored.entity.state is State.SENT]
    assert len(sent) == len(channel.mails)
    return sorted((str(each.recipient), each.template) for each in sent)


EVERYTHING = sorted(
    (str(person_id(n)), f"registration-{what}")
    for n, what in ((1, "confirmed"), (1, "cancelled"), (2, "waitlisted"), (2, "promoted"), (3, "confirmed"))
)


async def test_everybody_is_told_once_however_often_it_is_delivered(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        batches = [PEOPLE_SAID, GATHERING_SAID, REGISTRATIONS_SAID, REGISTRATIONS_SAID, REGISTRATIONS_SAID[:2]]
        assert await told(service, *batches) == EVERYTHING


async def test_people_who_come_late_are_told_everything_in_the_order_in_which_it_happened(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        channel, clock = Said(), Clock(START)
        mailer = Mailer(service, channel, Templates(), clock)
        for batch in (REGISTRATIONS_SAID, GATHERING_SAID, PEOPLE_SAID):
            await service.log.append(batch)
            await settled(service)
            await mailer.step()
            clock.passes(seconds=30)
        while await mailer.step():
            pass
        assert len(channel.mails) == len(EVERYTHING)
        waited, confirmed = [mail.subject for mail in channel.mails if mail.to_address == "person2@example.org"]
        assert "در فهرست انتظار" in waited
        assert "فراهم شد" in confirmed


async def test_a_commit_wakes_the_sender_and_an_idle_one_looks_at_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sender, "NET", 3600.0)
    async with house(tmp_path) as service:
        await service.log.append([*PEOPLE_SAID, *GATHERING_SAID])
        await settled(service)
        channel, stop, looks = Said(), asyncio.Event(), list[int]()
        step = sender.Mailer.step

        async def counted(mailer: Mailer) -> int:
            looks.append(await step(mailer))
            return looks[-1]

        monkeypatch.setattr(sender.Mailer, "step", counted)
        sending = asyncio.create_task(send_forever(service, channel, now=Clock(START), stop=stop))
        await eventually(lambda: looks == [0])
        for batch in (REGISTRATIONS_SAID[:3], REGISTRATIONS_SAID[3:]):
            await service.log.append(batch)
            await settled(service)
            await eventually(lambda: looks[-1] == 0)
        assert len(channel.mails) == len(EVERYTHING)
        assert len(looks) <= 1 + 2 * len(EVERYTHING), "it looks when there is something, and once more"
        stop.set()
        await sending


async def test_an_erased_person_is_told_nothing_more(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        erased = [published(person_id(1), 2, None)]
        said = await told(service, PEOPLE_SAID, GATHERING_SAID, REGISTRATIONS_SAID[:3], erased, REGISTRATIONS_SAID[3:])
        assert (str(person_id(1)), "registration-cancelled") not in said
        assert len(said) == 4


async def test_a_rebuilt_store_mails_nobody_about_last_year(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await service.log.append([*REGISTRATIONS_SAID, *PEOPLE_SAID, *GATHERING_SAID])
        await settled(service)
        channel = Said()
        await Mailer(service, channel, Templates(), Clock(START + timedelta(days=365))).step()
        assert channel.mails == []
        found = (await service.store.find(Notification, {})).items
        assert {stored.entity.state for stored in found} == {State.SUPPRESSED}


RECORDS = [PEOPLE_SAID, GATHERING_SAID, REGISTRATIONS_SAID]


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(st.data())
async def test_any_interleaving_of_topics_ends_with_everybody_told(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Within a topic the order holds; across topics anything goes. All is heard before the sender looks."""
    queues = [list(records) for records in RECORDS]
    order: list[ProducerRecord] = []
    while any(queues):
        chosen = data.draw(st.sampled_from([queue for queue in queues if queue]))
        order.append(chosen.pop(0))
    async with house(tmp_path_factory.mktemp("any")) as service:
        for record in order:
            await service.log.append([record])
        await settled(service)
        assert await told(service) == EVERYTHING
