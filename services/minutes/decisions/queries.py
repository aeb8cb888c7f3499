"""What is asked of the store about a decision: the rules of the body that meets, and the number that is next."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from services.minutes.attendance.model import DELEGATE, Attendance, Presence
from services.minutes.attendance.queries import names_of
from services.minutes.decisions.counting import NO_RULES, Rules
from services.minutes.decisions.model import Decision
from services.minutes.mirrors.editions import Edition
from services.minutes.mirrors.effects import Effect
from services.minutes.mirrors.model import Body, Gathering
from shared.contracts.bodies import Question
from shared.contracts.decisions import Delegate, Place
from shared.errors import Conflict
from shared.flow import Read
from shared.store import In
from shared.store.every import every


async def rules_of(read: Read, gathering: UUID, question: Question) -> Rules:
    """What the body of a gathering lays down for such a question, and its members; nothing where no body meets.

    Raises NotFound for an unknown gathering, Conflict ("body-unknown") while its body was not heard of.
    """
    id = (await read.one(Gathering, gathering)).body
    if id is None:
        return NO_RULES
    body = await read.maybe(Body, id)
    if body is None or not body.formed:
        raise Conflict("The body of this gathering is not known here yet; try again soon.", code="body-unknown")
    return Rules(body.majorities.get(question), body.members)


async def next_place(read: Read, gathering: UUID, at: datetime) -> Place:
    """The numbers after the last decision's, there and in the series that year, by the clocks of the venue.

    Hints: the claims of the decision decide. Raises NotFound for an unknown gathering, Conflict ("series-unknown") while its
    edition was not heard of.
    """
    about = await read.one(Gathering, gathering)
    last = await read.find(Decision, {"gathering": gathering}, sort="-number", limit=1)
    number = last.items[0].entity.facts.number + 1 if last.items else 1
    if about.edition is None:
        return Place(number=number)
    edition = await read.maybe(Edition, about.edition)
    if edition is None or edition.series is None:
        raise Conflict("The series of this gathering is not known here yet; try again soon.", code="series-unknown")
    year = at.astimezone(ZoneInfo(about.time_zone)).year
    there = await read.find(Decision, {"series": edition.series, "year": year}, sort="-serial", limit=1)
    serial = (there.items[0].entity.facts.serial or 0) + 1 if there.items else 1
    return Place(number=number, series=edition.series, year=year, serial=serial)


async def effects_of(read: Read, gathering: UUID) -> dict[UUID, list[Effect]]:
    """What became of the effects of its decisions: by decision, in the order in which they were asked for."""
    found: dict[UUID, list[Effect]] = {}
    async for stored in every(read, Effect, {"gathering": gathering}):
        each = stored.entity
        if each.decision and each.wanted and each.asked_at:
            found.setdefault(each.decision, []).append(each)
    for effects in found.values():
        effects.sort(key=lambda each: (each.asked_at and each.asked_at.timestamp(), each.id))
    return found


async def asked_of(read: Read, gathering: UUID, members: Sequence[UUID] | None) -> list[Delegate]:
    """Whose silence is asked for: the delegates who were let in, of the members of the body; where none meets, of anybody.
    Not of those whose registration has ended since."""
    names = await names_of(read, members or ())
    member_of = {id: member for member, ids in names.items() for id in ids}
    where = {"gathering": gathering, "category": DELEGATE, "counts": True, "state": In([*Presence])}
    there = [each.entity async for each in every(read, Attendance, where)]
    return sorted(
        {
            Delegate(each.person, member_of.get(each.organization, each.organization) if each.organization else None)
            for each in there
            if each.person and not each.ended and (members is None or each.organization in member_of)
        },
        key=lambda each: each.person,
    )
