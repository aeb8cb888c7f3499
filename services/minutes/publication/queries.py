"""What the pages tell: all of one gathering, read in a handful of round trips; and what is published."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from services.minutes.attendance.model import Attendance
from services.minutes.attendance.queries import WAS_THERE, delegates_of, kept, members_there, noted_there, people_of
from services.minutes.attendance.roll import Noted
from services.minutes.decisions.model import Decision
from services.minutes.mirrors.groups import Group
from services.minutes.mirrors.model import Body, Gathering, Organization, Person
from services.minutes.proceedings.queries import Proceedings, proceedings_of
from services.minutes.publication.endings import Ending
from services.minutes.record.model import Minutes
from services.minutes.record.roles import ROLES
from services.minutes.statements.model import Statement
from shared.contracts.decisions import Outcome, QuorumCount
from shared.flow import Read
from shared.locale.fold import folded
from shared.store import In, Range, Store
from shared.store.every import every


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Minutes and what they are joined with, as far as it is known here.

    `delegates` were inside at some time, as were people who are `members` of the body themselves, and `others` (guests,
    observers, press: a number). `people` is by attendance.
    `groups` were there without their names. `away`: who was excused or represented; `spoken_for`: they, who spoke for them, and
    who did what at the meeting, by their ids. `homes`: the organization that a delegate's organization is by now, if it was
    merged. `ended`: there is a final statement that everybody reads.
    """

    minutes: Minutes
    gathering: Gathering
    body: Body | None
    decisions: Sequence[Decision]
    proceedings: Proceedings
    delegates: Sequence[Attendance]
    members: Sequence[Attendance]
    homes: Mapping[UUID, UUID]
    others: int
    organizations: Mapping[UUID, Organization]
    people: Mapping[UUID, Person]
    groups: Sequence[Group]
    away: Sequence[Noted]
    spoken_for: Mapping[UUID, Person]
    ended: bool = False

    @property
    def represented(self) -> QuorumCount | None:
        """The members with a delegate inside at some time who counts for a quorum.

        None where no rule asks for one, or the body is unknown.
        """
        there = {home for each in self.delegates if each.counts and (home := self.home(each))}
        return self.body.count(there) if self.body else None

    @property
    def held_at(self) -> datetime | None:
        """When it met, or is to meet: those who were there are told as they were then."""
        return self.minutes.opened_at or self.gathering.starts_at

    def home(self, delegate: Attendance | Noted | Group) -> UUID | None:
        """The organization of a delegate; of one that was merged, the one that was kept."""
        return self.homes.get(delegate.organization) if delegate.organization else None


async def account_of(read: Read, minutes: Minutes) -> Account:
    """Join what belongs to these minutes. Others have their turn between the readings: there may be thousands to read."""
    gathering = await read.maybe(Gathering, minutes.id) or Gathering(minutes.id)
    there = {"gathering": minutes.id, "state": In(WAS_THERE)}
    proceedings = await proceedings_of(read, minutes, keeper=False)
    await asyncio.sleep(0)
    delegates = await delegates_of(read, minutes.id)
    await asyncio.sleep(0)
    body = await read.maybe(Body, gathering.body) if gathering.body else None
    members = await members_there(read, minutes.id, body.people) if body and body.people else []
    people = await people_of(read, [*delegates, *members])
    away = await noted_there(read, minutes.id, "excused", "represented")
    named = {each.organization for each in delegates if each.organization}
    groups = [each.entity async for each in every(read, Group, {"gathering": minutes.id}) if each.entity.came]
    named |= {each.organization for each in away if each.organization}
    named |= {each.organization for each in groups if each.organization}
    voters = {id for decision in proceedings.decisions for id in decision.spoken_for}
    await read.many(Organization, sorted(named))
    homes = {id: await kept(read, id) or id for id in sorted(named)}
    await asyncio.sleep(0)
    return Account(
        minutes=minutes,
        gathering=gathering,
        body=body,
        decisions=proceedings.decisions,
        proceedings=proceedings,
        delegates=delegates,
        members=members,
        homes=homes,
        others=await read.count(Attendance, there)
        + len(await noted_there(read, minutes.id))
        - len(delegates)
        - len(members),
        groups=groups,
        away=away,
        spoken_for=await read.many(Person, [*_named(minutes), *_for(away)]),
        organizations=await read.many(Organization, [*{*homes.values(), *voters}]),
        people=people,
        ended=await read.maybe(Ending, minutes.id) is not None,
    )


def _named(minutes: Minutes) -> list[UUID]:
    return [id for role in ROLES if (id := getattr(minutes.facts, role))]


def _for(away: Sequence[Noted]) -> list[UUID]:
    return [id for each in away for id in (each.person, each.represented_by) if id]


LISTED = 50
"""Minutes on one page of the list."""

SEARCHED = 300
"""The newest minutes, whose titles are looked through when somebody searches."""

MEETINGS = 200
"""Gatherings of one's bodies, of which those are listed whose minutes are still to be published."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Published minutes, the newest first, and their gatherings, as far as they are known. `older`: there are more before it.

    `own`: those that are not published yet, of the bodies whose chair looks.
    """

    minutes: Sequence[Minutes]
    gatherings: Mapping[UUID, Gathering]
    older: datetime | None = None
    own: Sequence[Minutes] = ()


