"""Whether enough members are present."""

from uuid import UUID

from services.minutes.model.mirrors import Body
from shared.contracts.decisions import QuorumCount


def count(body: Body, inside: set[UUID]) -> QuorumCount | None:
    """The quorum of `body` with the delegations of the organizations `inside`; None where it has no rule."""
    if body.quorum is None:
        return None
    members = len(body.members)
    return QuorumCount(
        members=members, required=body.quorum.required(members), present=len(inside.intersection(body.members))
    )
