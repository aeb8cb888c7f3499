"""Proposals to change the mode of a gathering, and what was decided of them."""

from datetime import datetime
from typing import Self
from uuid import UUID

from fastapi import Request, Response

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.proposals import ProposalState, Proposed
from services.registration.modes import handlers, queries
from services.registration.modes.commands import DecideMode, ProposeMode
from services.registration.modes.forms import DecisionForm, ProposalForm
from shared.contracts.gatherings import ModeDecision, ModeProposal
from shared.flow import Read
from shared.http import Caller, Do, Documents, Routes, View, matches, may

routes = Routes(prefix="/v1/gatherings/{gathering}/proposals", tags=["gatherings"])
secretariat, readers = [may("secretariat")], [may("observer")]


class ProposalView(View):
    """A proposal, open until it is accepted or refused. `at`, `decided_at`: when that was noted."""

    id: UUID
    state: ProposalState
    proposal: ModeProposal
    at: datetime
    decision: ModeDecision | None
    decided_at: datetime | None

    @classmethod
    def told(cls, it: Proposed) -> Self:
        """As the gathering keeps it."""
        return cls(
            id=it.proposal.id,
            state=it.state,
            proposal=it.proposal,
            at=it.at,
            decision=it.decision,
            decided_at=it.decided_at,
        )


@routes.get("", dependencies=readers)
async def get_proposals(gathering: UUID, store: Documents) -> list[ProposalView]:
    """All that was proposed, in the order in which it was noted."""
    return [ProposalView.told(each) for each in (await Read(store).one(Gathering, gathering)).proposals]


@routes.get("/{proposal}", dependencies=readers)
async def get_proposal(gathering: UUID, proposal: UUID, store: Documents) -> ProposalView:
    """One of them."""
    return ProposalView.told(queries.one(await Read(store).one(Gathering, gathering), proposal))


@routes.post("", status_code=201, dependencies=[*secretariat, matches])
async def post_proposal(
    gathering: UUID, form: ProposalForm, do: Do, caller: Caller, request: Request, response: Response
) -> ProposalView:
    """Somebody proposed another mode. `If-Match` is of the gathering; 422 for the mode that it has."""
    command = ProposeMode(**do.message, gathering=gathering, by=caller.id, **form.command("proposed_by"))
    stored = await do(handlers.propose_mode, command, document=(Gathering, gathering))
    response.headers["Location"] = f"{request.url.path}/{command.id}"
    return ProposalView.told(queries.one(stored.entity, command.id))


@routes.post("/{proposal}/decide", dependencies=[*secretariat, matches])
async def post_proposal_decision(
    gathering: UUID, proposal: UUID, form: DecisionForm, do: Do, caller: Caller
) -> ProposalView:
    """It was accepted: the gathering is held so, and who is registered is told. Or refused: that stays as a requirement on its
    edition. 409 `wrong-state` if it was decided before, `not-changeable` if the gathering has begun."""
    asked = {**do.message, "gathering": gathering, "by": caller.id, **form.command("decided_by")}
    stored = await do(handlers.decide_mode, DecideMode(**asked, proposal=proposal), document=(Gathering, gathering))
    return ProposalView.told(queries.one(stored.entity, proposal))
