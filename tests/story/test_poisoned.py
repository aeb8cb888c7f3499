"""Poison on the log: only its own key waits, everything else flows on, an operator decides, and nothing is lost."""

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import pytest
import pytest_asyncio

from services.__main__ import SERVICES
from shared.contracts import Event
from shared.contracts.registry import TOPIC, TOPICS
from shared.flow.service import topics
from shared.log import ProducerRecord
from tests.story.chain import PEOPLE, registered
from tests.story.house import House, house
from tools.documents import GOLDEN, ROOT
from tools.schemas import published

SPACE = UUID("0b8d3c52-7c0e-4a59-8f3f-3a5f7d1c9e10")
HEARD = {name: topics(service) for name, service in SERVICES.items()}
POISONED = sorted({topic for heard in HEARD.values() for topic in heard})
ACTED_ON = {event for service in SERVICES.values() for event in service.on}
UNMIRRORED = {event for service in SERVICES.values() for event in service.on if event.topic not in service.mirrors}
"""What somebody decodes only because it acts on it; of what it mirrors it decodes everything."""


def known(name: str) -> UUID:
    return uuid5(SPACE, name)


def _first(topic: str, fits: Callable[[type[Event]], bool]) -> type[Event]:
    """The first event of a topic that fits; the first of all if none does."""
    events = published(TOPIC[topic])
    return next(filter(fits, events), events[0])


def good(topic: str, key: UUID, sequence: int) -> ProducerRecord:
    """As its publisher would say it of anything, and nobody would do anything: a golden event of this key."""
    event = _first(topic, lambda event: event not in ACTED_ON)
    golden = json.loads((ROOT / GOLDEN / f"{event.type}.json").read_text("utf-8"))
    own = {"ce_id": str(uuid5(key, str(sequence))), "ce_subject": str(key), "ce_sequence": str(sequence)}
    thing = event.type.partition(".")[0]
    data = {name: str(key) if name == thing else value for name, value in golden["data"].items()}
    headers = tuple((name, text.encode()) for name, text in (golden["headers"] | own).items())
    return ProducerRecord(topic, str(key).encode(), json.dumps(data).encode(), headers)


def undecodable(topic: str, key: UUID, sequence: int) -> ProducerRecord:
    """A usable key, a type that causes something in whoever hears it, and a value that no reader understands."""
    record = good(topic, key, sequence)
    type = _first(topic, UNMIRRORED.__contains__).type.encode()
    headers = tuple((name, type if name == "ce_type" else value) for name, value in record.headers)
    return replace(record, value=b'{"gathering": ', headers=headers)


def garbage(topic: str) -> list[ProducerRecord]:
    """No usable key; nothing usable at all, with a key and without."""
    return [
        replace(undecodable(topic, known("x"), 1), key=b"not-an-id"),
        ProducerRecord(topic, b"\xff\x00\xfe", b"\x80\x81", (("ce_id", b"\xff"), ("", b""))),
        ProducerRecord(topic, b"", b""),
    ]


