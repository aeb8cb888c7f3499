"""What stands against another mode: the requirements on an edition, and refusals."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from services.registration.editions.model import Edition
from services.registration.editions.requirements import standing
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.proposals import ProposalState, Proposed
from shared.contracts.authorities import Authority
from shared.contracts.organizations import Text
from shared.contracts.people import Calendar
from shared.errors import NotFound
from shared.store import Store


@dataclass(frozen=True, slots=True)
class Stands:
    """What somebody required, or on which grounds a proposal was refused."""

    says: Text
    by: Authority
    on: str
    calendar: Calendar


def one(gathering: Gathering, proposal: UUID) -> Proposed:
    """Raises NotFound."""
    found = next((each for each in gathering.proposals if each.proposal.id == proposal), None)
    if found is None:
        raise NotFound("There is no such proposal.")
    return found


async def stands(store: Store, edition: UUID | None, proposals: Iterable[Proposed] = ()) -> list[Stands]:
    """The requirements on the edition; and each refusal that did not become one, be it of a gathering of no edition."""
    found = await store.get(Edition, edition) if edition else None
    it = found.entity if found else None
    known = {each.requirement.proposal for each in it.requirements} if it else set()
    required = (
        [Stands(each.says, each.stated_by, each.stated_on, it.facts.calendar) for each in standing(it.requirements)]
        if it
        else []
    )
    refused = [
        Stands(each.decision.grounds, each.decision.by, each.decision.on, each.decision.calendar)
        for each in proposals
        if each.decision and each.state is ProposalState.REFUSED and each.proposal.id not in known
    ]
    return required + refused
