"""The API of decisions: record, read, correct and withdraw them."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request, Response
from pydantic import AwareDatetime, Field, StringConstraints

from services.minutes.agenda.queries import items_of
from services.minutes.course.queries import course_of
from services.minutes.decisions.by_item import by_item
from services.minutes.decisions.commands import (
    CirculateDecision,
    CorrectDecision,
    RecordDecision,
    ReserveDecision,
    WithdrawDecision,
)
from services.minutes.decisions.handlers import (
    circulate_decision,
    correct_decision,
    record_decision,
    reserve_decision,
    withdraw_decision,
)
from services.minutes.decisions.model import Decision
from services.minutes.decisions.queries import effects_of
from services.minutes.decisions.views import DecisionView, EffectOutcomeView, ItemQuorumView, ObjectionView
from services.minutes.record.api import keepers, readable
from services.minutes.record.fields import Paragraphs, Reason, SaidIn, Words
from shared.contracts.decisions import Adoption, Motion, ReservationFacts, Voted
from shared.contracts.effects import EffectFacts
from shared.errors import NotFound
from shared.flow import Read
from shared.http import Do, Documents, Form, Paging, Routes, answer, matches, public
from shared.http.fields import Instant, Language, Whole
from shared.store import Store, Stored
from shared.store.every import every

routes = Routes(prefix="/v1/minutes/{gathering}/decisions", tags=["decisions"])

Number = Annotated[Whole, Field(ge=0, le=1_000_000)]

Text = Annotated[
    dict[Language, Paragraphs],
    Field(min_length=1, max_length=20, examples=[{"en": "The council meets again in spring."}]),
]


class VotesForm(Form):
    """A count of votes."""

    in_favour: Number
    against: Number
    abstaining: Number = 0


class BallotForm(Form):
    """What a member (an organization) did in a vote by name."""

    member: UUID
    vote: Voted


class EffectForm(EffectFacts, Form):
    """What a decision brings about in registration, once it is adopted and the responsible office confirms it."""

    starts_at: Instant | None = None
    ends_at: Instant | None = None
    planned_for: Annotated[str, StringConstraints(pattern=r"^(\d{4}(-\d{2}){0,2})?$")] = ""


class DecisionForm(Motion, Form):
    """What was decided: its text by language, the mode of adoption, and the votes where the mode counts them.

    `item`: of the agenda, if it belongs to one. `question`: which majority of the body it needs. `ballots`: of a roll call, or a
    recorded vote, one of each member of the body; the votes are their sum. `declared`: what the chair said that it came to, where
    no rule of the body says so.
    """

    text: Text
    adoption: Annotated[Adoption, Field(examples=["show_of_hands"])]
    votes: Annotated[VotesForm | None, Field(examples=[{"in_favour": 31, "against": 4, "abstaining": 2}])] = None  # type: ignore[assignment]
    ballots: Annotated[list[BallotForm], Field(max_length=1000)] = []  # type: ignore[assignment]
    effect: EffectForm | None = None


class DecisionCirculationForm(Form):
    """What is adopted at `reply_by` (UTC), unless a delegate objects before: an hour from now at least."""

    text: Text
    reply_by: Annotated[AwareDatetime, Field(examples=["2039-03-28T12:00:00Z"])]
    item: UUID | None = None
    effect: EffectForm | None = None


class CorrectionForm(DecisionForm):
    """What the decision says from now on, all of it, and why: readers of the record are told."""

    reason: Reason


class ReservationForm(ReservationFacts, Form):
    """In whose name, and the words in their language. `person`: who said so, if that is to be known."""

    words: Words
    said_in: SaidIn


class WithdrawalForm(Form):
    """Why the decision does not stand any more: readers of the record are told."""

    reason: Reason


async def decision_of(store: Store, gathering: UUID, decision: UUID) -> Stored[Decision]:
    """The decision, if it is one of this gathering."""
    stored = await store.get(Decision, decision)
    if stored is None or stored.entity.facts.gathering != gathering:
        raise NotFound("There is no such decision in these minutes.")
    return stored


async def _there(gathering: UUID, decision: UUID, store: Documents) -> None:
    await decision_of(store, gathering, decision)


of_these: Any = Depends(_there)
"""The decision is one of these minutes."""


@routes.get("", dependencies=[public, readable])
async def get_decisions(gathering: UUID, store: Documents, paging: Paging) -> list[DecisionView]:
    """What was decided, by number."""
    page = await paging(store, Decision, {"gathering": gathering}, sort="number")
    return [DecisionView.told(stored.entity) for stored in page]


@routes.get("/quorums", dependencies=[public, readable])
async def get_decision_quorums(gathering: UUID, store: Documents) -> list[ItemQuorumView]:
    """The quorum by agenda item, as it stood when the item was taken up and closed, and whenever something was put to the vote;
    nothing where no rule asks for one."""
    read = Read(store)
    decisions = [each.entity async for each in every(read, Decision, {"gathering": gathering}, sort="number")]
    found = by_item(await items_of(read, gathering), decisions, await course_of(read, gathering))
    return [ItemQuorumView.told(each) for each in found]


@routes.get("/{decision}", dependencies=[public, readable])
async def get_decision(gathering: UUID, decision: UUID, store: Documents, response: Response) -> DecisionView:
    """One decision."""
    return answer(response, await decision_of(store, gathering, decision), DecisionView.told)


@routes.post("", status_code=201, dependencies=keepers)
async def post_decision(
    gathering: UUID, form: DecisionForm, do: Do, request: Request, response: Response
) -> DecisionView:
    """Record a decision while the gathering is in session.

    409: `not-in-session`, `no-quorum` (it says how many members are missing), `body-unknown`, `series-unknown`.
    """
    command = RecordDecision(**do.message, gathering=gathering, facts=Motion(**form.model_dump()))
    stored = await do(record_decision, command)
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return DecisionView.told(stored.entity)


@routes.post("/circulations", status_code=201, dependencies=keepers)
async def post_circulation(
    gathering: UUID, form: DecisionCirculationForm, do: Do, request: Request, response: Response
) -> DecisionView:
    """Ask the delegates for their silence. 409: `already-approved`, `nobody-to-ask`, `body-unknown`, `series-unknown`."""
    said = form.model_dump(exclude={"reply_by"})
    motion = Motion(**said, adoption="silence_procedure")
    command = CirculateDecision(**do.message, gathering=gathering, facts=motion, reply_by=form.reply_by)
    stored = await do(circulate_decision, command)
    response.headers["Location"] = f"{request.url.path.removesuffix('/circulations')}/{stored.id}"
    return DecisionView.told(stored.entity)


@routes.get("/{decision}/objections", dependencies=[*keepers, of_these])
async def get_objections(gathering: UUID, decision: UUID, store: Documents) -> list[ObjectionView]:
    """From whom they came, and their words."""
    stored = await decision_of(store, gathering, decision)
    return [ObjectionView.model_validate(each) for each in stored.entity.objections]


@routes.get("/{decision}/effects", dependencies=[public, readable, of_these])
async def get_outcomes(gathering: UUID, decision: UUID, store: Documents) -> list[EffectOutcomeView]:
    """What it brings about, and what became of that, as far as it was heard; more than one if it was corrected."""
    effects = await effects_of(Read(store), gathering)
    return [EffectOutcomeView.told(each) for each in effects.get(decision, ())]


@routes.post("/{decision}/correct", dependencies=[*keepers, of_these, matches])
async def post_decision_correction(
    gathering: UUID,  # noqa: ARG001  `of_these` has looked at it
    decision: UUID,
    form: CorrectionForm,
    do: Do,
) -> DecisionView:
    """Correct what was recorded wrongly. What it said before stays readable, with the reason. 409 `withdrawn`."""
    motion = Motion(**form.model_dump(exclude={"reason"}))
    command = CorrectDecision(**do.message, decision=decision, facts=motion, reason=form.reason)
    return DecisionView.told((await do(correct_decision, command, document=(Decision, decision))).entity)


@routes.post("/{decision}/reservations", dependencies=[*keepers, of_these, matches])
async def post_reservation(
    gathering: UUID,  # noqa: ARG001  `of_these` has looked at it
    decision: UUID,
    form: ReservationForm,
    do: Do,
) -> DecisionView:
    """A member agreed with a reservation. 409: `not-adopted`, `already-approved`."""
    facts = ReservationFacts.of(form)
    command = ReserveDecision(**do.message, decision=decision, facts=facts, words=form.words, said_in=form.said_in)
    return DecisionView.told((await do(reserve_decision, command, document=(Decision, decision))).entity)


@routes.post("/{decision}/withdraw", dependencies=[*keepers, of_these, matches])
async def post_decision_withdrawal(
    gathering: UUID,  # noqa: ARG001  `of_these` has looked at it
    decision: UUID,
    form: WithdrawalForm,
    do: Do,
) -> DecisionView:
    """A decision that does not stand any more. It keeps its number and stays readable, with the reason."""
    command = WithdrawDecision(**do.message, decision=decision, reason=form.reason)
    return DecisionView.told((await do(withdraw_decision, command, document=(Decision, decision))).entity)
