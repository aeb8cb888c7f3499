"""Keys that are behind, for operators: list, show, replay, discard. The records themselves lie in the log."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from fastapi import Request, Response

from services.feed import envelope
from shared.contracts.registry import TOPIC
from shared.flow.catch_up import CatchUp, DeadLetter
from shared.http.access import may
from shared.http.ask import View, expected_versions, matches
from shared.http.paging import Paging
from shared.http.route import Routes

routes = Routes(prefix="/v1/dead-letters", tags=["dead letters"], dependencies=[may("secretariat")])


class DeadLetterView(View):
    """A key that waits. `refused` is the offset of a dead letter; None is a mere gap, which closes by itself."""

    id: UUID
    topic: str
    key: UUID | None
    heard: int
    partition: int
    first: int
    last: int
    refused: int | None
    reason: str
    since: datetime

    @classmethod
    def of(cls, letter: DeadLetter) -> "DeadLetterView":
        named = ("topic", "partition", "first", "refused", "reason", "since")
        told = {name: getattr(letter.behind, name) for name in named}
        return cls(id=letter.id, key=letter.key, heard=letter.heard, last=letter.behind.to, **told)


class RecordView(DeadLetterView):
    """The same, with the refused record as the log keeps it."""

    record: dict[str, Any] | None


class OutcomeView(View):
    """What is left after a replay or a discard: nothing, or what still waits."""

    cleared: bool
    waiting: DeadLetterView | None


def _catch_up(request: Request) -> CatchUp:
    catch_up: CatchUp = request.app.state.service.catch_up
    return catch_up


@routes.get("")
async def get_dead_letters(request: Request, paging: Paging) -> list[DeadLetterView]:
    """The keys that are behind, by the id of the letter."""
    letters = await _catch_up(request).dead_letters()
    return [DeadLetterView.of(each) for each in paging.among(letters, lambda each: each.id)]


@routes.get("/{letter}")
async def get_dead_letter(letter: UUID, request: Request, response: Response) -> RecordView:
    """One of them, with its record. Its `ETag` names the record that is refused."""
    found = await _catch_up(request).find(letter)
    response.headers["ETag"] = f'"{_version(found)}"'
    behind, record = found.behind, None
    if behind.refused is not None and behind.topic in TOPIC:  # a timer has no record
        log = request.app.state.service.log
        async for each in log.read(behind.topic, behind.partition, behind.refused, behind.refused + 1):
            record = envelope(each)
    return RecordView(**DeadLetterView.of(found).model_dump(), record=record)


@routes.post("/{letter}/replay")
async def post_dead_letter_replay(letter: UUID, request: Request) -> OutcomeView:
    """Try the refused record again, and what waits behind it.

    Every repeat tries again, which is harmless; no `Idempotency-Key` is looked at. 404 once nothing waits under this id.
    """
    return await _outcome(_catch_up(request).replay, letter)


@routes.post("/{letter}/discard", dependencies=[matches])
async def post_dead_letter_discard(letter: UUID, request: Request) -> OutcomeView:
    """Give the refused record up for good; what waits behind it goes on.

    A repeat discards nothing else: 404 where nothing waits any more, 412 where it is another record by now that is
    refused (`If-Match` says which one was read). So no `Idempotency-Key` is looked at.
    """
    seen = {version - 1 for version in expected_versions(request)}
    return await _outcome(partial(_catch_up(request).discard, seen=seen), letter)


def _version(letter: DeadLetter) -> int:
    """It moves with the record that is refused: the offset after it, 0 where none is."""
    return 0 if letter.behind.refused is None else letter.behind.refused + 1


async def _outcome(decide: Callable[[UUID], Any], letter: UUID) -> OutcomeView:
    waiting = await decide(letter)
    return OutcomeView(cleared=waiting is None, waiting=DeadLetterView.of(waiting) if waiting else None)