async def _letters(here: House, service: str) -> list[dict[str, Any]]:
    async with here.client("secretariat") as secretary:
        answer = await secretary.get(f"/{service}/v1/dead-letters?limit=100")
        assert answer.status_code == 200, answer.text
        return list(answer.json())


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def here(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """One for all topics: of each other keys are poisoned."""
    async with house(tmp_path_factory.mktemp("here")) as made:
        yield made


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("topic", POISONED)
async def test_only_the_poisoned_key_waits_until_an_operator_decides(here: House, topic: str) -> None:
    bad, fine = known(f"bad of {topic}"), known(f"fine of {topic}")
    log = here.service("minutes").log
    await log.append([good(topic, bad, 1), undecodable(topic, bad, 2), good(topic, fine, 1), good(topic, fine, 2)])
    if TOPIC[topic].cleanup == "kept":  # of a compacted topic the next state would simply take its place
        await log.append([good(topic, bad, 3)])
    await here.settle(mails=False)
    for name in (name for name, heard in HEARD.items() if topic in heard):
        [letter] = await _letters(here, name)
        assert (letter["topic"], letter["key"]) == (topic, str(bad))
        assert letter["refused"] is not None
        assert await reached(here, name, topic, fine) in {None, 2}, "others flow on"
        await _decide(here, name, letter["id"])
        assert await _letters(here, name) == []
        if TOPIC[topic].cleanup == "kept":
            assert await reached(here, name, topic, bad) in {None, 3}, "what waited behind it is heard"
    await log.append([good(topic, bad, n) for n in (3, 4)])
    await here.settle(mails=False)
    for name in (name for name, heard in HEARD.items() if topic in heard):
        assert await reached(here, name, topic, bad) in {None, 4}, "the key goes on"


async def _decide(here: House, name: str, letter: str) -> None:
    """Show it, try it again in vain, give it up."""
    async with here.client("secretariat") as secretary:
        path = f"/{name}/v1/dead-letters/{letter}"
        seen = await secretary.get(path)
        shown = seen.json()
        assert (shown["record"]["sequence"], shown["record"]["data"]) == ("2", None), "the log keeps it"
        again = (await secretary.post(f"{path}/replay")).json()
        assert not again["cleared"]
        assert again["waiting"]["refused"] == shown["refused"]
        done = await secretary.post(f"{path}/discard", headers={"If-Match": seen.headers["ETag"]})
        assert done.json() == {"cleared": True, "waiting": None}
        assert (await secretary.get(path)).status_code == 404


async def reached(here: House, name: str, topic: str, key: UUID) -> int | None:
    """How far the mirror of this key has heard; None where the service keeps none of this topic."""
    service = here.service(name)
    mirror = service.definition.mirrors.get(TOPIC[topic])
    stored = await service.store.get(mirror, key) if mirror else None
    assert mirror is None or stored is not None
    return stored.heard[key].sequence if stored else None


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("topic", POISONED)
async def test_garbage_without_a_usable_key_is_noted_shown_and_discarded(here: House, topic: str) -> None:
    async with here.client("secretariat") as secretary:
        await here.service("minutes").log.append(garbage(topic))
        await here.settle(mails=False)
        for name in (name for name, heard in HEARD.items() if topic in heard):
            letters = await _letters(here, name)
            assert [letter["key"] for letter in letters] == [None] * 3
            for letter in letters:
                path = f"/{name}/v1/dead-letters/{letter['id']}"
                seen = await secretary.get(path)
                assert seen.json()["record"] is not None
                refused = await secretary.post(f"{path}/replay")
                assert (refused.status_code, refused.json()["code"]) == (409, "no-key")
                done = await secretary.post(f"{path}/discard", headers={"If-Match": seen.headers["ETag"]})
                assert done.json()["cleared"]
            assert await _letters(here, name) == []


async def test_a_discard_that_is_repeated_discards_no_other_record(tmp_path: Path) -> None:
    topic, bad = "plenary.organizations", known("bad")
    path = f"/minutes/v1/dead-letters/{bad}"
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        await here.service("minutes").log.append([undecodable(topic, bad, n) for n in (1, 2)])
        await here.settle()
        assert (await secretary.post(f"{path}/discard")).status_code == 428
        request = {"If-Match": (await secretary.get(path)).headers["ETag"], "Idempotency-Key": "one"}
        first = (await secretary.post(f"{path}/discard", headers=request)).json()
        assert not first["cleared"]
        assert first["waiting"]["refused"] is not None
        for _ in range(2):
            repeated = await secretary.post(f"{path}/discard", headers=request)
            assert (repeated.status_code, repeated.json()["type"]) == (412, "/problems/stale")
            assert (await secretary.get(path)).json()["refused"] == first["waiting"]["refused"]
        request["If-Match"] = (await secretary.get(path)).headers["ETag"]
        assert (await secretary.post(f"{path}/discard", headers=request)).json()["cleared"]
        assert (await secretary.post(f"{path}/discard", headers=request)).status_code == 404


async def test_the_letters_are_listed_page_by_page(tmp_path: Path) -> None:
    topic = "plenary.organizations"
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        await here.service("minutes").log.append([*garbage(topic), undecodable(topic, known("bad"), 1)])
        await here.settle()
        url, pages = "/minutes/v1/dead-letters?limit=3", []
        while url:
            answer = await secretary.get(url)
            pages.append([each["id"] for each in answer.json()])
            url = answer.links.get("next", {}).get("url", "")
        assert [len(page) for page in pages] == [3, 1]
        met = [letter for page in pages for letter in page]
        assert met == sorted(each["id"] for each in await _letters(here, "minutes"))
        made_up = await secretary.get("/minutes/v1/dead-letters?after=x")
        assert (made_up.status_code, made_up.json()["type"]) == (422, "/problems/cursor-invalid")


async def test_with_poison_in_every_topic_the_whole_chain_goes_on(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        log = here.service("minutes").log
        poison = [record for topic in TOPICS for record in garbage(topic.name)]
        poison += [undecodable(topic, known("bad"), 1) for topic in POISONED]
        await log.append(poison)
        chain = await registered(here, secretary)
        await chain.cancel(2)
        await chain.move(chain.path, "close", "convene")
        await chain.passes(0, "entries")
        await here.settle()
        assert len({mail["Message-ID"] for mail in here.mails()}) == len(here.mails()) == PEOPLE + 2
        assert (await chain.quorum())["count"]["present"] == 1
        for name, heard in HEARD.items():
            letters = await _letters(here, name)
            assert len(letters) == 4 * len(heard)
            assert (await secretary.get(f"/{name}/health/ready")).status_code == 200
        for topic in TOPICS:
            events = await chain.events(topic.publisher, topic.name)
            assert len(events) >= 3, "the feed shows what lies on the log, poison included"
