"""The API of contributions: bring something forward, answer it, and say what becomes of it."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request, Response
from pydantic import Field

from services.minutes.contributions.handlers import (
    answer_contribution,
    dispose_of_contribution,
    make_contribution,
    withdraw_contribution,
)
from services.minutes.contributions.model import (
    Answer,
    AnswerContribution,
    Contribution,
    ContributionState,
    DisposeOfContribution,
    MakeContribution,
    WithdrawContribution,
)
from services.minutes.contributions.queries import as_published
from services.minutes.record import scope
from services.minutes.record.api import keepers, readable
from services.minutes.record.fields import SaidIn, Words
from shared.contracts.contributions import ContributionFacts, ContributionKind, Disposal, Origin, Proposal
from shared.errors import NotFound
from shared.http import Caller, Do, Documents, Form, Paging, Routes, View, answer, matches, public
from shared.http.fields import Line
from shared.store import Store, Stored

routes = Routes(prefix="/v1/minutes/{gathering}/contributions", tags=["contributions"])

Several = Annotated[list[UUID], Field(max_length=50)]


class AnswerForm(Form):
    """What somebody said, and from whom it came: people, organizations, several together; none of them: nobody is named."""

    words: Words
    said_in: SaidIn
    people: Several = []
    organizations: Several = []


class ContributionForm(AnswerForm):
    """A suggestion, a criticism or a solution. `item`: of the agenda."""

    contribution_kind: Annotated[ContributionKind, Field(examples=["suggestion"])]
    item: UUID | None = None


class DispositionForm(Form):
    """What becomes of it; to decline needs a `reason`. `action`: which one it became, as far as it is known."""

    disposal: Annotated[Disposal, Field(examples=["taken_up"])]
    reason: Line | None = None
    action: UUID | None = None


class ContributionWithdrawalForm(Form):
    """Why it is taken back; needed once the minutes are published."""

    reason: Line | None = None


class AnswerView(Origin, View):
    """An answer (UTC)."""

    id: UUID
    words: str
    answered_at: datetime

    @classmethod
    def told(cls, said: Answer) -> "AnswerView":
        return cls.of(said)


class DisposedView(View):
    """What was said to become of it (UTC), and why."""

    state: ContributionState
    at: datetime
    reason: str
    action: UUID | None


class ContributionView(ContributionFacts, View):
    """A contribution with its answers. `disposed`: each disposition, the newest last; `reason`: why it was taken back."""

    id: UUID
    words: str
    state: ContributionState
    made_at: datetime
    answers: list[AnswerView]
    disposed: list[DisposedView]
    withdrawn_at: datetime | None
    reason: str

    @classmethod
    def told(cls, contribution: Contribution) -> "ContributionView":
        """With its answers and dispositions."""
        answers = [AnswerView.told(each) for each in contribution.answers]
        disposed = [DisposedView.model_validate(each) for each in contribution.disposed]
        return cls.of(contribution, answers=answers, disposed=disposed)


async def contribution_of(store: Store, gathering: UUID, contribution: UUID) -> Stored[Contribution]:
    """The contribution, if it was made at this gathering."""
    stored = await store.get(Contribution, contribution)
    if stored is None or stored.entity.facts.gathering != gathering:
        raise NotFound("There is no such contribution in these minutes.")
    return stored


async def _there(gathering: UUID, contribution: UUID, store: Documents) -> None:
    await contribution_of(store, gathering, contribution)


of_these: Any = Depends(_there)
"""The contribution is one of these minutes."""


@routes.get("", dependencies=[public, readable])
async def get_contributions(
    gathering: UUID, caller: Caller, store: Documents, paging: Paging
) -> list[ContributionView]:
    """What was brought forward, the oldest first."""
    page = await paging(store, Contribution, {"gathering": gathering}, sort="made_at")
    known = await scope.keeps(store, caller, gathering)
    return [ContributionView.told(each.entity if known else as_published(each.entity)) for each in page]


@routes.get("/{contribution}", dependencies=[public, readable])
async def get_contribution(
    gathering: UUID, contribution: UUID, caller: Caller, store: Documents, response: Response
) -> ContributionView:
    """One contribution."""
    known = await scope.keeps(store, caller, gathering)

    def view(contribution: Contribution) -> ContributionView:
        return ContributionView.told(contribution if known else as_published(contribution))

    return answer(response, await contribution_of(store, gathering, contribution), view)


@routes.post("", status_code=201, dependencies=keepers)
async def post_contribution(
    gathering: UUID, form: ContributionForm, do: Do, request: Request, response: Response
) -> ContributionView:
    """Note what somebody brought forward. 409: `not-begun`, `already-approved`."""
    command = MakeContribution(**do.message, gathering=gathering, facts=Proposal.of(form), words=form.words)
    stored = await do(make_contribution, command)
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return ContributionView.told(stored.entity)


@routes.post("/{contribution}/answers", dependencies=[*keepers, of_these])
async def post_contribution_answer(
    gathering: UUID,  # noqa: ARG001  `of_these` has looked at it
    contribution: UUID,
    form: AnswerForm,
    do: Do,
) -> ContributionView:
    """Note what somebody answered, as the last in its thread. 409: `withdrawn`, `full`, `already-approved`."""
    command = AnswerContribution(**do.message, contribution=contribution, origin=Origin.of(form), words=form.words)
    return ContributionView.told((await do(answer_contribution, command)).entity)


@routes.post("/{contribution}/dispose", dependencies=[*keepers, of_these, matches])
async def post_contribution_disposition(
    gathering: UUID,  # noqa: ARG001  `of_these` has looked at it
    contribution: UUID,
    form: DispositionForm,
    do: Do,
) -> ContributionView:
    """Say what becomes of it, also after the meeting. What was said before stays readable. 409 `withdrawn`."""
    command = DisposeOfContribution(
        **do.message,
        contribution=contribution,
        disposal=form.disposal,
        reason=form.reason or "",
        action=form.action,
    )
    return ContributionView.told(
        (await do(dispose_of_contribution, command, document=(Contribution, contribution))).entity
    )


@routes.post("/{contribution}/withdraw", dependencies=[*keepers, of_these, matches])
async def post_contribution_withdrawal(
    gathering: UUID,  # noqa: ARG001  `of_these` has looked at it
    contribution: UUID,
    form: ContributionWithdrawalForm,
    do: Do,
) -> ContributionView:
    """It is taken back, or was noted wrongly. Its words are kept, and shown to whoever keeps the minutes alone."""
    command = WithdrawContribution(**do.message, contribution=contribution, reason=form.reason or "")
    return ContributionView.told(
        (await do(withdraw_contribution, command, document=(Contribution, contribution))).entity
    )
