"""Each record of each topic, altered, removed, replaced and added to behind everybody's back: found and named."""

import asyncio
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from plenary.verify import Finding
from shared.contracts.notifications import NOTIFICATIONS, NotificationSuppressed
from shared.contracts.registry import TOPIC, TOPICS
from tests.plenary.verify.installation import broken, said
from tests.plenary.verify.tamper import Log, Lying, other, renewed
from tests.plenary.verify.together import Alteration, found

ENDS = ("first", "last")
pytestmark = pytest.mark.slow

WHERE = [(topic.name, end) for topic in TOPICS for end in ENDS]

Where = tuple[str, str]
Said = Mapping[Where, list[tuple[Alteration, str]]]
"""Of each end of each topic what was altered, and what is said of it."""


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


def everywhere(still: Path, folder: Path, what: Callable[[list[Lying]], Iterator[Alteration]]) -> Said:
    """This is done at each end of each topic."""
    done = {(topic, end): list(what(part(still, topic, end))) for topic, end in WHERE}
    told = found(still, folder, (each for some in done.values() for each in some))
    return {where: [(each, told[each]) for each in some] for where, some in done.items()}


@pytest.fixture(scope="module")
def still(past: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy to read from: SQLite makes files beside a log while it is open, and others copy `past` meanwhile."""
    return Path(shutil.copytree(past, tmp_path_factory.mktemp("still") / "data"))


@pytest.fixture(scope="module")
def removed(still: Path, tmp_path_factory: pytest.TempPathFactory) -> Said:
    def removal(record: Lying) -> Alteration:
        return Alteration(f"{record.headers} removed", record, lambda log: log.remove(record))

    def removals(records: list[Lying]) -> Iterator[Alteration]:
        for place in sorted({0, len(records) // 2, len(records) - 1}):
            yield removal(records[place])

    return everywhere(still, tmp_path_factory.mktemp("removed") / "data", removals)


@pytest.mark.parametrize(("topic", "end"), WHERE)
def test_a_record_that_is_removed_is_missed(removed: Said, topic: str, end: str) -> None:
    assert removed[topic, end]
    for each, told in removed[topic, end]:
        assert each.record.key in told, each.what


async def test_the_first_event_of_what_was_never_tried_is_missed_too(data: Path) -> None:
    log = Log(data)
    records = log.records(NOTIFICATIONS.name)
    [given_up] = [each for each in records if each.headers["ce_type"] == NotificationSuppressed.type]
    [first] = [each for each in records if each.key == given_up.key and each.sequence == 1]
    log.remove(first)
    assert first.key in said(await broken(data))


@pytest.fixture(scope="module")
def altered(still: Path, tmp_path_factory: pytest.TempPathFactory) -> Said:
    def one_field(record: Lying, name: str) -> Alteration:
        changed = renewed(record, lambda data: data.update({name: other(data[name])}))
        return Alteration(f"{record.headers['ce_type']}: {name} altered", record, lambda log: log.put(changed))

    def each_field(records: list[Lying]) -> Iterator[Alteration]:
        for record in newest(records):
            for name, value in (record.value or {}).items():
                if other(value) != value:
                    yield one_field(record, name)

    return everywhere(still, tmp_path_factory.mktemp("altered") / "data", each_field)


@pytest.mark.parametrize(("topic", "end"), WHERE)
def test_a_record_that_is_altered_is_found_whatever_is_altered(altered: Said, topic: str, end: str) -> None:
    for each, told in altered[topic, end]:
        assert each.record.key in told or "tell of no event" in told, each.what


@pytest.fixture(scope="module")
def unreadable(still: Path, tmp_path_factory: pytest.TempPathFactory) -> Said:
    def emptied(records: list[Lying]) -> Iterator[Alteration]:
        record = replace(records[-1], value={"nothing": "of it"})
        yield Alteration("nothing can be read", record, lambda log: log.put(record))

    return everywhere(still, tmp_path_factory.mktemp("unreadable") / "data", emptied)


@pytest.mark.parametrize(("topic", "end"), WHERE)
def test_a_record_that_nobody_can_read_any_more_is_found(unreadable: Said, topic: str, end: str) -> None:
    [(each, told)] = unreadable[topic, end]
    assert each.record.key in told


FAULTS = {"a fork": "a fork", "one more": "the document published", "a stranger": "no document has"}


@pytest.fixture(scope="module")
def added(still: Path, tmp_path_factory: pytest.TempPathFactory) -> Said:
    def additions(records: list[Lying]) -> Iterator[Alteration]:
        last = records[-1]
        stranger = replace(last, key=str(uuid4()))
        new = [{"ce_id": str(uuid4())} for _ in FAULTS]
        yield Alteration("a fork", last, lambda log: log.add(last, **new[0]))
        more = new[1] | {"ce_sequence": str(last.sequence + 1)}
        yield Alteration("one more", last, lambda log: log.add(last, **more))
        yield Alteration("a stranger", stranger, lambda log: log.add(stranger, **new[2], ce_sequence="1"))

    return everywhere(still, tmp_path_factory.mktemp("added") / "data", additions)


@pytest.mark.parametrize(("topic", "end"), WHERE)
@pytest.mark.parametrize(("what", "fault"), FAULTS.items())
def test_a_record_that_is_added_is_found(added: Said, topic: str, end: str, what: str, fault: str) -> None:
    [(each, told)] = [(each, told) for each, told in added[topic, end] if each.what == what]
    assert each.record.key in told
    assert fault in told


@pytest.fixture(scope="module")
def told_again(still: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    """What does not hold once a record at each end of each topic was told again."""
    data = Path(shutil.copytree(still, tmp_path_factory.mktemp("again") / "data"))
    for topic, end in WHERE:
        Log(data).add(part(still, topic, end)[-1])
    return asyncio.run(broken(data))


@pytest.mark.parametrize(("topic", "end"), WHERE)
def test_a_record_that_is_told_again_as_it_was_is_no_fault(told_again: list[Finding], topic: str, end: str) -> None:
    assert not told_again, (topic, end)


@pytest.mark.parametrize("topic", [topic.name for topic in TOPICS])
async def test_a_topic_that_is_emptied_is_found(data: Path, topic: str) -> None:
    Log(data).sql("DELETE FROM records WHERE place >> 50 = (SELECT id FROM topics WHERE name = ?)", topic)
    found = said(await broken(data))
    assert "that the log does not have" in found or TOPIC[topic].publisher in found