async def listed(store: Store, before: datetime | None, chairs: Sequence[UUID] = ()) -> Listed:
    """What was published, or what was before then; `chairs`: the bodies whose own minutes are listed, too."""
    where, read = {"published_at": Range(lt=before)}, Read(store)
    page = await read.find(Minutes, where, sort="-published_at", limit=LISTED)
    minutes = [stored.entity for stored in page.items]
    own = await _own(read, chairs) if chairs else []
    gatherings = await read.many(Gathering, [each.id for each in (*minutes, *own)])
    return Listed(minutes, gatherings, minutes[-1].published_at if page.next else None, own)


async def _own(read: Read, bodies: Sequence[UUID]) -> list[Minutes]:
    """The minutes of these bodies that are not published yet, the next meeting first."""
    page = await read.find(Gathering, {"body": In(bodies)}, limit=MEETINGS)
    meetings = {stored.id: stored.entity for stored in page.items}
    found = (await read.many(Minutes, list(meetings))).values()
    return sorted((each for each in found if not each.published), key=lambda each: meetings[each.id].starts_at or EVER)


EVER = datetime.max.replace(tzinfo=UTC)


async def searched(store: Store, words: str) -> Listed:
    """Published minutes in whose title, in whatever language, each of these words begins one."""
    read, asked = Read(store), folded(words)
    page = await read.find(Minutes, {"published_at": Range()}, sort="-published_at", limit=SEARCHED)
    gatherings = await read.many(Gathering, [stored.id for stored in page.items])
    titles = {id: folded(" ".join(each.title.values())) for id, each in gatherings.items()}

    def fits(id: UUID) -> bool:
        return all(any(word.startswith(each) for word in titles.get(id, ())) for each in asked)

    return Listed([stored.entity for stored in page.items if fits(stored.id)][:LISTED], gatherings)


NEWS = 40
"""Entries of the feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Minutes were published (nothing is `changed`), or a decision or a public statement in them was corrected or withdrawn.

    `nth`: the correction of it that it is, from 1; 0 is its withdrawal. `reason`: why. `came`: neither, but what silence came to.
    `hidden`: with that correction a statement became confidential; nothing else is told of it, also not why.
    """

    at: datetime
    minutes: Minutes
    gathering: Gathering
    changed: Decision | Statement | None = None
    nth: int = 0
    reason: str = ""
    came: Outcome | None = None
    hidden: bool = False


async def news(store: Store) -> list[Told]:
    """What readers of published minutes are told, the newest first: so many as the feed holds."""
    read = Read(store)
    published = await read.find(Minutes, {"published_at": Range()}, sort="-published_at", limit=NEWS)
    changed = await _changed(read)
    records = {each.id: each.entity for each in published.items}
    records |= await read.many(Minutes, [id for each in changed if (id := each.facts.gathering)])
    gatherings = await read.many(Gathering, list(records))

    def told(at: datetime, minutes: Minutes, **more: Any) -> Told:
        return Told(at=at, minutes=minutes, gathering=gatherings.get(minutes.id) or Gathering(minutes.id), **more)

    found = [told(each.published_at, each) for each in records.values() if each.published_at]
    for it in changed:
        minutes = records.get(it.facts.gathering) if it.facts.gathering else None
        if minutes and minutes.published_at:
            since = minutes.published_at
            found += [told(at, minutes, changed=it, **more) for at, more in _changes(it) if at > since]
    return sorted(found, key=lambda each: each.at, reverse=True)[:NEWS]


async def _changed(read: Read) -> list[Decision | Statement]:
    """What was changed last; of statements those that everybody reads, or could once."""
    of = {"changed_at": Range()}
    decisions = await read.find(Decision, of, sort="-changed_at", limit=NEWS)
    statements = await read.find(Statement, of, sort="-changed_at", limit=NEWS)
    seen = (each.entity for each in statements.items)
    public = [each for each in seen if each.facts.public or any(was.public for was in each.earlier)]
    return [*(each.entity for each in decisions.items), *public]


Became = tuple[datetime, dict[str, Any]]
"""When something became another, and what is told of it."""


def _changes(it: Decision | Statement) -> Iterator[Became]:
    if isinstance(it, Statement):
        yield from _of_statement(it)
        return
    for nth, each in enumerate(it.earlier, 1):
        yield each.corrected_at, {"nth": nth, "reason": each.reason}
    if it.silence_over_at:
        yield it.silence_over_at, {"came": "deferred" if it.objections else "adopted"}
    if it.withdrawn_at:
        yield it.withdrawn_at, {"reason": it.reason}


def _of_statement(it: Statement) -> Iterator[Became]:
    """Not of what was confidential until then; and of what became so that alone, as long as nobody may read it."""
    then = [*(each.public for each in it.earlier[1:]), it.facts.public]
    for nth, (was, public) in enumerate(zip(it.earlier, then, strict=False), 1):
        if was.public and not public:
            yield was.corrected_at, {"nth": nth, "hidden": True}
        elif was.public and it.facts.public:
            yield was.corrected_at, {"nth": nth, "reason": was.reason}
    if it.withdrawn_at and it.facts.public:
        yield it.withdrawn_at, {"reason": it.reason}
