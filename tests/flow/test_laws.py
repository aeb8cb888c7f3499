"""The checkers are checked: each law broken on purpose makes the scenario that guards it fail."""

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from shared.flow.apply import Applier
from shared.flow.consume import Consumer
from shared.flow.lanes import Item
from shared.flow.plan import Hearing, Plan
from shared.flow.read import Read
from shared.loop import Loop
from shared.store import Store, Stored
from shared.store.sqlite.store import SqliteStore
from tests.flow import scenarios
from tests.flow.test_own import an_own_event_that_came_to_nothing_comes_again

Scenario = Callable[[Path], Coroutine[Any, Any, None]]


def skip_the_token(patch: pytest.MonkeyPatch) -> None:
    """A command is not recognised by the document that it changed."""
    honest = Read.__init__

    def blind(
        self: Read, store: Store, asked: Any = None, along: Any = (), upon: Any = None, first: bool = False
    ) -> None:
        honest(self, store, upon=upon, first=first)

    patch.setattr(Read, "__init__", blind)


def write_the_mirror_first(patch: pytest.MonkeyPatch) -> None:
    """The mirror says "heard" before what the event causes stands."""
    consequences, notes = Applier._commit_consequences, Applier._commit_notes

    held: dict[int, Sequence[Hearing]] = {}

    async def first(self: Applier, hearings: Sequence[Hearing]) -> None:
        plans = {id(plan): plan for hearing in hearings for plan in hearing.plans}
        held.update(dict.fromkeys(plans, hearings))
        await notes(self, [*plans.values()])

    async def then(self: Applier, plans: list[Plan]) -> None:
        noted = {id(plan): held.pop(id(plan)) for plan in plans if id(plan) in held}
        for hearings in {id(hearings): hearings for hearings in noted.values()}.values():
            await consequences(self, hearings)
        await notes(self, [plan for plan in plans if id(plan) not in noted])

    patch.setattr(Applier, "_commit_consequences", first)
    patch.setattr(Applier, "_commit_notes", then)


def take_a_collision_as_done(patch: pytest.MonkeyPatch) -> None:
    """An insert that collides is believed to be the same insert."""

    async def stands(self: Applier, document: Stored[Any]) -> bool:
        return True

    patch.setattr(Applier, "_stands", stands)


def forget_by_position(patch: pytest.MonkeyPatch) -> None:
    """The first entry is removed, whichever it is."""
    honest = SqliteStore.forget

    async def forget(self: SqliteStore, sent: Sequence[tuple[type[Any], UUID, int]]) -> None:
        for kind, id, _ in sent:
            stored: Stored[Any] | None = await self.get(kind, id)
            if stored and stored.outbox:
                await honest(self, [(kind, id, stored.outbox[0].sequence)])

    patch.setattr(SqliteStore, "forget", forget)


def acknowledge_before_writing(patch: pytest.MonkeyPatch) -> None:
    """The offset moves when a record is taken from the log."""
    honest = Consumer._insist

    async def insist(self: Consumer, loop: Loop, items: list[Item]) -> None:
        for item in items:
            if item.tracker:
                item.tracker.done(item.record.offset)
                item.tracker = None
        await self.acknowledge()
        await honest(self, loop, items)

    patch.setattr(Consumer, "_insist", insist)


def lose_what_was_heard(patch: pytest.MonkeyPatch) -> None:
    """An own document does not remember the event that changed it."""
    patch.setattr("shared.flow.apply.sealed", _forgetful)


def _forgetful(change: Any, before: Any, record: Any) -> Stored[Any]:
    from shared.flow.envelope import sealed

    return replace(sealed(change, before, record), heard={})


def forget_what_own_events_came_to(patch: pytest.MonkeyPatch) -> None:
    """Of an own event nothing is noted, so that it is decided again when it comes again."""
    honest = Plan.hear
    patch.setattr(Plan, "hear", lambda self, item: honest(self, item) if self.mirrored else self.take(item))


BROKEN: list[tuple[Callable[[pytest.MonkeyPatch], None], Scenario]] = [
    (skip_the_token, scenarios.an_answer_is_lost_and_the_client_asks_again),
    (write_the_mirror_first, scenarios.a_consumer_dies_between_consequences_and_mirror),
    (take_a_collision_as_done, scenarios.two_events_insert_the_same_document_at_once),
    (forget_by_position, scenarios.two_senders_forget_while_the_document_moves_on),
    (acknowledge_before_writing, scenarios.a_consumer_dies_before_anything_is_written),
    (lose_what_was_heard, scenarios.a_consumer_dies_between_consequences_and_mirror),
    (forget_what_own_events_came_to, an_own_event_that_came_to_nothing_comes_again),
]


@pytest.mark.parametrize(("broken", "scenario"), BROKEN, ids=lambda value: value.__name__)
async def test_a_broken_law_is_caught(
    broken: Callable[[pytest.MonkeyPatch], None], scenario: Scenario, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(monkeypatch)
    with pytest.raises(AssertionError):
        await scenario(tmp_path)
