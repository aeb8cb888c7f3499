"""What is asked of the store about statements."""

from dataclasses import replace
from datetime import datetime
from typing import Final
from uuid import UUID

from services.minutes.statements.model import Statement
from shared.flow import Read
from shared.store.every import every

TYPED: Final = "."
"""What the turn of a statement ends in that was typed as a paragraph."""


async def statements_of(read: Read, gathering: UUID, *, all_of_them: bool) -> list[Statement]:
    """What was said there, on each item in its order; `all_of_them`: also what is not public."""
    where = {"gathering": gathering} if all_of_them else {"gathering": gathering, "public": True}
    return [each.entity async for each in every(read, Statement, where, sort="turn")]


def as_published(statement: Statement, published_at: datetime | None) -> Statement:
    """The statement as everybody reads it: withdrawn, only that it was; corrected, what was published before; what was
    confidential then stays so."""
    if not statement.stands:
        return replace(statement, words="", earlier=[])
    seen = [each for each in statement.earlier if each.public and published_at and each.corrected_at > published_at]
    return replace(statement, earlier=seen)


def turn_of(typed: str) -> str:
    """The place of what was typed as a paragraph in this place: in whatever order they are settled, they stand in that of their
    paragraphs. The mark sorts before every digit, and no statement that is recorded by hand has it: no two ask for one.
    """
    return f"{typed}{TYPED}"


async def last_turn(read: Read, gathering: UUID, item: UUID | None) -> str:
    """The place of the last statement on this item, behind which there is room (`after`); "" where there is none."""
    where = {"gathering": gathering, "item": item}
    page = await read.find(Statement, where, sort="-turn", limit=1)
    return page.items[0].entity.facts.turn.removesuffix(TYPED) if page.items else ""
