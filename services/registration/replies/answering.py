"""What an answer of a calendar does: by the commands of those who answer on their page. However it came here, it is the same."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from services.registration import invitations
from services.registration.entries.merging import kept
from services.registration.invitations.commands import Answer
from services.registration.invitations.model import CLOCKS, REPLIES, Invitation
from services.registration.invitations.queries import invitation_of
from services.registration.people.model import Person, mailbox
from services.registration.people.queries import person_at
from services.registration.registrations import handlers
from services.registration.registrations.commands import GiveUp
from services.registration.registrations.model import Registration
from services.registration.replies.reading import Reply
from shared.contracts.calendar import registration_of
from shared.contracts.registrations import registration_id
from shared.errors import Conflict, NotFound
from shared.flow import Read
from shared.store import In, Store, Stored

INVITED = 200
"""So many invitations of a person are looked at."""

Run = Callable[[Callable[..., Awaitable[Any]], Any], Awaitable[Stored[Any]]]
"""Carries out a command by its handler."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What was answered, and how it stands after that."""

    registration: UUID | None
    invitation: UUID | None
    state: str


async def carry_out(reply: Reply, store: Store, run: Run, message: Mapping[str, Any]) -> Answered:
    """Who declines withdraws, from what they registered for or are invited to; who is invited accepts, too, or is not certain.

    Raises NotFound for an entry of nobody, Conflict for `another-address`, `superseded`, and what the page would refuse.
    """
    # What was written in the future was written when it came: no clock that is ahead keeps a place for its answer.
    reply = replace(reply, written_at=min(reply.written_at, message["at"]))
    found = await store.get(Registration, reply.registration)
    person = await _who(Read(store), found, reply)
    invitation = await _invitation(store, found, person, reply.registration)
    if invitation and not _without_it(found):
        if REPLIES[reply.said][0] is not invitation.state:
            _must_be_of_now(reply, found)
            asked = _asked(reply, invitation, message)
            invitation = (await run(invitations.handlers.reply, asked)).entity
        return Answered(found.id if found else None, invitation.id, invitation.state.value)
    if found is None:
        raise NotFound("It answers no entry of ours.")
    registration = found.entity
    if reply.said == "declined" and (registration.stands or registration.to_be_approved):
        _must_be_of_now(reply, found)
        registration = (await run(handlers.withdraw, GiveUp(**message, registration=registration.id))).entity
    return Answered(registration.id, None, registration.state.value)


def _asked(reply: Reply, invitation: Invitation, message: Mapping[str, Any]) -> Answer:
    return Answer(
        **message,
        invitation=invitation.id,
        by=None,
        source="calendar",
        reply=reply.said,
        written_at=reply.written_at,
    )


def _without_it(found: Stored[Registration] | None) -> bool:
    """They have a place, or asked for one, which no invitation gave them: to say no is to withdraw that."""
    registration = found.entity if found else None
    if registration is None or not (registration.stands or registration.to_be_approved):
        return False
    return registration.admitted != "invited"


def _must_be_of_now(reply: Reply, found: Stored[Registration] | None) -> None:
    """Not to what was so before, nor written before they asked for the place again."""
    asked = found.entity.begun_at if found else None
    late = asked is not None and reply.written_at < asked - CLOCKS
    if found and (late or registration_of(reply.sequence) < found.sequence):
        raise Conflict("It answers what was so before; a later mail tells what is.", code="superseded")


async def _who(read: Read, found: Stored[Registration] | None, reply: Reply) -> Person:
    """Whose entry it is, if the answer comes from their address."""
    person = await kept(read, Person, found.entity.person) if found else await person_at(read, reply.address)
    if person is None or not person.confirmed or mailbox(person.email) != reply.address:
        raise Conflict("It comes from another address than the one that is registered.", code="another-address")
    return person


async def _invitation(
    store: Store, found: Stored[Registration] | None, person: Person, registration: UUID
) -> Invitation | None:
    """To the same gathering, under whichever of their ids. Before there is a registration, the one whose entry this would be."""
    if found:
        return await invitation_of(Read(store), found.entity.gathering, person.id, person.aliases)
    page = await store.find(Invitation, {"person": In([person.id, *person.aliases])}, limit=INVITED)
    there = (each.entity for each in page.items)
    return next((each for each in there if _entry_of(each) == registration), None)


def _entry_of(invitation: Invitation) -> UUID | None:
    facts = invitation.facts
    return registration_id(facts.gathering, facts.person) if facts.person else None
