"""The API of decisions: record them, read them."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import Request, Response
from pydantic import AfterValidator, Field, StringConstraints

from services.minutes.decisions.handlers import record_decision
from services.minutes.decisions.model import Decision, RecordDecision, State
from services.minutes.record.api import keepers, readable
from shared.contracts.decisions import Adoption, QuorumCount, Votes
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

    @property
    def counted(self) -> Votes | None:
        """The votes as the model knows them."""
        return Votes(**self.votes.model_dump()) if self.votes else None


class DecisionView(View):
    """A decision. `quorum` is what the minutes knew when it was taken; null where the body has no rule."""

    id: UUID
    gathering: UUID
    number: int
    text: dict[str, str]
    adoption: Adoption
    state: State
    decided_at: datetime
    votes: Votes | None
    quorum: QuorumCount | None

    @classmethod
    def of(cls, decision: Decision) -> Self:
        return cls.model_validate(decision)


@routes.get("", dependencies=[public, readable])
async def get_decisions(gathering: UUID, store: Documents, paging: Paging) -> list[DecisionView]:
    """What was decided, by number."""
    page = await paging(store, Decision, {"gathering": gathering}, sort="number")
    return [DecisionView.of(stored.entity) for stored in page]


@routes.get("/{decision}", dependencies=[public, readable])
async def get_decision(gathering: UUID, decision: UUID, store: Documents, response: Response) -> DecisionView:
    """One decision."""
    stored = await store.get(Decision, decision)
    if stored is None or stored.entity.gathering != gathering:
        raise NotFound("There is no such decision in these minutes.")
    return answer(response, stored, DecisionView.of)


@routes.post("", status_code=201, dependencies=keepers)
async def post_decision(
    gathering: UUID, form: DecisionForm, do: Do, request: Request, response: Response
) -> DecisionView:
    """Record a decision while the gathering is in session. 409: `not-in-session`, `no-quorum`, `body-unknown`."""
    command = RecordDecision(
        **do.message, gathering=gathering, text=form.text, adoption=form.adoption, votes=form.counted
    )
    stored = await do(record_decision, command)
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return DecisionView.of(stored.entity)
