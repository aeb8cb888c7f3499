"""What is asked of the store about those who came."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from services.minutes.attendance.model import DELEGATE, Attendance, Presence
from services.minutes.attendance.roll import THERE, Noted, Noting, note_id
from services.minutes.mirrors.merged import kept_person
from services.minutes.mirrors.model import Body, Gathering, Organization, Person
from services.minutes.record.model import Minutes
from shared.contracts.decisions import QuorumCount
from shared.contracts.registrations import registration_id
from shared.errors import Conflict
from shared.flow import Read
from shared.store import In
from shared.store.every import every

WAS_THERE = (Presence.PRESENT, Presence.LEFT)
"""The states of whoever was inside at some time."""


async def quorum(read: Read, gathering: UUID) -> QuorumCount | None:
    """The quorum of a gathering as this moment knows it, from entries and exits; None where no rule asks for one.

    Raises NotFound for an unknown gathering, Conflict ("body-unknown") while its body was not heard of: nobody can count then.
    """
    body_id = (await read.one(Gathering, gathering)).body
    if body_id is None:
        return None
    body = await read.maybe(Body, body_id)
    if body is None or not body.formed:
        raise Conflict("The body of this gathering is not known here yet; try again soon.", code="body-unknown")
    if body.quorum is None:
        return None
    return body.count(await members_inside(read, gathering, body.members))


async def members_inside(read: Read, gathering: UUID, members: Sequence[UUID]) -> set[UUID]:
    """Of which of these a delegate who counts is inside now, as the door or somebody's hand told."""
    names = await names_of(read, members)
    inside = await asyncio.gather(*(_delegate_inside(read, gathering, names[member]) for member in members))
    noted = {each.organization for each in await noted_there(read, gathering, "present") if each.counts}
    return {
        member for member, there in zip(members, inside, strict=True) if there or not noted.isdisjoint(names[member])
    }


async def names_of(
    read: Read, these: Sequence[UUID], kind: type[Organization] | type[Person] = Organization
) -> dict[UUID, list[UUID]]:
    """Each of these with all ids that mean it: its own, and of those that were merged into it. Nearly always one look."""
    names = {member: [member] for member in these}
    into = {member: member for member in these}
    while into:
        page = await read.find(kind, {"merged_into": In([*into])}, limit=1_000)
        merged = {stored.id: into[each] for stored in page.items if (each := stored.entity.merged_into)}
        into = {alias: member for alias, member in merged.items() if alias not in names[member]}
        for alias, member in into.items():
            names[member].append(alias)
    return names


async def _delegate_inside(read: Read, gathering: UUID, member: Sequence[UUID]) -> bool:
    """Whether a delegate of this organization (of any of its ids) is inside who was invited or approved: one look along the
    index, however large the delegation is."""
    where = {
        "gathering": gathering,
        "category": DELEGATE,
        "state": Presence.PRESENT,
        "organization": In(member),
        "counts": True,
    }
    return bool((await read.find(Attendance, where, limit=1)).items)


async def kept(read: Read, organization: UUID | None) -> UUID | None:
    """The organization that is meant by this id: of one that was merged, the one that was kept."""
    there = await read.maybe(Organization, organization) if organization else None
    passed = {organization}
    while there and there.merged_into and there.merged_into not in passed:
        organization = there.merged_into
        passed.add(organization)
        there = await read.maybe(Organization, organization)
    return organization


async def meant(read: Read, organization: UUID) -> list[UUID]:
    """All ids that mean the same organization as this one."""
    one = await kept(read, organization) or organization
    return (await names_of(read, [one]))[one]


async def delegates_of(read: Read, gathering: UUID) -> list[Attendance]:
    """The delegates who were inside at some time. State by state: so each page is one walk along an index."""
    where = {"gathering": gathering, "category": DELEGATE}
    found = [
        stored.entity for state in WAS_THERE async for stored in every(read, Attendance, {**where, "state": state})
    ]
    return found + [each.seen() for each in await noted_there(read, gathering) if each.category == DELEGATE]


async def members_there(read: Read, gathering: UUID, people: Sequence[UUID]) -> list[Attendance]:
    """Of the people who are members of the body themselves those who were inside at some time, and not for an organization."""
    registered = await read.many(Attendance, [registration_id(gathering, each) for each in people])
    came = [each for each in registered.values() if each.state in WAS_THERE]
    of_these = set(people)
    noted = [each.seen() for each in await noted_there(read, gathering) if each.person in of_these]
    return [each for each in (*came, *noted) if each.category != DELEGATE]


async def noted_there(read: Read, gathering: UUID, *states: Noting) -> list[Noted]:
    """Of whom it is noted by hand that they are or were there, or so; whom the door saw meanwhile are not among them, also if
    they registered only after they were noted. Who does not come after all counts for nobody."""
    where = {"gathering": gathering, "state": In(states or THERE)}
    found = [stored.entity async for stored in every(read, Noted, where)]
    own = {each.id: each.registration or registration_id(gathering, each.person) for each in found}
    registered = await read.many(Attendance, list(own.values()))
    told = [(each, registered.get(own[each.id])) for each in found]
    return [_as_registered(each, there) for each, there in told if not (there and there.passages)]


def _as_registered(noted: Noted, there: Attendance | None) -> Noted:
    return replace(noted, counts=False) if noted.counts and not (there and there.seated) else noted


async def takes_part(read: Read, gathering: UUID, person: UUID) -> bool:
    """Whether this person does, by a registration or, where there is none that says what they are, as it is noted by hand; also
    under another id of theirs. Who gave the place up, or lost it, does not any more, nor who was erased."""
    there = await read.maybe(Person, person)
    if there and there.erased:
        return False
    who = await kept_person(read, person) or person
    own = (await names_of(read, [who], Person))[who]
    found = await read.find(Attendance, {"person": In(own), "gathering": gathering})
    registered = [stored.entity for stored in found.items]
    noted = await read.many(Noted, [note_id(gathering, each) for each in own])
    by_hand = [each.seen() for each in noted.values() if each.state in THERE]
    known = any(each.state or each.ended or each.lost for each in registered)
    return any(each.takes_part for each in (registered if known else by_hand))


async def met_at(read: Read, gathering: UUID) -> datetime | None:
    """When it met, or is to meet: those who are present are told as they were then."""
    minutes, about = await read.maybe(Minutes, gathering), await read.maybe(Gathering, gathering)
    return (minutes.opened_at if minutes else None) or (about.starts_at if about else None)


async def people_of(read: Read, attendances: Sequence[Attendance]) -> dict[UUID, Person]:
    """Attendance id -> the person, for those who are known here by now."""
    people = await read.many(Person, [each.person for each in attendances if each.person])
    return {each.id: people[each.person] for each in attendances if each.person in people}
