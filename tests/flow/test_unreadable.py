"""One bad document (damaged, or of another release) is passed by and named; all else goes on, and it too once it can be read."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from shared.contracts.people import PEOPLE
from shared.flow import Change, Due, Read
from shared.flow.lease import Tenure
from shared.flow.run import run
from shared.flow.service import Service
from shared.store import Outgoing, Stored
from tests.definitions import but
from tests.flow.checks import hold
from tests.flow.scenarios import count
from tests.flow.test_time import WINDOWS, Window, close
from tests.flow.toy import COUNTING, LEDGER, NOON, NOTING, Add, Tally, Thing, add
from tests.waiting import until
from tests.world.crash import World, nth


def write(folder: Path, service: str, kind: str, statement: str) -> None:
    """As another release, or a fault of the disk, would."""
    with closing(sqlite3.connect(folder / f"{service}.db", timeout=30)) as db:
        db.execute(f'UPDATE "{kind}" {statement}')
        db.commit()


def spoil(folder: Path, service: str, kind: str, id: object) -> None:
    """Nobody can read it."""
    write(folder, service, kind, f"SET body = json_set(body, '$.schema', 99) WHERE id = '{id}'")


def mend(folder: Path, service: str, kind: str) -> None:
    """All can be read again."""
    write(folder, service, kind, "SET body = json_set(body, '$.schema', 1)")


async def test_a_mirror_that_cannot_be_read_holds_up_its_own_key_until_it_can(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING, NOTING) as world:
        world.start("registration")
        noting = world.start("minutes")
        await count(world, nth(1), nth(100))
        await world.settle()
        spoil(tmp_path, "minutes", "tallies", nth(1))
        for n in range(1, 9):
            await count(world, nth(n % 4), nth(100 + n))

        async def heard() -> bool:
            return not (await noting.consumer.lag() or await world.stores["registration"].pending())

        await until(heard)
        assert (await noting.health())["degraded"] == [], "nobody waits for it"
        await noting.catch_up.sweep()
        (letter,) = await noting.catch_up.dead_letters()
        assert letter.key == nth(1)
        assert letter.behind.reason == f"tallies {nth(1)} was written by a newer version of Plenary."
        mend(tmp_path, "minutes", "tallies")
        await world.settle()
        await hold(world, {nth(0): 2, nth(1): 3, nth(2): 2, nth(3): 2})
        assert await noting.catch_up.dead_letters() == []


async def test_a_record_whose_effect_is_on_what_cannot_be_read_is_a_dead_letter(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING, NOTING) as world:
        world.start("registration")
        noting = world.start("minutes")
        await count(world, nth(1), nth(100))
        await world.settle()
        spoil(tmp_path, "minutes", "ledgers", LEDGER)
        await count(world, nth(1), nth(101))
        letter = await until(noting.catch_up.dead_letters)
        assert letter[0].behind.refused is not None
        mend(tmp_path, "minutes", "ledgers")
        assert await noting.catch_up.replay(letter[0].id) is None
        await world.settle()
        await hold(world, {nth(1): 2})


async def test_an_event_that_this_release_does_not_know_waits_in_its_outbox_and_holds_up_no_other(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with World.open(tmp_path, COUNTING) as world:
        store = world.stores["registration"]
        unknown = Outgoing(1, nth(9), "gathering.dreamt.v7", NOON, b"{}")
        await store.commit([Stored(Thing(nth(1)), sequence=1, outbox=(unknown,))])
        for n in range(2, 5):
            await run(store, add, Add(id=nth(n), at=NOON, thing=nth(n)), committed=lambda _: None)
        service = Service(COUNTING, store, world.log)
        await service.sender.sweep()
        await service.sender.finish()
        assert {stored.id for stored in await store.pending()} == {nth(1)}
        assert "this release knows no event gathering.dreamt.v7" in {vars(line)["reason"] for line in caplog.records}
        assert sum((await world.log.ends("plenary.gatherings")).values()) == 3


async def test_states_that_cannot_be_read_or_told_hold_up_no_other(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def state(thing: Thing) -> None:
        if thing.id == nth(2):
            raise ValueError("Basil Fenwater")

    async with World.open(tmp_path, but(COUNTING, states={Thing: state})) as world:
        store = world.stores["registration"]
        changed = Outgoing(1, nth(9), "person.recorded.v1", NOON, None)
        await store.commit([Stored(Thing(nth(n)), sequence=1, outbox=(changed,)) for n in (1, 2, 3)])
        sender = Service(world.definitions["registration"], store, world.log).sender
        found = await store.pending()
        spoil(tmp_path, "registration", "things", nth(1))
        for stored in found:
            sender.offer(stored)
        await sender.finish()
        mend(tmp_path, "registration", "things")
        assert {stored.id for stored in await store.pending()} == {nth(1), nth(2)}
        assert sum((await world.log.ends(PEOPLE.name)).values()) == 1
        refused = {vars(line)["document"] for line in caplog.records if "sent" in line.message}
        assert refused == {str(nth(1)), str(nth(2))}


async def test_a_timer_that_fails_or_cannot_be_read_stops_no_other_and_rests(tmp_path: Path) -> None:
    tried: list[datetime] = []

    async def closes(command: Due, read: Read) -> Change[Window]:
        if command.document == nth(2):
            tried.append(command.at)
            raise ZeroDivisionError
        return await close(command, read)

    async with World.open(tmp_path, but(WINDOWS, timers={Window: closes})) as world:
        store = world.stores["registration"]
        windows = [Window(nth(n), NOON + timedelta(seconds=n)) for n in range(1, 5)]
        await store.commit([Stored(window) for window in windows])
        spoil(tmp_path, "registration", "windows", nth(1))
        service = Service(world.definitions["registration"], store, world.log)
        later = NOON + timedelta(minutes=1)
        assert await service.timers.fire(later) == 2
        seconds = [round((at - later).total_seconds()) for n in range(60) for at in [later + timedelta(seconds=n)]]
        for n in seconds:
            await service.timers.fire(later + timedelta(seconds=n))
        assert len(tried) < 8, "a second's rest, then two, then four"
        write(tmp_path, "registration", "windows", f"SET version = version + 1 WHERE id = '{nth(2)}'")
        write(tmp_path, "registration", "windows", "SET body = json_set(body, '$.version', version)")
        before = len(tried)
        await service.timers.fire(later + timedelta(seconds=60))
        assert len(tried) == before + 1, "it was changed, so it is tried at once"
        await service.timers.fire(later - timedelta(hours=1))
        mend(tmp_path, "registration", "windows")
        assert await service.timers.fire(later + timedelta(seconds=61)) == 1


async def test_a_lease_that_cannot_be_read_is_everybodys(tmp_path: Path) -> None:
    async with World.open(tmp_path, COUNTING) as world:
        store = world.stores["registration"]
        first, second = (Service(COUNTING, store, world.log) for _ in range(2))
        await first.sweep()
        spoil(tmp_path, "registration", Tenure.kind, first._lease._id)
        assert await first._lease.held()
        assert await second._lease.held()


async def test_a_letter_about_a_topic_of_another_release_stops_no_other(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with World.open(tmp_path, COUNTING, NOTING) as world:
        world.start("registration")
        noting = world.start("minutes")
        await count(world, nth(1), nth(100))
        await world.settle()
        spoil(tmp_path, "minutes", "tallies", nth(1))
        await count(world, nth(1), nth(101))
        await until(noting.catch_up.dead_letters)
        with monkeypatch.context() as patch:
            patch.setattr("shared.flow.apply.TOPIC", {})
            await noting.catch_up.sweep()
            assert await noting.catch_up.count() == 1
        assert "a key cannot catch up" in caplog.messages
        mend(tmp_path, "minutes", Tally.kind)
        await world.settle()
        await hold(world, {nth(1): 2})
