"""The API of statements: record, read, correct and withdraw them."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request, Response
from pydantic import Field

from services.minutes.record import scope
from services.minutes.record.api import keepers, readable
from services.minutes.record.fields import SaidIn, Words
from services.minutes.statements.handlers import correct_statement, record_statement, withdraw_statement
from services.minutes.statements.model import (
    CorrectStatement,
    RecordStatement,
    Statement,
    StatementState,
    WithdrawStatement,
)
from services.minutes.statements.queries import as_published
from shared.contracts.statements import Manner, Occasion, Speech, StatementFacts
from shared.errors import NotFound
from shared.http import Caller, Do, Documents, Form, Paging, Routes, View, answer, matches, public
from shared.http.fields import Instant, Line
from shared.store import Store, Stored

routes = Routes(prefix="/v1/minutes/{gathering}/statements", tags=["statements"])


class StatementForm(Speech, Form):
    """What somebody said, and who: in the name of an `organization` or of a `body`, or of neither. `item`: of the agenda.

    `public`: everybody reads it once the minutes are published.
    """

    words: Words
    manner: Annotated[Manner, Field(examples=["summary"])]
    said_in: SaidIn
    said_at: Instant | None = None

    @property
    def speech(self) -> Speech:
        """All but the words."""
        return Speech.of(self)


class StatementCorrectionForm(StatementForm):
    """What it says from now on, all of it, and why; needed once the minutes are published."""

    reason: Line | None = None


class StatementWithdrawalForm(Form):
    """Why it does not stand; needed once the minutes are published."""

    reason: Line | None = None


class EarlierStatementView(Speech, View):
    """What a statement said until it was corrected (UTC), and why it was."""

    words: str
    corrected_at: datetime
    reason: str


class StatementView(StatementFacts, View):
    """A statement. `earlier`: what it said before each correction; `reason`: why it was withdrawn. `subject`: what it was about,
    of one that comes from history."""

    id: UUID
    words: str
    subject: str
    state: StatementState
    recorded_at: datetime
    earlier: list[EarlierStatementView]
    withdrawn_at: datetime | None
    reason: str

    @classmethod
    def told(cls, statement: Statement) -> "StatementView":
        """With what it said before."""
        return cls.of(statement, earlier=[EarlierStatementView.of(each) for each in statement.earlier])


async def statement_of(store: Store, gathering: UUID, statement: UUID, *, public_alone: bool) -> Stored[Statement]:
    """The statement, if it was made at this gathering, and is public where it must be."""
    stored = await store.get(Statement, statement)
    if stored and stored.entity.facts.gathering == gathering and (stored.entity.facts.public or not public_alone):
        return stored
    raise NotFound("There is no such statement in these minutes.")


async def _there(gathering: UUID, statement: UUID, store: Documents) -> None:
    await statement_of(store, gathering, statement, public_alone=False)


of_these: Any = Depends(_there)
"""The statement is one of these minutes."""


@routes.get("", dependencies=[public, readable])
async def get_statements(gathering: UUID, caller: Caller, store: Documents, paging: Paging) -> list[StatementView]:
    """What was said, by its place on its item; those that are not public for whoever keeps the minutes alone."""
    known = await scope.keeps(store, caller, gathering)
    where = {"gathering": gathering} if known else {"gathering": gathering, "public": True}
    found = [stored.entity for stored in await paging(store, Statement, where, sort="turn")]
    if not known:
        published_at = (await scope.readable(store, caller, gathering)).entity.published_at
        found = [as_published(each, published_at) for each in found]
    return [StatementView.told(each) for each in found]


@routes.get("/{statement}", dependencies=[public, readable])
async def get_statement(
    gathering: UUID, statement: UUID, caller: Caller, store: Documents, response: Response
) -> StatementView:
    """One statement."""
    known = await scope.keeps(store, caller, gathering)
    minutes = await scope.readable(store, caller, gathering)

    def view(statement: Statement) -> StatementView:
        return StatementView.told(statement if known else as_published(statement, minutes.entity.published_at))

    return answer(response, await statement_of(store, gathering, statement, public_alone=not known), view)


@routes.post("", status_code=201, dependencies=keepers)
async def post_statement(
    gathering: UUID, form: StatementForm, do: Do, request: Request, response: Response
) -> StatementView:
    """Record what somebody said, as the last on its item. 409: `not-begun`, `already-approved`."""
    occasion = Occasion(gathering=gathering)
    command = RecordStatement(**do.message, occasion=occasion, facts=form.speech, words=form.words)
    stored = await do(record_statement, command)
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return StatementView.told(stored.entity)


@routes.post("/{statement}/correct", dependencies=[*keepers, of_these, matches])
async def post_statement_correction(
    gathering: UUID,  # noqa: ARG001  `of_these` has looked at it
    statement: UUID,
    form: StatementCorrectionForm,
    do: Do,
) -> StatementView:
    """Correct what was recorded wrongly. What it said before stays readable. 409 `withdrawn`."""
    command = CorrectStatement(
        **do.message, statement=statement, facts=form.speech, words=form.words, reason=form.reason or ""
    )
    return StatementView.told((await do(correct_statement, command, document=(Statement, statement))).entity)


@routes.post("/{statement}/withdraw", dependencies=[*keepers, of_these, matches])
async def post_statement_withdrawal(
    gathering: UUID,  # noqa: ARG001  `of_these` has looked at it
    statement: UUID,
    form: StatementWithdrawalForm,
    do: Do,
) -> StatementView:
    """A statement that is not stood by. Its words are kept, and shown to whoever keeps the minutes alone."""
    command = WithdrawStatement(**do.message, statement=statement, reason=form.reason or "")
    return StatementView.told((await do(withdraw_statement, command, document=(Statement, statement))).entity)
