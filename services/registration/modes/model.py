"""What a proposal to change the mode does to its gathering. Pure."""

from datetime import datetime

from services.registration.gatherings.in_mode import hold_in
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.proposals import Proposed
from services.registration.gatherings.states import CHANGEABLE
from services.registration.modes.commands import DecideMode, ProposeMode
from shared.contracts.gatherings import (
    GatheringChanged,
    ModeDecided,
    ModeDecision,
    ModeProposal,
    ModeProposed,
)
from shared.contracts.people import Calendar
from shared.errors import Conflict, Invalid, NotFound
from shared.periods import begun, period

PROPOSALS = 100
"""So many proposals of a gathering at most."""


def propose(gathering: Gathering, asked: ProposeMode, calendar: Calendar) -> ModeProposed | None:
    """In whatever state, for it may be noted late. None if it is there. Raises Invalid for the mode that it has."""
    if any(each.proposal.id == asked.id for each in gathering.proposals):
        return None
    if len(gathering.proposals) >= PROPOSALS:
        raise Conflict(f"A gathering has at most {PROPOSALS} proposals.", code="too-many")
    if asked.mode == gathering.mode:
        raise Invalid.at("It is held in this mode already.", "mode")
    _must_have_come(asked.proposed_on, calendar, asked.at, "proposed_on")
    proposal = ModeProposal(asked.id, asked.mode, calendar, asked.says, asked.proposed_by, asked.proposed_on)
    gathering.proposals = [*gathering.proposals, Proposed(proposal, asked.at, asked.by)]
    return ModeProposed(gathering=gathering.id, proposal=proposal)


def decide(gathering: Gathering, asked: DecideMode, calendar: Calendar) -> list[ModeDecided | GatheringChanged]:
    """What is accepted, the gathering is. Raises NotFound for no proposal of its own; Conflict for what was decided before
    ("wrong-state"), and for what would change a gathering that has begun ("not-changeable")."""
    if not asked.decided_by:
        raise Invalid.at("Say who decided: an office of a body, or somebody outside.", "decided_by")
    _must_have_come(asked.decided_on, calendar, asked.at, "decided_on")
    there = next((each for each in gathering.proposals if each.proposal.id == asked.proposal), None)
    if there is None:
        raise NotFound("There is no such proposal.")
    decision = ModeDecision(asked.answer, asked.reason, asked.decided_by, calendar, asked.decided_on)
    decided = there.decide(decision, asked.at, asked.by)
    mode = there.proposal.mode if asked.answer == "accepted" else gathering.mode
    if mode != gathering.mode and gathering.state not in CHANGEABLE:
        raise Conflict(f"The gathering is {gathering.state}; its mode is history.", code="not-changeable")
    gathering.proposals = [decided if each is there else each for each in gathering.proposals]
    event = ModeDecided(gathering=gathering.id, edition=gathering.edition, proposed=there.proposal, decision=decision)
    return [event, *([hold_in(gathering, mode, decision.grounds)] if mode != gathering.mode else [])]


def _must_have_come(text: str, calendar: Calendar, at: datetime, where: str) -> None:
    try:
        if text and not begun(period(text, calendar), at):
            raise Invalid.at("That has not come yet.", where)
    except ValueError as error:
        raise Invalid.at(str(error), where) from error
