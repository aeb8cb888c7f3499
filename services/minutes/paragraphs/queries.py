"""What is asked of the store about paragraphs: their order, and what is new."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from services.minutes.agenda.turns import after, between
from services.minutes.paragraphs.model import Paragraph, ParagraphState, WriteParagraph
from shared.flow import Read
from shared.store import Range, Stored
from shared.store.every import every

MARGIN: Final = timedelta(seconds=30)
"""A change is dated when it is asked for, and stands a moment later: whoever asks what is new looks back so far."""


async def paragraphs_of(read: Read, gathering: UUID) -> list[Stored[Paragraph]]:
    """What was typed there and stands, by place."""
    found = [each async for each in every(read, Paragraph, {"gathering": gathering}, sort="turn")]
    return [each for each in found if each.entity.stands]


async def unsettled(read: Read, gathering: UUID) -> list[Stored[Paragraph]]:
    """Of these what is not in the record yet, as far as it was put there by its mark."""
    where = {"gathering": gathering, "state": ParagraphState.TYPED}
    return [each async for each in every(read, Paragraph, where, sort="turn")]


async def changed_since(read: Read, gathering: UUID, since: datetime) -> Sequence[Stored[Paragraph]]:
    """What was typed, settled or struck since then; rather one too many than one too few."""
    where = {"gathering": gathering, "changed_at": Range(gte=since - MARGIN)}
    return [each async for each in every(read, Paragraph, where, sort="changed_at")]


async def place_of(read: Read, asked: WriteParagraph) -> str:
    """The place of a new one: just behind the one that it goes on from, or as the last. A hint: its claim decides."""
    here = {"gathering": asked.gathering}
    behind = await read.maybe(Paragraph, asked.behind) if asked.behind else None
    if behind is None or behind.facts.gathering != asked.gathering:
        page = await read.find(Paragraph, here, sort="-turn", limit=1)
        return after(page.items[0].entity.facts.turn if page.items else "")
    turn = behind.facts.turn
    page = await read.find(Paragraph, {**here, "turn": Range(gt=turn)}, sort="turn", limit=1)
    return between(turn, page.items[0].entity.facts.turn) if page.items else after(turn)
