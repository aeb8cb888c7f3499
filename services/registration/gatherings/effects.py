"""What decisions bring about in gatherings, once confirmed: one is put off or held in another mode, or a meeting is called.

It is done by the same commands as by hand, with what the decision says as the reason. The gathering says what came of it. `ON` at
the foot.
"""

from collections.abc import Iterable, Mapping, Sequence
from uuid import uuid5

from services.registration.bodies.model import Body
from services.registration.gatherings.commands import DraftGathering, GatheringAsked, PostponeGathering
from services.registration.gatherings.coordination import NEXT, of_body
from services.registration.gatherings.handlers import draft_gathering, postpone_gathering, remembered
from services.registration.gatherings.in_mode import hold_in
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.proposals import Proposed
from services.registration.gatherings.states import AHEAD, CHANGEABLE, GatheringState
from shared.contracts import Event, Record
from shared.contracts.authorities import Authority
from shared.contracts.effects import EffectConfirmed
from shared.contracts.gatherings import (
    GatheringEffectTried,
    Hindrance,
    Mode,
    ModeDecided,
    ModeDecision,
    ModeProposal,
    ModeProposed,
    Particulars,
)
from shared.errors import Refused
from shared.flow import Change, Hear, Read

State = GatheringState
HINDRANCES: Mapping[GatheringState, Hindrance] = {
    State.DRAFT: "draft",
    State.IN_SESSION: "begun",
    State.ADJOURNED: "over",
    State.HELD: "over",
    State.CANCELLED: "cancelled",
    State.POSTPONED: "postponed",
}
SEATS = {"delegate": 25}
"""Of a meeting that is called by a gathering without seats, until the secretariat says otherwise."""


async def carry_out(record: Record, read: Read) -> Iterable[Change[Gathering]]:
    """An effect was confirmed. What cannot be done is not done, and said, in the same write."""
    event = record.event
    if not isinstance(event, EffectConfirmed):
        return []
    if event.effect_kind == "call_meeting":
        return await _call(record, event, read)
    gathering = await read.maybe(Gathering, event.target) if event.target else None
    if gathering is None:
        return []
    if hindrance := _hindrance(gathering, event):
        return [Change(gathering, _tried(gathering, event, hindrance))]
    if event.mode:
        return [_hold_in(gathering, event, event.mode, record)]
    command = PostponeGathering(
        id=record.id,
        at=record.at,
        gathering=gathering.id,
        reason=event.text,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
    )
    try:
        done = await postpone_gathering(command, read)
    except Refused:  # the window of its registration, say, does not go with this date
        return [Change(gathering, _tried(gathering, event, "time"))]
    return [Change(gathering, *done.events, _tried(gathering, event))]


def _tried(gathering: Gathering, event: EffectConfirmed, hindrance: Hindrance | None = None) -> GatheringEffectTried:
    """Kept by the gathering, and said."""
    gathering.effects = [*gathering.effects, event.effect]
    return GatheringEffectTried(gathering=gathering.id, effect=event.effect, hindrance=hindrance)


def _hindrance(gathering: Gathering, event: EffectConfirmed) -> Hindrance | None:
    """Why it cannot be done as the gathering is now."""
    where: Sequence[GatheringState] = AHEAD
    span = (event.starts_at, event.ends_at)
    if event.mode:
        already, where = event.mode == gathering.mode, CHANGEABLE
    elif event.starts_at:
        already = span == (gathering.starts_at, gathering.ends_at)
    else:
        already = gathering.state is State.POSTPONED
    if already:
        return "already"
    return None if gathering.state in where else HINDRANCES[gathering.state]


def _hold_in(gathering: Gathering, event: EffectConfirmed, mode: Mode, record: Record) -> Change[Gathering]:
    """As a proposal that was accepted, with who decided it."""
    by = Authority(None, event.decided_by)
    proposal = ModeProposal(event.effect, mode, "gregorian", event.text, by)
    decision = ModeDecision("accepted", event.text, by, "gregorian")

    def do() -> Sequence[Event]:
        decided = Proposed(proposal, record.at).decide(decision, record.at, None)
        gathering.proposals = [*gathering.proposals, decided]
        return [
            ModeProposed(gathering=gathering.id, proposal=proposal),
            ModeDecided(gathering=gathering.id, edition=gathering.edition, proposed=proposal, decision=decision),
            hold_in(gathering, mode, decision.grounds),
            _tried(gathering, event),
        ]

    return remembered(gathering, GatheringAsked(id=record.id, at=record.at, gathering=gathering.id), do)


async def _call(record: Record, event: EffectConfirmed, read: Read) -> list[Change[Gathering]]:
    """A draft, where and for whom the deciding one was: the secretariat puts right what is otherwise, and announces it."""
    id, like = uuid5(record.id, "meeting"), await read.maybe(Gathering, event.gathering)
    if like is None or event.starts_at is None or event.ends_at is None or await read.maybe(Gathering, id):
        return []
    body = await read.maybe(Body, event.body) if event.body else None
    facts = {"venue_address": like.facts.venue_address, "coordinates": like.facts.coordinates}
    command = DraftGathering(
        id=record.id,
        at=record.at,
        gathering=id,
        gathering_kind="meeting",
        title=of_body(body.name) if body and not event.edition else {},
        venue=like.venue,
        mode=event.mode or like.mode,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        time_zone=like.time_zone,
        capacity=like.capacity or SEATS,
        admission=like.admission,
        body=event.body,
        edition=event.edition,
        facts=Particulars(**facts, coordination=NEXT if event.edition else None),
    )
    drafted = await draft_gathering(command, read)
    return [Change(drafted.entity, *drafted.events, _tried(drafted.entity, event))]


ON: Mapping[type[Event], Hear] = {EffectConfirmed: carry_out}
