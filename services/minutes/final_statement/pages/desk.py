"""Where a final statement is written: the text with all its languages, its amendments beside it, and the next step."""

from typing import Any

from fastapi import Request, Response

from services.minutes.decisions.model import Decision
from services.minutes.final_statement import handlers, shown
from services.minutes.final_statement.commands import (
    AdoptFinalStatement,
    DraftFinalStatement,
    OpenFinalStatement,
    WriteParagraph,
)
from services.minutes.final_statement.model import FinalStatement
from services.minutes.final_statement.pages.frame import (
    NOTHING,
    Came,
    Sitting,
    amendments,
    back,
    fields,
    refusal,
    show,
    statement_of,
    text_of,
    typed_of,
)
from services.minutes.final_statement.paragraphs import PARTS
from services.minutes.proceedings.pages.frame import At, id_of
from services.minutes.record.api import keepers
from shared.contracts.final_statements import Part
from shared.errors import NotFound, Refused
from shared.flow import Read
from shared.http import Documents, Routes
from shared.locale import LANGUAGES
from shared.locale.languages import NAMES
from shared.store import Store, Stored
from shared.store.every import every
from shared.web.typed import Posted, Typed

routes = Routes(prefix="/gatherings/{gathering:uuid}/final-statement", include_in_schema=False)


@routes.get("", dependencies=keepers)
async def get_statement(sitting: At, request: Request, store: Documents) -> Response:
    """The text as it is written; where there is none yet, its beginning."""
    return await page(request, store, sitting, await store.get(FinalStatement, sitting.minutes.id))


@routes.post("/{step}", dependencies=keepers)
async def post_step(sitting: At, step: str, request: Request, store: Documents, form: Posted) -> Response:
    """Begin it, add a paragraph, open it to amendments, adopt it; what is in the way is said on the same page."""
    gathering = sitting.minutes.id
    there = await store.get(FinalStatement, gathering) if step == "draft" else await statement_of(store, gathering)
    came = await _taken(form, step, sitting, there)
    if came is None:
        return back(gathering, step)
    return await page(request, store, sitting, await store.get(FinalStatement, gathering), came)


async def _taken(form: Typed, step: str, sitting: Sitting, there: Stored[FinalStatement] | None) -> Came | None:
    """Do it; None if it was done, else what is in the way."""
    handler, command = _asked(form, step, sitting, there)
    if form.errors:
        return Came(form, 422)
    seen = (FinalStatement, sitting.minutes.id) if step in {"open", "adopt"} else None
    try:
        await form.do(handler, command, document=seen)
    except NotFound:
        raise
    except Refused as refused:
        return refusal(form, refused, there.entity.authoritative if there else "")
    return None


def _asked(form: Typed, step: str, sitting: Sitting, there: Stored[FinalStatement] | None) -> tuple[Any, Any]:
    """What the button asks for."""
    asked: dict[str, Any] = {**form.do.message, "gathering": sitting.minutes.id}
    if step == "draft":
        said = form.one_of("authoritative", LANGUAGES)
        return handlers.draft_final_statement, DraftFinalStatement(**asked, authoritative=said)
    if step == "write" and there:
        part: Part = "preamble" if form.one_of("part", PARTS) == "preamble" else "operative"
        text = text_of(form, there.entity, sitting.reader.language)
        return handlers.write_paragraph, WriteParagraph(**asked, paragraph=asked["id"], new=True, part=part, text=text)
    if step == "open":
        return handlers.open_final_statement, OpenFinalStatement(**asked)
    if step == "adopt":
        return handlers.adopt_final_statement, AdoptFinalStatement(**asked, decision=id_of(form, "decision"))
    raise NotFound("There is no such step.")


async def page(
    request: Request, store: Store, sitting: Sitting, there: Stored[FinalStatement] | None, came: Came = NOTHING
) -> Response:
    """The text, with what came of a form."""
    language = sitting.reader.language
    if there is None:
        tags = [(tag, NAMES[tag]) for tag in dict.fromkeys((language, *LANGUAGES))]
        return show(request, "begin.html", sitting, came, tags=tags)
    it = there.entity
    rows = shown.rows(it, language)
    return show(
        request,
        "desk.html",
        sitting,
        came,
        version=there.version,
        it=it,
        tone=shown.TONES[it.state],
        rows=rows,
        counting=shown.name_of(it.authoritative),
        outdated=sum(said.outdated for row in rows for said in row.said),
        amendments=await amendments(store, it, sitting),
        versions=shown.versions(it, sitting.reader, it.published),
        fields=fields(it, language),
        typed=typed_of(came, {"part": "operative"} | {f"text_{each['tag']}": "" for each in fields(it, language)}),
        decisions=await _decisions(store, sitting),
        public_page=handlers.path_of(sitting.minutes.entity),
        begun=sitting.minutes.entity.opened_at is not None,
    )


async def _decisions(store: Store, sitting: Sitting) -> list[tuple[str, dict[str, Any]]]:
    """The decisions of the gathering that stand: one of them may have adopted it."""
    where = {"gathering": sitting.minutes.id}
    found = [each.entity async for each in every(Read(store), Decision, where, sort="number")]
    return [
        (str(each.id), {"number": each.facts.number, "text": sitting.reader.words(each.facts.text).text})
        for each in found
        if each.state.value == "adopted"
    ]
