"""One paragraph: what it says in each language, its place, and, once it is adopted, its correction."""

from typing import Any
from uuid import UUID

from fastapi import Request, Response

from services.minutes.final_statement import handlers, shown
from services.minutes.final_statement.commands import (
    CorrectFinalStatement,
    LeaveOutParagraph,
    MoveParagraph,
    WriteParagraph,
)
from services.minutes.final_statement.model import FinalStatement
from services.minutes.final_statement.pages import desk
from services.minutes.final_statement.pages.frame import (
    NOTHING,
    Came,
    Sitting,
    back,
    fields,
    gone,
    refusal,
    show,
    statement_of,
    tags_of,
    text_of,
    typed_of,
)
from services.minutes.final_statement.paragraphs import Paragraph
from services.minutes.proceedings.pages.frame import At, id_of, reason_of
from services.minutes.record.api import keepers
from services.minutes.record.differences import differences
from shared.errors import NotFound, Refused
from shared.http import Documents, Routes
from shared.store import Store
from shared.web.typed import Posted, Typed

routes = Routes(prefix="/gatherings/{gathering:uuid}/final-statement/paragraphs", include_in_schema=False)


@routes.get("/{paragraph:uuid}", dependencies=keepers)
async def get_paragraph(sitting: At, paragraph: UUID, request: Request, store: Documents) -> Response:
    """All its languages, to be written or corrected."""
    return await _page(request, store, sitting, paragraph)


@routes.post("/{paragraph:uuid}/{step}", dependencies=keepers)
async def post_step(
    sitting: At, paragraph: UUID, step: str, request: Request, store: Documents, form: Posted
) -> Response:
    """Write, correct, move or leave out; what somebody else did meanwhile is shown beside what was typed."""
    it = (await statement_of(store, sitting.minutes.id)).entity
    handler, command = _asked(form, step, sitting, it, paragraph)
    came = Came(form, 422)
    if not form.errors:
        try:
            await form.do(handler, command, document=(FinalStatement, it.id))
            return back(it.id, step, "text" if step == "leave-out" else f"paragraph-{paragraph}")
        except Refused as refused:
            came = refusal(form, refused, it.authoritative)
    return await _page(request, store, sitting, paragraph, came)


def _asked(form: Typed, step: str, sitting: Sitting, it: FinalStatement, paragraph: UUID) -> tuple[Any, Any]:
    asked: dict[str, Any] = {**form.do.message, "gathering": it.id, "paragraph": paragraph}
    if step == "move":
        return handlers.move_paragraph, MoveParagraph(**asked, before=id_of(form, "before"))
    if step == "leave-out":
        return handlers.leave_out_paragraph, LeaveOutParagraph(**asked)
    if step not in {"write", "correct"}:
        raise NotFound("There is no such step.")
    language = sitting.reader.language
    said: dict[str, Any] = {
        "text": text_of(form, it, language),
        "holds": [tag for tag in tags_of(it, language) if form[f"holds_{tag}"]],
    }
    if step == "write":
        return handlers.write_paragraph, WriteParagraph(**asked, **said)
    return handlers.correct_final_statement, CorrectFinalStatement(
        **asked, **said, reason=reason_of(form, "reason", needed=True)
    )


async def _page(request: Request, store: Store, sitting: Sitting, id: UUID, came: Came = NOTHING) -> Response:
    there = await statement_of(store, sitting.minutes.id)
    it, language = there.entity, sitting.reader.language
    one = it.paragraph(id)
    if one is None and came.form:
        return await desk.page(request, store, sitting, there, gone(came))
    if one is None:
        raise NotFound("This paragraph does not stand in the text any more.")
    now = {f"text_{tag}": one.text.get(tag, "") for tag in tags_of(it, language)}
    moved = came.form.differs(now) if came.form and came.status == 412 else []
    return show(
        request,
        "paragraph.html",
        sitting,
        came,
        version=there.version,
        it=it,
        id=id,
        row=next(each for each in shown.rows(it, language) if each.id == id),
        fields=[{**each, **_source(one, it, each["tag"])} for each in fields(it, language)],
        typed=typed_of(came, {**now, "reason": ""}),
        moved=[(name.removeprefix("text_"), theirs, mine) for name, theirs, mine in moved],
    )


def _source(one: Paragraph, it: FinalStatement, tag: str) -> dict[str, Any]:
    """Whether a language is outdated, and what changed in the authoritative wording since it was written."""
    source = one.sources.get(tag)
    late = tag in one.outdated(it.authoritative)
    return {"outdated": late, "since": differences(source or "", one.text[it.authoritative]) if late else ()}
