"""What must hold after any run of the toy services, whatever happened on the way."""

from typing import Any
from uuid import UUID

from shared.contracts.gatherings import GATHERINGS
from shared.contracts.minutes import MINUTES
from shared.flow import cloudevents
from shared.store import Page, Stored
from tests.flow.toy import LEDGER, Ledger, Slip, Tally, Thing
from tests.world.crash import World


async def first_occurrences(world: World, topic: str) -> dict[UUID, list[int]]:
    """The sequences of each key on the log, in order, repeats left out."""
    seen: dict[UUID, list[int]] = {}
    for partition in await world.log.ends(topic):
        async for raw in world.log.read(topic, partition):
            record = cloudevents.decode(raw)
            sequences = seen.setdefault(record.key, [])
            if record.sequence not in sequences:
                sequences.append(record.sequence)
    return seen


async def everything(world: World, kind: type[Any]) -> list[Stored[Any]]:
    """All documents of a kind."""
    store = world.stores["registration" if kind is Thing else "minutes"]
    page: Page[Any] = await store.find(kind, {}, limit=10_000)
    return page.items


async def hold(world: World, expected: dict[UUID, int]) -> None:
    """`expected`: how often each thing was counted. Every effect stands exactly once and in order; nothing waits."""
    counted = {stored.id: stored.entity.count for stored in await everything(world, Thing)}
    assert counted == expected, "an acknowledged command has its effect exactly once"
    for stored in await everything(world, Tally):
        assert stored.entity.numbers == list(range(1, expected[stored.id] + 1)), "a mirror is the fold of its topic"
        assert stored.behind is None, "nobody is behind"
    slips = [(stored.entity.thing, stored.entity.number) for stored in await everything(world, Slip)]
    assert sorted(slips) == sorted((id, n) for id, count in expected.items() for n in range(1, count + 1)), (
        "one slip an event"
    )
    ledger = await world.stores["minutes"].get(Ledger, LEDGER)
    if expected:
        assert ledger is not None
        assert ledger.entity.entries == sum(expected.values()), "each event is entered once"
        assert ledger.entity.total == sum(n * (n + 1) // 2 for n in expected.values())
    sequences = await first_occurrences(world, GATHERINGS.name)
    assert sequences == {id: list(range(1, n + 1)) for id, n in expected.items()}, (
        "the log has 1..n, first occurrences in order"
    )
    assert len(await first_occurrences(world, MINUTES.name)) == len(slips)
    for store in world.stores.values():
        assert await store.pending() == [], "outboxes are empty"
