"""The API of the review: who is asked, what they comment, what comes of it, and the approval of those who were named."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request, Response
from pydantic import AfterValidator, Field, StringConstraints

from services.minutes.comments import queries
from services.minutes.comments.handlers import make_comment, settle_comment
from services.minutes.comments.model import LONGEST, Comment, CommentState, MakeComment, SettleComment
from services.minutes.record import scope
from services.minutes.record.api import MinutesView, keepers
from services.minutes.record.fields import SaidIn
from services.minutes.record.model import ApproveMinutes
from services.minutes.record.review import approve_minutes
from services.minutes.reviews.model import Review
from shared.contracts.comments import CommentFacts, Remark
from shared.contracts.reviews import ReviewFacts
from shared.errors import NotFound
from shared.http import Caller, Do, Documents, Form, Paging, Routes, View, answer, matches, may
from shared.http.fields import Line
from shared.text import paragraphs

routes = Routes(prefix="/v1/minutes/{gathering}", tags=["review"])
everybody = [may("person")]

Words = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST), AfterValidator(paragraphs)]


class CommentForm(Remark, Form):
    """What is not right, in which language, and at which paragraph."""

    words: Annotated[Words, Field(examples=["We said ten gauges, not five."])]
    said_in: SaidIn


class SettlementForm(Form):
    """Whether the record says it so by now; else why it stays as it is."""

    taken_up: Annotated[bool, Field(examples=[True])]
    reason: Line | None = None


class ApprovalForm(Form):
    """`text`: the SHA-256 of what was seen, as `GET …/text` gives it."""

    text: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$"), Field(examples=["0" * 64])]


class ReviewView(ReviewFacts, View):
    """Who is asked, in which round for the last time (UTC)."""

    id: UUID
    asked_at: datetime


class CommentView(CommentFacts, View):
    """A comment and what came of it (UTC); empty words once whoever made it was erased."""

    id: UUID
    words: str
    said_in: str
    made_at: datetime
    state: CommentState
    settled_at: datetime | None
    reason: str


class TextView(View):
    """The SHA-256 of what the minutes say now; what is not public is in it by a fingerprint that only this installation makes."""

    sha256: str


async def _asked(gathering: UUID, caller: Caller, store: Documents) -> Review:
    """The review of the caller. Raises NotFound for who is not asked."""
    return await queries.asked(store, gathering, caller.id)


Mine = Annotated[Review, Depends(_asked)]


async def _there(gathering: UUID, comment: UUID, store: Documents) -> None:
    stored = await store.get(Comment, comment)
    if stored is None or stored.entity.facts.gathering != gathering:
        raise NotFound("There is no such comment on these minutes.")


of_these: Any = Depends(_there)
"""The comment is on these minutes."""


@routes.get("/reviews", dependencies=keepers)
async def get_reviews(gathering: UUID, store: Documents, paging: Paging) -> list[ReviewView]:
    """Who is asked."""
    return [ReviewView.of(each.entity) for each in await paging(store, Review, {"gathering": gathering})]


@routes.get("/comments", dependencies=everybody)
async def get_comments(gathering: UUID, caller: Caller, store: Documents, paging: Paging) -> list[CommentView]:
    """All of them, the oldest first, for whoever keeps the minutes; for others their own."""
    keeps = await scope.keeps(store, caller, gathering)
    where: dict[str, Any] = {"gathering": gathering} if keeps else {"gathering": gathering, "person": caller.id}
    return [CommentView.of(each.entity) for each in await paging(store, Comment, where, sort="made_at")]


@routes.get("/comments/{comment}", dependencies=[*everybody, of_these])
async def get_comment(
    gathering: UUID, comment: UUID, caller: Caller, store: Documents, response: Response
) -> CommentView:
    """One comment, for whoever keeps the minutes, or made it."""
    stored = await store.get(Comment, comment)
    keeps = await scope.keeps(store, caller, gathering)
    if stored is None or not (keeps or stored.entity.facts.person == caller.id):
        raise NotFound("There is no such comment on these minutes.")
    return answer(response, stored, CommentView.of)


@routes.post("/comments", status_code=201, dependencies=everybody)
async def post_comment(form: CommentForm, mine: Mine, do: Do, request: Request, response: Response) -> CommentView:
    """Say what is not right. 409: `comments-closed` before and after its time, `enough`."""
    command = MakeComment(**do.message, review=mine.id, facts=Remark.of(form), words=form.words, said_in=form.said_in)
    stored = await do(make_comment, command)
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return CommentView.of(stored.entity)


@routes.post("/comments/{comment}/settle", dependencies=[*keepers, of_these, matches])
async def post_comment_settlement(
    gathering: UUID,  # noqa: ARG001  `of_these` has looked at it
    comment: UUID,
    form: SettlementForm,
    do: Do,
) -> CommentView:
    """Say what comes of it; to decline needs a reason."""
    command = SettleComment(**do.message, comment=comment, taken_up=form.taken_up, reason=form.reason or "")
    return CommentView.of((await do(settle_comment, command, document=(Comment, comment))).entity)


@routes.get("/text", dependencies=everybody)
async def get_text(gathering: UUID, request: Request, caller: Caller, store: Documents) -> TextView:
    """Which text is to be approved: for whoever is asked, and who keeps the minutes."""
    if not await scope.keeps(store, caller, gathering):
        await queries.asked(store, gathering, caller.id)
    return TextView(sha256=await queries.text_of(store, gathering, request.app.state.keys))


@routes.post("/approvals", dependencies=everybody)
async def post_approval(
    gathering: UUID, form: ApprovalForm, mine: Mine, request: Request, store: Documents, do: Do
) -> MinutesView:
    """One of the approvers says that it is as it should be. 409: `no-approver`, `changed` where it says something else by now."""
    await queries.must_be(store, gathering, form.text, request.app.state.keys)
    command = ApproveMinutes(**do.message, gathering=gathering, person=mine.facts.person, text=form.text)
    return MinutesView.told((await do(approve_minutes, command)).entity)
