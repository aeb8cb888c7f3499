"""What is asked of the store about one gathering: its agenda, what belongs to each item, and who may have said it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple
from uuid import UUID

from services.minutes.agenda.model import AgendaItem
from services.minutes.agenda.queries import items_of
from services.minutes.attendance.model import Attendance
from services.minutes.attendance.queries import WAS_THERE, noted_there, people_of
from services.minutes.contributions.followed import Followed, followed_of
from services.minutes.contributions.model import Contribution
from services.minutes.contributions.queries import as_published as published_contribution
from services.minutes.contributions.queries import contributions_of
from services.minutes.course.model import Course
from services.minutes.course.queries import course_of
from services.minutes.decisions.model import Decision
from services.minutes.decisions.outcomes import Involved, involved
from services.minutes.documents.model import MeetingDocument
from services.minutes.documents.queries import documents_of
from services.minutes.mirrors.model import Body, Gathering, Organization, Person
from services.minutes.record.model import Minutes
from services.minutes.statements.model import Statement
from services.minutes.statements.queries import as_published as published_statement
from services.minutes.statements.queries import statements_of
from shared.flow import Read
from shared.store import In
from shared.store.every import every

LISTED = 1_000
"""So many of those who came by the door a form lets one choose from, and all who are noted by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proceedings:
    """What was on the agenda, said, brought forward and decided at one gathering, and who is named, as far as it is known here.

    `keeper`: whoever reads it keeps the minutes; everybody else sees what is public and stood by. `course`: which item was dealt
    with when. `involved`: what became of the effects of the decisions. `followed`: the actions that contributions became.
    """

    minutes: Minutes
    keeper: bool
    items: Sequence[AgendaItem]
    course: Course
    documents: Sequence[MeetingDocument]
    statements: Sequence[Statement]
    contributions: Sequence[Contribution]
    decisions: Sequence[Decision]
    people: Mapping[UUID, Person]
    organizations: Mapping[UUID, Organization]
    bodies: Mapping[UUID, Body]
    gatherings: Mapping[UUID, Gathering]
    involved: Involved
    followed: Mapping[UUID, Sequence[Followed]]


async def proceedings_of(read: Read, minutes: Minutes, *, keeper: bool) -> Proceedings:
    """All of it, in a handful of round trips."""
    items = await items_of(read, minutes.id)
    documents = [each for each in await documents_of(read, minutes.id) if each.stands and (keeper or each.public)]
    statements = await statements_of(read, minutes.id, all_of_them=keeper)
    contributions = await contributions_of(read, minutes.id)
    decided = {"gathering": minutes.id}
    if not keeper:
        seen = [published_statement(each, minutes.published_at) for each in statements]
        statements = [each for each in seen if each.stands or minutes.published]
        contributions = [published_contribution(each) for each in contributions if each.stands or minutes.published]
    decisions = [each.entity async for each in every(read, Decision, decided, sort="number")]
    origins = [*(each.facts for each in contributions), *chain(*(each.answers for each in contributions))]
    speeches = [each.facts for each in statements]
    return Proceedings(
        minutes=minutes,
        keeper=keeper,
        items=items,
        course=(await course_of(read, minutes.id)).ended(minutes.closed_at),
        documents=documents,
        statements=statements,
        contributions=contributions,
        decisions=decisions,
        people=await read.many(
            Person, _known(chain((each.speaker for each in speeches), *(each.people for each in origins)))
        ),
        organizations=await read.many(
            Organization,
            _known(chain((each.organization for each in speeches), *(each.organizations for each in origins))),
        ),
        bodies=await read.many(Body, _known(each.body for each in speeches)),
        gatherings=await read.many(
            Gathering, _known(chain.from_iterable((each.facts.previous, each.facts.prepares) for each in items))
        ),
        involved=await involved(read, minutes.id, decisions),
        followed=await followed_of(read, contributions),
    )


def _known(ids: Iterable[UUID | None]) -> list[UUID]:
    return list(dict.fromkeys(id for id in ids if id))


class Present(NamedTuple):
    """Somebody who came, with the organization that they came for."""

    person: UUID
    name: str
    organization: UUID | None
    home: Organization | None


async def present(read: Read, gathering: UUID) -> list[Present]:
    """Those who were there at some time, by the door or as it is noted, and whose names are on record, by name."""
    page = await read.find(Attendance, {"gathering": gathering, "state": In(WAS_THERE)}, limit=LISTED)
    came = [stored.entity for stored in page.items] + [each.seen() for each in await noted_there(read, gathering)]
    people = await people_of(read, came)
    homes = await read.many(Organization, _known(each.organization for each in came))
    found = {
        each.person: Present(
            each.person, name, each.organization, homes.get(each.organization) if each.organization else None
        )
        for each in came
        if each.person and each.id in people and (name := people[each.id].name)
    }
    return sorted(found.values(), key=lambda each: (each.name, each.person))
