"""What became of those who are named by an invitation, for clients."""

from uuid import UUID

from services.registration.delegations.queries import became
from services.registration.entries.merging import called
from services.registration.invitations import queries
from services.registration.invitations.coming import Word
from services.registration.people.model import Person
from shared.http import Caller, Documents, Routes, View, may

routes = Routes(prefix="/v1", tags=["invitations"])


class DelegateView(View):
    """Somebody who is named, and what became of them.

    `place`; `waits`, and how many wait `before` (null for more than 300); `undecided` by the secretariat; `unconfirmed`: they
    have not confirmed their address; `soon`: being registered; `away`: they do not come.
    """

    person: UUID
    became: Word
    before: int | None


@routes.get("/invitations/{invitation}/delegates", dependencies=[may("person")])
async def get_invitation_delegates(invitation: UUID, caller: Caller, store: Documents) -> list[DelegateView]:
    """Each who is named by an invitation, in the order in which they were. Why somebody does not come is not told."""
    there = (await queries.seen(store, caller, invitation)).entity
    found = await became(store, there, await called(store, Person, there.delegates))
    return [DelegateView(person=id, became=each.word, before=each.before) for id, each in found.items()]
