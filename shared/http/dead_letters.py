"""Keys that are behind, for operators: list, show, replay, discard. The records themselves lie in the log."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request

from shared.flow.catch_up import CatchUp, DeadLetter
from shared.http.access import may
from shared.http.ask import View
from shared.http.feed import envelope
from shared.http.paging import Paging

routes = APIRouter(prefix="/v1/dead-letters", tags=["dead letters"], dependencies=[may("secretariat")])


class LetterView(View):
    """A key that waits. `refused` is the offset of a dead letter; None is a mere gap, which closes by itself."""

    letter: UUID
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
    def of(cls, letter: DeadLetter) -> "LetterView":
        behind = letter.behind
        return cls(
            letter=letter.letter,
            topic=behind.topic,
            key=letter.key,
            heard=letter.heard,
            partition=behind.partition,
            first=behind.first,
            last=behind.to,
            refused=behind.refused,
            reason=behind.reason,
            since=behind.since,
        )


class RecordView(LetterView):
    """The same, with the refused record as the log keeps it."""

    record: dict[str, Any] | None


class OutcomeView(View):
    """What is left after a replay or a discard: nothing, or what still waits."""

    cleared: bool
    waiting: LetterView | None


def _catch_up(request: Request) -> CatchUp:
    catch_up: CatchUp = request.app.state.service.catch_up
    return catch_up


@routes.get("")
async def get_dead_letters(request: Request, paging: Paging) -> list[LetterView]:
    """The keys that are behind, by the id of the letter."""
    letters = await _catch_up(request).letters()
    return [LetterView.of(each) for each in paging.among(letters, lambda each: each.letter)]


@routes.get("/{letter}")
async def get_dead_letter(letter: UUID, request: Request) -> RecordView:
    """One of them, with its record."""
    found = await _catch_up(request).find(letter)
    behind, record = found.behind, None
    if behind.refused is not None:
        log = request.app.state.service.log
        async for each in log.read(behind.topic, behind.partition, behind.refused, behind.refused + 1):
            record = envelope(each)
    return RecordView(**LetterView.of(found).model_dump(), record=record)


@routes.post("/{letter}/replay")
async def post_replay(letter: UUID, request: Request) -> OutcomeView:
    """Try the refused record again, and what waits behind it."""
    return await _outcome(_catch_up(request).replay, letter)


@routes.post("/{letter}/discard")
async def post_discard(letter: UUID, request: Request) -> OutcomeView:
    """Give the refused record up for good; what waits behind it goes on."""
    return await _outcome(_catch_up(request).discard, letter)


async def _outcome(decide: Callable[[UUID], Any], letter: UUID) -> OutcomeView:
    waiting = await decide(letter)
    return OutcomeView(cleared=waiting is None, waiting=LetterView.of(waiting) if waiting else None)
