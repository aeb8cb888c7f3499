"""Each record of each topic, altered, removed, replaced and added to behind everybody's back: found and named."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from shared.contracts.notifications import NOTIFICATIONS, NotificationSuppressed
from shared.contracts.registry import TOPIC, TOPICS
from tests.plenary.verify.installation import broken, said
from tests.plenary.verify.tamper import Log, Lying, other, renewed

ENDS = ("first", "last")
pytestmark = pytest.mark.slow

WHERE = [(topic.name, end) for topic in TOPICS for end in ENDS]


def part(data: Path, topic: str, end: str) -> list[Lying]:
    """What can be missed of the first or the last partition with anything: what an old log still has by chance cannot."""
    records = [each for each in Log(data).records(topic) if each.value is not None]
    if TOPIC[topic].cleanup == "state":
        began = {each.key for each in records if each.sequence == 1}
        records = [each for each in records if each.key in began]
    partitions = [each.partition for each in records]
    chosen = min(partitions) if end == "first" else max(partitions)
    return [each for each in records if each.partition == chosen]


def newest(records: list[Lying]) -> Iterator[Lying]:
    """The last record of each key."""
    yield from {each.key: each for each in records}.values()


@pytest.mark.parametrize(("topic", "end"), WHERE)
async def test_a_record_that_is_removed_is_missed(data: Path, topic: str, end: str) -> None:
    log, records = Log(data), part(data, topic, end)
    for record in (records[0], records[len(records) // 2], records[-1]):
        log.remove(record)
        found = said(await broken(data))
        assert record.key in found, f"{record.headers} removed"
        log.put(record)
    assert not await broken(data)


async def test_the_first_event_of_what_was_never_tried_is_missed_too(data: Path) -> None:
    log = Log(data)
    records = log.records(NOTIFICATIONS.name)
    [given_up] = [each for each in records if each.headers["ce_type"] == NotificationSuppressed.type]
    [first] = [each for each in records if each.key == given_up.key and each.sequence == 1]
    log.remove(first)
    assert first.key in said(await broken(data))


@pytest.mark.parametrize(("topic", "end"), WHERE)
async def test_a_record_that_is_altered_is_found_whatever_is_altered(data: Path, topic: str, end: str) -> None:
    log = Log(data)
    for record in newest(part(data, topic, end)):
        for name, value in (record.value or {}).items():
            if other(value) == value:
                continue
            log.put(renewed(record, lambda data, name=name, value=value: data.update({name: other(value)})))  # type: ignore[misc]
            found = said(await broken(data))
            assert record.key in found or "tell of no event" in found, f"{record.headers['ce_type']}: {name} altered"
        log.put(record)
    assert not await broken(data)


@pytest.mark.parametrize(("topic", "end"), WHERE)
async def test_a_record_that_nobody_can_read_any_more_is_found(data: Path, topic: str, end: str) -> None:
    log, record = Log(data), part(data, topic, end)[-1]
    log.put(replace(record, value={"nothing": "of it"}))
    assert record.key in said(await broken(data))


@pytest.mark.parametrize(("topic", "end"), WHERE)
@pytest.mark.parametrize(
    ("what", "fault"), [("a fork", "a fork"), ("one more", "the document published"), ("a stranger", "no document has")]
)
async def test_a_record_that_is_added_is_found(data: Path, topic: str, end: str, what: str, fault: str) -> None:
    record = part(data, topic, end)[-1]
    if what == "a fork":
        Log(data).add(record, ce_id=str(uuid4()))
    elif what == "one more":
        Log(data).add(record, ce_id=str(uuid4()), ce_sequence=str(record.sequence + 1))
    else:
        record = replace(record, key=str(uuid4()))
        Log(data).add(record, ce_id=str(uuid4()), ce_sequence="1")
    found = said(await broken(data))
    assert record.key in found
    assert fault in found


@pytest.mark.parametrize(("topic", "end"), WHERE)
async def test_a_record_that_is_told_again_as_it_was_is_no_fault(data: Path, topic: str, end: str) -> None:
    Log(data).add(part(data, topic, end)[-1])
    assert not await broken(data)


@pytest.mark.parametrize("topic", [topic.name for topic in TOPICS])
async def test_a_topic_that_is_emptied_is_found(data: Path, topic: str) -> None:
    Log(data).sql("DELETE FROM records WHERE place >> 50 = (SELECT id FROM topics WHERE name = ?)", topic)
    assert "that the log does not have" in said(await broken(data)) or TOPIC[topic].publisher in said(
        await broken(data)
    )
