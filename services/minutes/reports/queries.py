"""What is asked of the store about reports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.minutes.attendance.model import Attendance
from services.minutes.mirrors.model import Gathering
from services.minutes.publication.queries import Account, account_of
from services.minutes.record import scope
from services.minutes.record.model import Minutes
from services.minutes.reports.model import Report
from services.minutes.statements.model import Statement
from shared.auth import Caller
from shared.contracts.reports import report_id
from shared.errors import NotFound
from shared.flow import Read
from shared.store import In, Range, Store, Stored
from shared.store.every import every

PRESS = "press"
"""The category of journalists."""

LISTED = 50
"""Reports on one page of the list, and in the feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A report and what it is joined with: the record that it tells of, the statement that it quotes, and what is related."""

    report: Report
    account: Account
    statement: Statement | None
    related: Sequence[tuple[Report, Minutes]]


async def told(read: Read, report: Report) -> Told:
    """Join what belongs to it."""
    minutes = await read.one(Minutes, report.facts.gathering)
    others = [each for each in (await read.many(Report, report.facts.related)).values() if each.published]
    records = await read.many(Minutes, [each.facts.gathering for each in others])
    return Told(
        report=report,
        account=await account_of(read, minutes),
        statement=await read.maybe(Statement, report.facts.statement) if report.facts.statement else None,
        related=[(each, records[each.facts.gathering]) for each in others if each.facts.gathering in records],
    )


def path_of(minutes: Minutes) -> str:
    """The permanent address of a report, by the readable address of its gathering, where that has one."""
    return f"/minutes/reports/{minutes.slug or minutes.id}"


async def press_of(read: Read, gathering: UUID) -> list[UUID]:
    """The people of the press who came, or are expected, in a fixed order."""
    where = {"gathering": gathering, "category": PRESS, "state": In(("expected", "present", "left"))}
    found = {each.entity.person async for each in every(read, Attendance, where) if not each.entity.ended}
    return sorted(each for each in found if each)


async def readable(store: Store, caller: Caller, report: UUID) -> Stored[Report]:
    """The report, if everybody may read it, or this caller, who keeps the record. Raises NotFound."""
    stored = await store.get(Report, report)
    if stored and (stored.entity.published or await scope.keeps(store, caller, stored.entity.facts.gathering)):
        return stored
    raise NotFound("There is no such report here.")


async def kept(store: Store, caller: Caller, report: UUID) -> Stored[Report]:
    """The report, if this caller keeps the record that it tells of. Raises NotFound."""
    stored = await store.get(Report, report)
    if stored and await scope.keeps(store, caller, stored.entity.facts.gathering):
        return stored
    raise NotFound("There is no such report here.")


async def named(store: Store, caller: Caller, slug: str) -> Told:
    """What stands at a readable address. Raises NotFound."""
    page = await store.find(Minutes, {"slug": slug}, limit=1)
    if not page.items:
        raise NotFound("There is no such report here.")
    return await of_gathering(store, caller, page.items[0].id)


async def of_gathering(store: Store, caller: Caller, gathering: UUID) -> Told:
    """The report of a gathering, if this caller may read it. Raises NotFound."""
    return await told(Read(store), (await readable(store, caller, report_id(gathering))).entity)


@dataclass(frozen=True, slots=True)
class Listed:
    """Published reports, the newest first, and what they tell of. `older`: there are more before it."""

    reports: Sequence[Report]
    minutes: Mapping[UUID, Minutes]
    gatherings: Mapping[UUID, Gathering]
    older: datetime | None = None


async def listed(store: Store, before: datetime | None = None) -> Listed:
    """What was published, or what was before then."""
    read = Read(store)
    page = await read.find(Report, {"published_at": Range(lt=before)}, sort="-published_at", limit=LISTED)
    reports = [stored.entity for stored in page.items]
    of = [each.facts.gathering for each in reports]
    older = reports[-1].published_at if page.next else None
    return Listed(reports, await read.many(Minutes, of), await read.many(Gathering, of), older)


async def news(store: Store) -> Listed:
    """What was published or corrected last, for the feed."""
    found, read = await listed(store), Read(store)
    page = await read.find(Report, {"corrected_at": Range()}, sort="-corrected_at", limit=LISTED)
    reports = {each.id: each for each in (*found.reports, *(stored.entity for stored in page.items))}
    of = [each.facts.gathering for each in reports.values()]
    return Listed(list(reports.values()), await read.many(Minutes, of), await read.many(Gathering, of))
