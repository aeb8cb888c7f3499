"""The API of final statements: draft them, amend them, adopt and correct them."""

from typing import Any
from uuid import UUID

from fastapi import Response

from services.minutes.final_statement import handlers, queries
from services.minutes.final_statement.commands import (
    AcceptAmendment,
    AdoptFinalStatement,
    Asked,
    CorrectFinalStatement,
    DraftFinalStatement,
    LeaveOutParagraph,
    MergeAmendment,
    MoveParagraph,
    OpenFinalStatement,
    ProposeAmendment,
    RejectAmendment,
    WriteParagraph,
)
from services.minutes.final_statement.forms import (
    AcceptanceForm,
    AdoptionForm,
    AmendmentForm,
    FinalCorrectionForm,
    FinalDraftForm,
    FinalParagraphForm,
    MergerForm,
    MoveForm,
    NewFinalParagraphForm,
    RejectionForm,
)
from services.minutes.final_statement.model import FinalStatement
from services.minutes.final_statement.views import AmendmentView, FinalStatementView
from services.minutes.record.api import keepers
from shared.contracts.final_statements import AmendmentFacts
from shared.errors import NotFound
from shared.flow import Decide
from shared.http import Caller, Do, Documents, Routes, answer, matches, public

routes = Routes(prefix="/v1/minutes/{gathering}/final-statement", tags=["final statements"])


@routes.get("", dependencies=[public])
async def get_final_statement(
    gathering: UUID, caller: Caller, store: Documents, response: Response
) -> FinalStatementView:
    """The text with its versions: once adopted for everybody, before that for whoever keeps or observes the minutes."""
    drafts = await queries.sees_drafts(store, caller, gathering)

    def view(it: FinalStatement) -> FinalStatementView:
        return FinalStatementView.told(it, drafts=drafts)

    return answer(response, await queries.readable(store, caller, gathering), view)


@routes.post("", status_code=201, dependencies=keepers)
async def post_final_statement(gathering: UUID, form: FinalDraftForm, do: Do, response: Response) -> FinalStatementView:
    """Begin the draft. One that is there already stays as it is."""
    response.headers["Location"] = f"/minutes/v1/minutes/{gathering}/final-statement"
    return await _made(do, handlers.draft_final_statement, DraftFinalStatement, gathering, **form.model_dump())


@routes.post("/paragraphs", status_code=201, dependencies=keepers)
async def post_final_statement_paragraph(
    gathering: UUID, form: NewFinalParagraphForm, do: Do, response: Response
) -> FinalStatementView:
    """One more, as the last of its part. 409: `adopted`, `full`, `too-large`."""
    response.headers["Location"] = f"/minutes/v1/minutes/{gathering}/final-statement"
    said = {"paragraph": do.message["id"], "new": True, **form.model_dump()}
    return await _made(do, handlers.write_paragraph, WriteParagraph, gathering, **said)


@routes.post("/paragraphs/{paragraph}/write", dependencies=[*keepers, matches])
async def post_paragraph_words(
    gathering: UUID, paragraph: UUID, form: FinalParagraphForm, do: Do
) -> FinalStatementView:
    """Let a paragraph say this. Languages neither written nor in `holds` are outdated then. 409: `adopted`, `paragraph-gone`,
    `too-large`."""
    said = {"paragraph": paragraph, **form.model_dump()}
    return await _done(do, handlers.write_paragraph, WriteParagraph, gathering, **said)


@routes.post("/paragraphs/{paragraph}/move", dependencies=[*keepers, matches])
async def post_paragraph_place(gathering: UUID, paragraph: UUID, form: MoveForm, do: Do) -> FinalStatementView:
    """Let it stand before another one of its part. 409: `adopted`, `paragraph-gone`."""
    said = {"paragraph": paragraph, **form.model_dump()}
    return await _done(do, handlers.move_paragraph, MoveParagraph, gathering, **said)


@routes.post("/paragraphs/{paragraph}/leave-out", dependencies=[*keepers, matches])
async def post_paragraph_removal(gathering: UUID, paragraph: UUID, do: Do) -> FinalStatementView:
    """Leave it out. 409 `adopted`."""
    return await _done(do, handlers.leave_out_paragraph, LeaveOutParagraph, gathering, paragraph=paragraph)


@routes.post("/paragraphs/{paragraph}/correct", dependencies=[*keepers, matches])
async def post_paragraph_correction(
    gathering: UUID, paragraph: UUID, form: FinalCorrectionForm, do: Do
) -> FinalStatementView:
    """A new version of what was adopted, with the reason; earlier ones stay readable. 409: `not-adopted`, `full`,
    `too-large`."""
    said = {"paragraph": paragraph, **form.model_dump()}
    return await _done(do, handlers.correct_final_statement, CorrectFinalStatement, gathering, **said)


