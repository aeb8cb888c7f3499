"""Any interleaving of commands that are repeated, rules that change, faults and restarts: each key has one outcome."""

import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shared.contracts import Message
from shared.contracts.gatherings import CapacityChanged
from shared.errors import Conflict, Refused, Unavailable
from shared.flow import Change, Read
from shared.flow.service import Service, documents
from shared.log.embedded.log import EmbeddedLog
from shared.store.sqlite.store import SqliteStore
from tests.definitions import one
from tests.faulty import Fault, FaultyStore
from tests.flow.toy import NOON
from tests.world.crash import nth

KEYS = st.integers(0, 3)
FAULTS = st.tuples(st.sampled_from(["get_each", "commit"]), st.sampled_from([Fault.BEFORE, Fault.LOST]))
STEPS = st.one_of(
    st.tuples(st.just("ask"), st.lists(KEYS, min_size=1, max_size=4)),
    st.tuples(st.just("ask_and_turn"), st.lists(KEYS, min_size=1, max_size=4)),
    st.tuples(st.just("leave"), st.integers(0, 1)),
    st.tuples(st.just("turn"), st.none()),
    st.tuples(st.just("crowd"), st.integers(30, 40)),
    st.tuples(st.just("faulty"), st.lists(FAULTS, max_size=3)),
)


@dataclass(slots=True)
class Club:
    """Somebody is in it or not; it takes newcomers or not. As a registration and its gathering, in one."""

    kind: ClassVar[str] = "clubs"
    id: UUID
    shut: bool = False
    inside: bool = False
    joined: list[UUID] = field(default_factory=list)
    """Who was let in, by the token of what was asked: the books of this test."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Message):
    club: UUID


def said(club: Club) -> CapacityChanged:
    return CapacityChanged(gathering=club.id, capacity={"n": len(club.joined)})


async def join(command: Ask, read: Read) -> Change[Club]:
    club = await read.maybe(Club, command.club) or Club(command.club)
    if club.inside:
        return Change(club)
    if club.shut:
        raise Conflict("It takes nobody now.", code="shut")
    club.inside = True
    club.joined.append(command.id)
    return Change(club, said(club))


async def leave(command: Ask, read: Read) -> Change[Club]:
    club = await read.maybe(Club, command.club) or Club(command.club)
    club.inside = False
    return Change(club, said(club))


async def turn(command: Ask, read: Read) -> Change[Club]:
    club = await read.maybe(Club, command.club) or Club(command.club)
    club.shut = not club.shut
    return Change(club, said(club))


class Story:
    """A caller who repeats, and writes down what came of each key."""

    def __init__(self, store: FaultyStore, service: Service) -> None:
        self.store, self.service = store, service
        self.outcomes: dict[int, str] = {}
        self.asked = 100

    async def ask(self, keys: list[int]) -> None:
        """These keys, all at once; one may be among them more than once."""
        await asyncio.gather(*(self._ask(key) for key in keys))

    async def ask_and_turn(self, keys: list[int]) -> None:
        await asyncio.gather(self.turn(None), self.ask(keys))

    async def _ask(self, key: int) -> None:
        """What is answered must be what was answered before. Where nothing is, it is asked again another time."""
        command = Ask(id=nth(key), at=NOON, club=nth(50 + key % 2))
        try:
            await self.service.run(join, command, keyed=True)
            outcome = "done"
        except Refused as refused:
            outcome = refused.slug
        except Unavailable:
            return
        assert self.outcomes.setdefault(key, outcome) == outcome, f"key {key} was {self.outcomes[key]}, now {outcome}"

    async def leave(self, club: int) -> None:
        await self._other(leave, club)

    async def turn(self, _: None) -> None:
        await self._other(turn, 0)
        await self._other(turn, 1)

    async def crowd(self, many: int) -> None:
        """So many other changes, which push out what is not kept by time."""
        for _ in range(many):
            await self._other(leave, 0)

    async def faulty(self, planned: list[tuple[str, Fault]]) -> None:
        for call, fault in planned:
            self.store.faults.next(call, fault)

    async def _other(self, handler: Any, club: int) -> None:
        self.asked += 1
        with suppress(Unavailable):
            await self.service.run(handler, Ask(id=nth(self.asked), at=NOON, club=nth(50 + club)))

    async def end(self) -> None:
        """Every key once more, with nothing in the way; and nobody was let in twice for one."""
        self.store.faults = FaultyStore(self.store).faults
        for key in range(4):
            await self._ask(key)
        clubs = [stored.entity for stored in (await self.store.find(Club, {})).items]
        joined = [token for club in clubs for token in club.joined]
        assert len(joined) == len(set(joined))
        refused = {nth(key) for key, outcome in self.outcomes.items() if outcome != "done"}
        assert not refused & set(joined), "told that it was refused, and done"


@asynccontextmanager
async def club_house() -> AsyncIterator[tuple[FaultyStore, Service]]:
    """A service with clubs, that sends and hears nothing."""
    with tempfile.TemporaryDirectory() as folder:
        definition = one("registration", kinds=(Club,))
        log = await EmbeddedLog.open(Path(folder) / "log.db")
        store = FaultyStore(await SqliteStore.open(Path(folder) / "store.db", documents(definition)))
        try:
            yield store, Service(definition, store, log)
        finally:
            await store.close()
            await log.close()


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEPS, min_size=3, max_size=14))
def test_any_interleaving_of_repeats_gives_each_key_one_outcome(steps: list[tuple[str, Any]]) -> None:
    async def tell() -> None:
        async with club_house() as (store, service):
            story = Story(store, service)
            for name, argument in steps:
                await getattr(story, name)(argument)
            await story.end()

    asyncio.run(tell())


async def test_a_rule_that_changes_its_word_between_two_repeats_at_once_gives_them_one_outcome() -> None:
    async with club_house() as (_, service):
        words = ["no", "yes"]

        async def waver(command: Ask, read: Read) -> Change[Club]:
            if words.pop(0) == "no":
                raise Conflict("It takes nobody now.", code="shut")
            return await join(command, read)

        command = Ask(id=nth(1), at=NOON, club=nth(50))
        outcomes = await asyncio.gather(
            *(service.run(waver, command, keyed=True) for _ in range(2)), return_exceptions=True
        )
        assert [getattr(each, "slug", "done") for each in outcomes] == ["shut", "shut"]
