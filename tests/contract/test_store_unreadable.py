"""What every store promises about a document that cannot be read: it is named, and stops nobody who can do without it."""

import logging
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID, uuid4

import pytest

from shared.store import Stored
from shared.store.every import every
from shared.store.unreadable import Unreadable, readable
from tests.contract.conftest import OpenStore
from tests.contract.documents import Report, new, outgoing


@dataclass(slots=True)
class Newer:
    """A report as another release would write it: its text is no text."""

    kind: ClassVar[str] = "reports"

    id: UUID
    text: list[str]


IDS = sorted((uuid4() for _ in range(5)), key=str)
BAD = IDS[2]
SAID = "Basil Fenwater"


async def laid_out(open_store: OpenStore) -> None:
    """Five reports in a row, all with an event to send, of which the third cannot be read."""
    older = await open_store((Newer,))
    await older.commit([Stored(Newer(BAD, [SAID]), sequence=1, outbox=(outgoing(1),))])
    await older.close()
    store = await open_store((Report,))
    await store.commit([new(Report(id), events=1) for id in IDS if id != BAD])
    await store.close()


async def test_who_asks_for_what_cannot_be_read_is_told_and_gets_the_rest(open_store: OpenStore) -> None:
    await laid_out(open_store)
    store = await open_store((Report,))
    with pytest.raises(Unreadable, match=f"reports {BAD} cannot be read: .*text") as bad:
        await store.get(Report, BAD)
    assert SAID not in bad.value.detail
    absent = uuid4()
    with pytest.raises(Unreadable) as bad:
        await store.get_each([(Report, IDS[0]), (Report, BAD), (Report, absent), (Report, IDS[1])])
    assert [stored.id if stored else None for stored in bad.value.rest] == [IDS[0], None, None, IDS[1]]
    assert list(bad.value.faults) == [1]
    assert set(await readable(store.get_many(Report, [*IDS, absent]))) == {*IDS} - {BAD}
    with pytest.raises(Unreadable):
        await store.find(Report, {})


@pytest.mark.parametrize("size", [1, 2, 3, 5])
async def test_a_loop_goes_on_behind_what_cannot_be_read(
    open_store: OpenStore, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.store.every.PAGE", size)
    await laid_out(open_store)
    store = await open_store((Report,))
    met = [stored.id async for stored in every(store, Report, {}, passing_by=True)]
    assert met == [id for id in IDS if id != BAD]
    with pytest.raises(Unreadable):
        _ = [stored async for stored in every(store, Report, {})]


async def test_what_waits_to_be_sent_is_found_beside_what_cannot_be_read_and_that_is_named_once(
    open_store: OpenStore, caplog: pytest.LogCaptureFixture
) -> None:
    await laid_out(open_store)
    store = await open_store((Report,))
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            assert {stored.id for stored in await store.pending()} == {*IDS} - {BAD}
    (line,) = caplog.records
    assert str(BAD) in vars(line)["reason"]
    assert SAID not in vars(line)["reason"]