@routes.post("/open", dependencies=[*keepers, matches])
async def post_opening(gathering: UUID, do: Do) -> FinalStatementView:
    """Let amendments be proposed; what the draft says now is kept. 409: `no-paragraphs`, `not-a-draft`."""
    return await _done(do, handlers.open_final_statement, OpenFinalStatement, gathering)


@routes.post("/adopt", dependencies=[*keepers, matches])
async def post_adoption(gathering: UUID, form: AdoptionForm, do: Do) -> FinalStatementView:
    """The gathering adopted it: everybody reads it, those registered are told. 409: `not-begun`, `amendments-open`,
    `no-paragraphs`."""
    return await _done(do, handlers.adopt_final_statement, AdoptFinalStatement, gathering, **form.model_dump())


@routes.get("/amendments", dependencies=[public])
async def get_amendments(gathering: UUID, caller: Caller, store: Documents) -> list[AmendmentView]:
    """All of them, by number, for whoever keeps or observes the minutes; they are not published."""
    it = (await queries.readable(store, caller, gathering)).entity
    if not await queries.sees_drafts(store, caller, gathering):
        raise NotFound("There is no such final statement here.")
    return [AmendmentView.told(it, each) for each in it.amendments]


@routes.post("/amendments", status_code=201, dependencies=keepers)
async def post_amendment(gathering: UUID, form: AmendmentForm, do: Do, response: Response) -> AmendmentView:
    """Note what is proposed. 409: `not-open`, `full`, `too-large`."""
    response.headers["Location"] = f"/minutes/v1/minutes/{gathering}/final-statement/amendments"
    facts = AmendmentFacts.of(form)
    command = ProposeAmendment(**do.message, gathering=gathering, facts=facts, text=form.text)
    return _amendment((await do(handlers.propose_amendment, command)).entity, do.message["id"])


@routes.post("/amendments/{amendment}/accept", dependencies=[*keepers, matches])
async def post_amendment_acceptance(gathering: UUID, amendment: UUID, form: AcceptanceForm, do: Do) -> AmendmentView:
    """Let the text say so. 409: `decided`, `paragraph-gone`, `too-large`; `paragraph-moved` if the paragraph says something
    else by now: look at both, and say `over`."""
    command = AcceptAmendment(**do.message, gathering=gathering, amendment=amendment, **form.model_dump())
    return await _decided(do, handlers.accept_amendment, command)


@routes.post("/amendments/{amendment}/reject", dependencies=[*keepers, matches])
async def post_amendment_rejection(gathering: UUID, amendment: UUID, form: RejectionForm, do: Do) -> AmendmentView:
    """Let the text stay without it. 409 `decided`."""
    command = RejectAmendment(**do.message, gathering=gathering, amendment=amendment, reason=form.reason or "")
    return await _decided(do, handlers.reject_amendment, command)


@routes.post("/amendments/{amendment}/merge", dependencies=[*keepers, matches])
async def post_amendment_merger(gathering: UUID, amendment: UUID, form: MergerForm, do: Do) -> AmendmentView:
    """Deal with it as part of another one. 409 `decided`."""
    command = MergeAmendment(**do.message, gathering=gathering, amendment=amendment, into=form.into)
    return await _decided(do, handlers.merge_amendment, command)


async def _made(do: Do, handler: Decide[Any], command: type[Asked], gathering: UUID, **said: Any) -> FinalStatementView:
    stored = await do(handler, command(**do.message, gathering=gathering, **said))
    return FinalStatementView.told(stored.entity)


async def _done(do: Do, handler: Decide[Any], command: type[Asked], gathering: UUID, **said: Any) -> FinalStatementView:
    """Of the version that was seen."""
    asked = command(**do.message, gathering=gathering, **said)
    return FinalStatementView.told((await do(handler, asked, document=(FinalStatement, gathering))).entity)


async def _decided(
    do: Do, handler: Decide[Any], asked: AcceptAmendment | RejectAmendment | MergeAmendment
) -> AmendmentView:
    stored = await do(handler, asked, document=(FinalStatement, asked.gathering))
    return _amendment(stored.entity, asked.amendment)


def _amendment(it: FinalStatement, id: UUID) -> AmendmentView:
    one = it.amendment(id)
    if one is None:
        raise NotFound("There is no such amendment here.")
    return AmendmentView.told(it, one)
