"""What is asked of proposals."""

from uuid import UUID

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.proposals import Proposed
from shared.errors import NotFound


def one(gathering: Gathering, proposal: UUID) -> Proposed:
    """Raises NotFound."""
    found = next((each for each in gathering.proposals if each.proposal.id == proposal), None)
    if found is None:
        raise NotFound("There is no such proposal.")
    return found
