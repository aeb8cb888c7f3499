"""What happens with invitations, in the order a person would tell it. `TIMERS` at the foot."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from services.registration.entries.merging import kept, kept_id
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import GatheringState
from services.registration.invitations import queries
from services.registration.invitations.commands import (
    Answer,
    Asked,
    Extend,
    Invite,
    Name,
    Substitute,
    TakeBack,
)
from services.registration.invitations.model import FOCAL_POINTS, OVER, QUOTA, Invitation
from services.registration.organizations.model import Organization
from services.registration.organizations.queries import meant
from services.registration.people.model import Person
from shared.contracts.invitations import InvitationFacts, invitation_id
from shared.errors import Conflict, Invalid
from shared.flow import Change, Decide, Due, Read

DONE = (GatheringState.ADJOURNED, GatheringState.HELD, GatheringState.CANCELLED)
"""Nobody is invited to it any more, and nothing is answered."""


async def invite(command: Invite, read: Read) -> Change[Invitation]:
    """Somebody is invited. Asked for the same again: what is there; what was withdrawn or has expired is sent again."""
    asked = command.facts
    ids = [*asked.focal_points, *([asked.person] if asked.person else [])]
    await read.ahead(
        (Gathering, asked.gathering),
        (Organization, asked.organization),
        *((Person, id) for id in ids),
        (Invitation, invitation_id(asked.gathering, command.invitee)),
    )
    gathering = await _standing(read, asked.gathering)
    gathering.pool(asked.category)
    if asked.reply_by > gathering.ends_at:
        raise Invalid.at("They answer before the gathering is over.", "reply_by")
    facts = await _meant(read, asked)
    person = await read.maybe(Person, facts.person) if facts.person else None
    invitee = facts.person or facts.organization
    there = (
        await queries.invitation_of(read, gathering.id, invitee, person.aliases if person else ()) if invitee else None
    )
    if there is None:
        command = replace(command, facts=facts)
        return Change(*Invitation.sent(command, invitation_id(gathering.id, command.invitee)))
    if there.state in OVER:
        return Change(there, there.send_again(facts, command.at))
    if there.facts.category != facts.category:
        raise Conflict(
            f"They are invited as {there.facts.category}; withdraw that invitation first.", code="invited-otherwise"
        )
    return Change(there)


async def extend(command: Extend, read: Read) -> Change[Invitation]:
    """They may answer until another time."""
    invitation = await _open(command, read)
    return Change(invitation, invitation.extend(command))


async def withdraw(command: TakeBack, read: Read) -> Change[Invitation]:
    """The secretariat takes it back; asked twice, nothing more happens."""
    invitation = await read.one(Invitation, command.invitation)
    return Change(invitation, invitation.take_back())


async def reply(command: Answer, read: Read) -> Change[Invitation]:
    """Yes, no or perhaps; pressed twice, nothing more happens."""
    invitation = await _open(command, read)
    return Change(invitation, invitation.reply(command))


async def let_substitute(command: Substitute, read: Read) -> Change[Invitation]:
    """Somebody else, who is on record by now, comes in the place."""
    invitation = await _open(command, read)
    person = await _known(read, command.person, "person")
    there = await _as_they_stand(read, [invitation.substitute, invitation.facts.person])
    return Change(invitation, invitation.let_substitute(replace(command, person=there.get(person, person))))


async def name_delegates(command: Name, read: Read) -> Change[Invitation]:
    """An organization says who comes for it: people who are on record by now."""
    invitation = await _open(command, read)
    await read.ahead(*((Person, each) for each in (*invitation.delegates, *command.add, *command.remove)))
    there = await _as_they_stand(read, invitation.delegates)
    known = [await _known(read, each, "delegates", n) for n, each in enumerate(command.add)]
    gone = [each if each in invitation.delegates else await kept_id(read, Person, each) for each in command.remove]
    add, remove = (tuple(there.get(each, each) for each in ids) for ids in (known, gone))
    return Change(invitation, *invitation.name(replace(command, add=add, remove=remove)))


async def expire(command: Due, read: Read) -> Change[Invitation]:
    """Nobody answered in time. Nothing if it moved on."""
    invitation = await read.one(Invitation, command.document)
    return Change(invitation, invitation.expire(command.at))


async def _as_they_stand(read: Read, ids: Iterable[UUID | None]) -> dict[UUID, UUID]:
    """Each of these people by the id that was kept: who was merged meanwhile stands in the invitation as they were named."""
    return {await kept_id(read, Person, each): each for each in ids if each}


async def _open(command: Asked, read: Read) -> Invitation:
    """Of a gathering that is still to come. Raises Conflict (`over`)."""
    invitation = await read.one(Invitation, command.invitation)
    await _standing(read, invitation.facts.gathering)
    return invitation


async def _standing(read: Read, id: UUID) -> Gathering:
    """Raises Conflict: `not-announced` of a draft, of which nobody is told; `over`."""
    gathering = await read.one(Gathering, id)
    if gathering.state is GatheringState.DRAFT:
        raise Conflict("The gathering is a draft; announce it before anybody is invited.", code="not-announced")
    if gathering.state in DONE:
        raise Conflict(f"The gathering is {gathering.state}.", code="over")
    return gathering


async def _meant(read: Read, asked: InvitationFacts) -> InvitationFacts:
    """As it is kept: of an alias, the one that was kept; a person in the name of their own organization if none is said."""
    organization = await meant(read, asked.organization, "organization")
    if asked.person:
        if asked.quota or asked.focal_points:
            raise Invalid.at("A person has no quota; leave it out, or leave out the person.", "quota")
        id = await _known(read, asked.person, "person")
        home = organization or (await read.one(Person, id)).organization
        return asked.model_copy(update={"person": id, "organization": home})
    if organization is None:
        raise Invalid.at("Say who is invited: a person, or an organization.", "person")
    if not 1 <= asked.quota <= QUOTA:
        raise Invalid.at(f"An organization sends 1 to {QUOTA} delegates.", "quota")
    if not 1 <= len(asked.focal_points) <= FOCAL_POINTS:
        raise Invalid.at("Say who of the organization is written to.", "focal_points")
    points = [await _known(read, each, "focal_points", n) for n, each in enumerate(asked.focal_points)]
    return asked.model_copy(update={"organization": organization, "focal_points": [*dict.fromkeys(points)]})


async def _known(read: Read, id: UUID, *field: str | int) -> UUID:
    """Somebody on record; of an alias, the one that was kept. Raises Invalid."""
    person = await kept(read, Person, id)
    if person is None or person.erased or not person.confirmed:
        raise Invalid.at("Nobody who is known has this id.", *field)
    return person.id


TIMERS: Mapping[type[Any], Decide[Due]] = {Invitation: expire}
