"""What is asked of the store about statements."""

from uuid import UUID

from services.minutes.statements.model import Statement
from shared.flow import Read
from shared.store.every import every


async def statements_of(read: Read, gathering: UUID, *, all_of_them: bool) -> list[Statement]:
    """What was said there, on each item in its order; `all_of_them`: also what is not public."""
    where = {"gathering": gathering} if all_of_them else {"gathering": gathering, "public": True}
    return [each.entity async for each in every(read, Statement, where, sort="rank")]


async def last_rank(read: Read, gathering: UUID, item: UUID | None) -> str:
    """The place of the last statement on this item; "" where there is none."""
    where = {"gathering": gathering, "item": item}
    page = await read.find(Statement, where, sort="-rank", limit=1)
    return page.items[0].entity.facts.rank if page.items else ""
