"""What is asked of invitations, and which of them a caller may see."""

from collections.abc import Iterable
from uuid import UUID

from services.registration.entries.merging import kept
from services.registration.invitations.model import Invitation, InvitationState
from services.registration.people.model import Person
from services.registration.people.queries import visible
from shared.auth import Caller
from shared.contracts.invitations import invitation_id
from shared.flow import Read
from shared.store import In, Store, Stored, Where


async def invitation_of(read: Read, gathering: UUID, invitee: UUID, aliases: Iterable[UUID] = ()) -> Invitation | None:
    """The invitation of somebody to a gathering, under whichever of their ids; of two the one that is not over."""
    there = await read.many(Invitation, [invitation_id(gathering, each) for each in (invitee, *aliases)])
    return max(there.values(), key=lambda each: each.state is not InvitationState.WITHDRAWN, default=None)


async def lets_in(read: Read, gathering: UUID, person: Person, organization: UUID | None, category: str) -> bool:
    """Whether an invitation that was accepted lets this person in: their own, or as a delegate of the organization."""
    own = await invitation_of(read, gathering, person.id, person.aliases)
    theirs = await invitation_of(read, gathering, organization) if organization else None
    ids = {person.id, *person.aliases}
    return any(each and each.facts.category == category and ids & {*each.comes} for each in (own, theirs))


async def counts(store: Store, gathering: UUID) -> dict[InvitationState, int]:
    """How many are invited to a gathering, by what they answered."""
    numbers = [await store.count(Invitation, {"gathering": gathering, "state": each}) for each in InvitationState]
    return dict(zip(InvitationState, numbers, strict=True))


async def own(store: Store, caller: Caller) -> Where:
    """The secretariat sees every invitation, others their own: under each of their ids."""
    if caller.is_("secretariat"):
        return {}
    person = await kept(Read(store), Person, caller.id)
    return {"person": In([person.id, *person.aliases]) if person and person.aliases else caller.id}


def of_organizations(caller: Caller) -> Where:
    """Those of organizations whose focal point the caller is."""
    return {"person": None, "organization": In(caller.of("focal-point"))}


async def seen(store: Store, caller: Caller, id: UUID) -> Stored[Invitation]:
    """One's own, that of an organization whose focal point one is, or any to the secretariat; raises NotFound."""
    return await visible(store, Invitation, id, await own(store, caller), of_organizations(caller))
