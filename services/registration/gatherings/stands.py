"""What stands against another mode: the requirements on an edition, and refusals."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from services.registration.editions.model import Edition
from services.registration.editions.requirements import standing
from services.registration.gatherings.commands import ChangeGathering
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.proposals import ProposalState, Proposed
from services.registration.gatherings.states import AHEAD, GatheringState
from shared.contracts.editions import Requirement
from shared.contracts.people import Calendar
from shared.errors import Conflict, wrong
from shared.flow import Read

AGAINST = "requirement-stands"
"""The problem of who changes the mode against what stands."""


@dataclass(frozen=True, slots=True)
class Stands:
    """What somebody required, or on which grounds a proposal was refused; its time is in this calendar."""

    requirement: Requirement
    calendar: Calendar


async def stands(read: Read, edition: UUID | None, proposals: Iterable[Proposed] = ()) -> list[Stands]:
    """The requirements on the edition; and each refusal that did not become one, be it of a gathering of no edition."""
    it = await read.maybe(Edition, edition) if edition else None
    known = {each.requirement.proposal for each in it.requirements} if it else set()
    required = [Stands(each, it.facts.calendar) for each in standing(it.requirements)] if it else []
    refused = [
        (each.proposal.id, each.decision)
        for each in proposals
        if each.decision and each.state is ProposalState.REFUSED and each.proposal.id not in known
    ]
    return required + [Stands(Requirement(id, no.grounds, no.by, no.on, id), no.calendar) for id, no in refused]


async def must_be_held_so(asked: ChangeGathering, read: Read, it: Gathering) -> None:
    """Raises Conflict ("requirement-stands") for another mode of what was announced where something stands against it, unless
    whoever asks says that they know (`all_the_same`)."""
    if asked.mode == it.mode or asked.all_the_same or it.state not in {*AHEAD, GatheringState.POSTPONED}:
        return
    if await stands(read, it.edition, it.proposals):
        detail = (
            "Somebody required how it is held; see its edition. Say all_the_same to change the mode in spite of that."
        )
        raise Conflict(detail, code=AGAINST, errors=[wrong(detail, "mode")])
