"""The API of decisions: record them, read them."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Request, Response
from pydantic import AfterValidator, Field, StringConstraints

from services.minutes.decisions.handlers import record_decision
from services.minutes.decisions.model import Decision, RecordDecision, State
from services.minutes.record.api import keepers, readable
from shared.contracts.decisions import Adoption, DecisionFacts, Motion
from shared.errors import NotFound
from shared.http import Do, Documents, Form, Paging, Routes, View, answer, public
from shared.http.fields import Language, Whole
from shared.text import paragraphs

routes = Routes(prefix="/v1/minutes/{gathering}/decisions", tags=["decisions"])

Paragraphs = Annotated[str, StringConstraints(min_length=1, max_length=20_000), AfterValidator(paragraphs)]
Number = Annotated[Whole, Field(ge=0, le=1_000_000)]


class VotesForm(Form):
    """A count of votes."""

    in_favour: Number
    against: Number
    abstaining: Number = 0


class DecisionForm(Form):
    """What was decided: its text by language, the mode of adoption, and the votes where the mode counts them."""

    text: Annotated[
        dict[Language, Paragraphs],
        Field(min_length=1, max_length=20, examples=[{"en": "The council meets again in spring."}]),
    ]
    adoption: Annotated[Adoption, Field(examples=["show_of_hands"])]
    votes: Annotated[VotesForm | None, Field(examples=[{"in_favour": 31, "against": 4, "abstaining": 2}])] = None


class DecisionView(DecisionFacts, View):
    """A decision. `quorum` is what the minutes knew when it was taken; null where the body has no rule."""

    id: UUID
    state: State
    decided_at: datetime


@routes.get("", dependencies=[public, readable])
async def get_decisions(gathering: UUID, store: Documents, paging: Paging) -> list[DecisionView]:
    """What was decided, by number."""
    page = await paging(store, Decision, {"gathering": gathering}, sort="number")
    return [DecisionView.of(stored.entity) for stored in page]


@routes.get("/{decision}", dependencies=[public, readable])
async def get_decision(gathering: UUID, decision: UUID, store: Documents, response: Response) -> DecisionView:
    """One decision."""
    stored = await store.get(Decision, decision)
    if stored is None or stored.entity.facts.gathering != gathering:
        raise NotFound("There is no such decision in these minutes.")
    return answer(response, stored, DecisionView.of)


@routes.post("", status_code=201, dependencies=keepers)
async def post_decision(
    gathering: UUID, form: DecisionForm, do: Do, request: Request, response: Response
) -> DecisionView:
    """Record a decision while the gathering is in session. 409: `not-in-session`, `no-quorum`, `body-unknown`."""
    command = RecordDecision(**do.message, gathering=gathering, facts=Motion(**form.model_dump()))
    stored = await do(record_decision, command)
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return DecisionView.of(stored.entity)
