"""Between topics there is no order: whatever comes first, minutes end in the same state."""

import asyncio
from dataclasses import asdict
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.minutes import SERVICE
from shared.store import Page
from tests.minutes import facts
from tests.minutes.facts import BODY
from tests.minutes.house import House, Told, tell
from tests.world.facts import GATHERING, known

HISTORY: list[list[Told]] = [
    tell(GATHERING, facts.announced(), facts.convened(), facts.adjourned()),
    tell(BODY, facts.formed(2), facts.formed(3)),
    tell(facts.organization(0), facts.listed(0)),
    tell(known("person 0"), facts.recorded(0), facts.recorded(0, "fa")),
    tell(known("person 1"), facts.recorded(1), None),
    tell(
        facts.registration(0), facts.confirmed(0, 0), facts.entered(0, 0), facts.left(0, 0), facts.entered(0, 0, at=90)
    ),
    tell(facts.registration(1), facts.confirmed(1, 1), facts.entered(1, 1)),
    tell(facts.registration(2), facts.confirmed(2, 2), facts.entered(2, 2), facts.left(2, 2)),
]
"""What each aggregate published, in order; between them there is none."""

TURNS = [which for which, told in enumerate(HISTORY) for _ in told]


async def _state_after(order: list[int], again: set[int]) -> dict[str, Any]:
    """Everything that the service knows after it heard the aggregates in turns; records in `again` come twice."""
    with TemporaryDirectory() as folder:
        here = await House.open(Path(folder) / "minutes.db")
        waiting = [list(told) for told in HISTORY]
        for step, which in enumerate(order):
            told = waiting[which].pop(0)
            await here.hear([told, told] if step in again else [told])
        state: dict[str, Any] = {"quorum": await here.quorum(), "said": here.events(GATHERING)}
        kinds: list[type[Any]] = [*SERVICE.kinds, *SERVICE.mirrors.values()]
        for kind in kinds:
            page: Page[Any] = await here.store.find(kind, {})
            state[kind.kind] = [(asdict(stored.entity), stored.sequence, stored.version) for stored in page.items]
        await here.store.close()
        return state


@cache
def _in_order() -> dict[str, Any]:
    """What every order must end in: once for all."""
    return asyncio.run(_state_after(TURNS, set()))


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.permutations(TURNS), st.sets(st.integers(0, len(TURNS) - 1)))
def test_any_interleaving_of_topics_ends_in_the_same_state(order: list[int], again: set[int]) -> None:
    assert asyncio.run(_state_after(order, again)) == _in_order()
