"""An amendment: where it is noted, what it changes word by word, and what becomes of it."""

from typing import Any
from uuid import UUID

from fastapi import Request, Response

from services.minutes.actions.pages.choices import organizations, people
from services.minutes.final_statement import handlers, shown
from services.minutes.final_statement.commands import AcceptAmendment, MergeAmendment, ProposeAmendment, RejectAmendment
from services.minutes.final_statement.model import FinalStatement
from services.minutes.final_statement.pages.frame import (
    NOTHING,
    Came,
    Sitting,
    amendments,
    back,
    fields,
    gone,
    refusal,
    show,
    statement_of,
    text_of,
    typed_of,
)
from services.minutes.proceedings.pages.frame import At, id_of, reason_of
from services.minutes.record.api import keepers
from shared.contracts.final_statements import AmendmentFacts
from shared.errors import NotFound, Refused
from shared.http import Documents, Routes
from shared.store import Store
from shared.web.typed import Posted, Typed

KINDS = ("replace", "insert", "delete")

routes = Routes(prefix="/gatherings/{gathering:uuid}/final-statement/amendments", include_in_schema=False)


@routes.get("/new", dependencies=keepers)
async def get_new(sitting: At, request: Request, store: Documents, paragraph: UUID | None = None) -> Response:
    """The form, with what the paragraph says to begin from; of none: one more paragraph at the beginning."""
    return await _form(request, store, sitting, paragraph)


@routes.post("/new", dependencies=keepers)
async def post_new(
    sitting: At, request: Request, store: Documents, form: Posted, paragraph: UUID | None = None
) -> Response:
    """Note what is proposed."""
    it = (await statement_of(store, sitting.minutes.id)).entity
    kind = form.one_of("amendment_kind", KINDS)
    text = text_of(form, it, sitting.reader.language, needed=kind != "delete")
    came = Came(form, 422)
    if not form.errors:
        facts = _facts(form, it, kind, paragraph)
        changed = {
            tag: words for tag, words in text.items() if words and (kind == "insert" or _anew(it, facts, tag, words))
        }
        said = {} if kind == "delete" else changed
        command = ProposeAmendment(**form.do.message, gathering=it.id, facts=facts, text=said)
        try:
            await form.do(handlers.propose_amendment, command)
            return back(it.id, "propose", f"amendment-{command.id}")
        except Refused as refused:
            came = refusal(form, refused, it.authoritative)
    return await _form(request, store, sitting, paragraph, came)


def _anew(it: FinalStatement, facts: AmendmentFacts, tag: str, words: str) -> bool:
    """Only what differs is proposed; the authoritative words always."""
    there = it.paragraph(facts.paragraph)
    return tag == it.authoritative or there is None or there.text.get(tag) != words


def _facts(form: Typed, it: FinalStatement, kind: str, paragraph: UUID | None) -> AmendmentFacts:
    """Who proposes stands in the form as `organization:<id>` or `person:<id>`."""
    what, _, id = form["by"].partition(":")
    by = {what: UUID(id)} if what in {"organization", "person"} and _is_id(id) else {}
    there = it.paragraph(paragraph)
    part = there.part if there else "operative"
    return AmendmentFacts.model_validate({"amendment_kind": kind, "paragraph": paragraph, "part": part, **by})


def _is_id(text: str) -> bool:
    try:
        return bool(UUID(text))
    except ValueError:
        return False


@routes.get("/{amendment:uuid}", dependencies=keepers)
async def get_amendment(sitting: At, amendment: UUID, request: Request, store: Documents) -> Response:
    """What it changes, word by word, and what can become of it."""
    return await _page(request, store, sitting, amendment)


@routes.post("/{amendment:uuid}/{step}", dependencies=keepers)
async def post_step(
    sitting: At, amendment: UUID, step: str, request: Request, store: Documents, form: Posted
) -> Response:
    """Accept, reject or merge it; what somebody else did meanwhile, or what is in the way, is said on the same page."""
    it = (await statement_of(store, sitting.minutes.id)).entity
    asked: dict[str, Any] = {**form.do.message, "gathering": it.id, "amendment": amendment}
    handler, command = _asked(form, step, it, asked)
    came = Came(form, 422)
    if command is not None and not form.errors:
        try:
            await form.do(handler, command, document=(FinalStatement, it.id))
            return back(it.id, step, f"amendment-{amendment}")
        except NotFound:
            raise
        except Refused as refused:
            came = refusal(form, refused, it.authoritative)
    return await _page(request, store, sitting, amendment, came)


def _asked(form: Typed, step: str, it: FinalStatement, asked: dict[str, Any]) -> tuple[Any, Any]:
    """What the button asks for; no command where what was typed is wrong."""
    if step == "accept":
        proposed = it.amendment(asked["amendment"])
        text = text_of(form, it, it.authoritative, needed=proposed is not None and proposed.amendment_kind != "delete")
        over = form["over"] == "yes"
        return handlers.accept_amendment, AcceptAmendment(**asked, text=text, over=over)
    if step == "reject":
        return handlers.reject_amendment, RejectAmendment(**asked, reason=reason_of(form, needed=False))
    if step != "merge":
        raise NotFound("There is no such step.")
    into = id_of(form, "into")
    if into is None:
        form.errors["into"] = "wrong_choice"
        return None, None
    return handlers.merge_amendment, MergeAmendment(**asked, into=into)


async def _form(
    request: Request, store: Store, sitting: Sitting, paragraph: UUID | None, came: Came = NOTHING
) -> Response:
    it, language, reader = (
        (await statement_of(store, sitting.minutes.id)).entity,
        sitting.reader.language,
        sitting.reader,
    )
    there = it.paragraph(paragraph)
    if paragraph and there is None:
        if not came.form:
            raise NotFound("This paragraph does not stand in the text any more.")
        came.form.errors.pop("paragraph", None)
        came = gone(came)
    blank = {"amendment_kind": "replace" if there else "insert", "by": ""}
    blank |= {f"text_{each['tag']}": there.text.get(each["tag"], "") if there else "" for each in fields(it, language)}
    return show(
        request,
        "propose.html",
        sitting,
        came,
        it=it,
        row=next((each for each in shown.rows(it, language) if each.id == paragraph), None),
        kinds=KINDS if there else ("insert",),
        fields=fields(it, language),
        typed=typed_of(came, blank),
        organizations=await organizations(store, reader),
        people=await people(store, sitting.minutes.id),
    )


async def _page(request: Request, store: Store, sitting: Sitting, id: UUID, came: Came = NOTHING) -> Response:
    there = await statement_of(store, sitting.minutes.id)
    it = there.entity
    all_of_them = await amendments(store, it, sitting)
    one = next((each for each in all_of_them if each["id"] == id), None)
    proposed = it.amendment(id)
    if one is None or proposed is None:
        raise NotFound("There is no such amendment here.")
    typed = {f"text_{it.authoritative}": proposed.text.get(it.authoritative, ""), "reason": "", "into": ""}
    return show(
        request,
        "amendment.html",
        sitting,
        came,
        version=there.version,
        it=it,
        counting=shown.name_of(it.authoritative),
        one=one,
        others=[each for each in all_of_them if each["open"] and each["id"] != id],
        typed=typed_of(came, typed),
    )
