"""The pages of the documents of a meeting: all of them by number, and one, where it is changed, handed in and revised."""

from collections.abc import Mapping
from typing import Any, Final, TypeVar, get_args
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from services.minutes.agenda.queries import items_of, numbered
from services.minutes.documents.api import (
    DocumentForm,
    DocumentRevisionForm,
    DocumentVersionForm,
    document_of,
    of_these,
)
from services.minutes.documents.handlers import (
    add_version,
    change_document,
    list_document,
    revise_document,
    withdraw_document,
)
from services.minutes.documents.model import (
    AddVersion,
    ChangeDocument,
    ListDocument,
    MeetingDocument,
    ReviseDocument,
    WithdrawDocument,
)
from services.minutes.documents.queries import documents_of
from services.minutes.mirrors.model import Organization
from services.minutes.proceedings.documents import row_shown
from services.minutes.proceedings.pages.frame import NOTHING, At, Came, Sitting, show, tongues
from services.minutes.proceedings.queries import present
from services.minutes.proceedings.shown import chosen
from services.minutes.record.api import keepers
from shared.contracts.documents import Distribution, Listing
from shared.errors import NotFound, Refused
from shared.flow import Read
from shared.http import Documents, Form, Routes
from shared.locale import LANGUAGES, digits
from shared.locale.languages import NAMES
from shared.store import Store
from shared.web.typed import Posted, Typed

DISTRIBUTIONS: Final = get_args(Distribution)
F = TypeVar("F", bound=Form)
TITLES: Final = tuple(f"title_{tag}" for tag in LANGUAGES)
FIELDS: Final = (*TITLES, "prefix", "distribution", "item", "organization", "hand_in_by")

routes = Routes(prefix="/gatherings/{gathering:uuid}/documents", include_in_schema=False)


@routes.get("", dependencies=keepers)
async def get_documents(sitting: At, request: Request, store: Documents) -> Response:
    """All documents, and the form of another one."""
    return await _all(request, store, sitting)


@routes.post("", dependencies=keepers)
async def post_document(sitting: At, request: Request, store: Documents, form: Posted) -> Response:
    """List one, under the next number."""
    about, came = _listing(form), Came(form, 422)
    if about and not form.errors:
        command = ListDocument(**form.do.message, gathering=sitting.minutes.id, facts=about)
        try:
            listed = await form.do(list_document, command)
        except Refused as refused:
            came = Came.of(form, refused)
        else:
            return _back(sitting, f"#document-{listed.id}")
    return await _all(request, store, sitting, came)


@routes.get("/{document:uuid}", dependencies=[*keepers, of_these])
async def get_document(sitting: At, document: UUID, request: Request, store: Documents) -> Response:
    """One document, to change it or to hand it in."""
    return await _one(request, store, sitting, document)


@routes.post("/{document:uuid}/{step}", dependencies=[*keepers, of_these])
async def post_step(
    sitting: At, document: UUID, step: str, request: Request, store: Documents, form: Posted
) -> Response:
    """Change it, say where it is found in a language, let it be revised, or withdraw it."""
    handler, command = _asked(step, document, form)
    came = Came(form, 422)
    if command and not form.errors:
        try:
            await form.do(handler, command, document=(MeetingDocument, document))
        except Refused as refused:
            came = Came.of(form, refused)
        else:
            return _back(sitting, f"/{document}" if step != "withdraw" else f"#document-{document}")
    return await _one(request, store, sitting, document, came)


def _asked(step: str, id: UUID, form: Typed) -> tuple[Any, Any]:
    """What the button asks for; no command where what was typed is wrong."""
    said: dict[str, Any] = {**form.do.message, "document": id}
    if step == "change":
        about = _listing(form)
        return change_document, about and ChangeDocument(**said, facts=about)
    if step == "versions":
        found = _checked(DocumentVersionForm, form, written_in=form["written_in"], address=form["address"])
        return add_version, found and AddVersion(**said, written_in=found.written_in, address=str(found.address))
    if step == "revise":
        revision = _checked(DocumentRevisionForm, form, "again_by", hand_in_by=_day(form, "again_by"))
        return revise_document, revision and ReviseDocument(**said, hand_in_by=revision.hand_in_by)
    if step == "withdraw":
        return withdraw_document, WithdrawDocument(**said)
    raise NotFound("There is no such step.")


def _listing(form: Typed) -> Listing | None:
    """What was typed of a document; None, with what is wrong in `form.errors`, if it is none."""
    asked = _checked(
        DocumentForm,
        form,
        title={tag: form[f"title_{tag}"] for tag in LANGUAGES if form[f"title_{tag}"]},
        languages=form.all("languages"),
        hand_in_by=_day(form, "hand_in_by"),
        item=form["item"] or None,
        organization=form["organization"] or None,
        **{name: form[name] for name in ("prefix", "distribution")},
    )
    return asked.listing if asked else None


def _day(form: Typed, name: str) -> str | None:
    return digits(form[name], "latin") or None


def _checked(kind: type[F], form: Typed, field: str = "", **said: Any) -> F | None:
    """The same form as the API takes; what is wrong in it is noted at its field (`field`: at this one)."""
    try:
        return kind.model_validate(said)
    except ValidationError as error:
        for each in error.errors():
            place = "_".join(str(part) for part in each["loc"][:2])
            name = field or ("title_en" if place == "title" else place if place in TITLES else str(each["loc"][0]))
            form.errors.setdefault(name, "wrong_other" if form[name] else "wrong_missing")
        return None


async def _all(request: Request, store: Store, sitting: Sitting, came: Came = NOTHING) -> Response:
    known = await documents_of(Read(store), sitting.minutes.id)
    last = known[-1].facts if known else None
    now = dict.fromkeys(FIELDS, "") | {"distribution": "general", "prefix": last.prefix if last else ""}
    languages = last.languages if last else list(LANGUAGES)
    return show(
        request,
        "documents.html",
        sitting,
        came,
        rows=await _rows(request, store, sitting, known),
        **await _fields(store, sitting, came, now, languages, None),
    )


async def _one(request: Request, store: Store, sitting: Sitting, id: UUID, came: Came = NOTHING) -> Response:
    stored = await document_of(store, sitting.minutes.id, id)
    facts = stored.entity.facts
    now = {f"title_{tag}": facts.title.get(tag, "") for tag in LANGUAGES}
    now |= {name: str(getattr(facts, name) or "") for name in FIELDS if name not in TITLES}
    [row] = await _rows(request, store, sitting, [stored.entity])
    return show(
        request,
        "document.html",
        sitting,
        came,
        row=row,
        version=stored.version,
        tongues=tongues(sitting.reader.language, *facts.languages),
        handed=came.typed({"written_in": (stored.entity.missing or [""])[0], "address": "", "again_by": ""}),
        **await _fields(store, sitting, came, now, facts.languages, facts.organization),
    )


async def _rows(
    request: Request, store: Store, sitting: Sitting, documents: list[MeetingDocument]
) -> list[dict[str, Any]]:
    read = Read(store)
    agenda = numbered(await items_of(read, sitting.minutes.id))
    homes = await read.many(Organization, [id for each in documents if (id := each.facts.organization)])
    now = request.app.state.service.clock()
    return [row_shown(sitting.reader, each, agenda, homes, now) for each in documents]


async def _fields(
    store: Store,
    sitting: Sitting,
    came: Came,
    now: Mapping[str, str],
    languages: list[str],
    organization: UUID | None,
) -> dict[str, Any]:
    """What the fields of a document need; `organization`: who submitted it may be chosen again, whoever came."""
    read, words = Read(store), sitting.reader.words
    there = await present(read, sitting.minutes.id)
    homes = {each.organization: each.home for each in there if each.organization and each.home}
    homes |= await read.many(Organization, [organization] if organization else [])
    called = {str(id): words(home.name).text for id, home in homes.items() if home.name}
    tags = dict.fromkeys([*LANGUAGES, *languages])
    typed = came.form and any(came.form[name] for name in FIELDS)
    return {
        "typed": came.typed(now) if typed else dict(now),
        "ticked": came.form.all("languages") if came.form and typed else languages,
        "items": chosen(await items_of(read, sitting.minutes.id), sitting.reader),
        "organizations": sorted(called.items(), key=lambda each: each[1]),
        "distributions": DISTRIBUTIONS,
        "wanted": [(tag, NAMES.get(tag, tag)) for tag in tags],
        "languages_of_text": [(tag, NAMES[tag]) for tag in dict.fromkeys([sitting.reader.language, *LANGUAGES])],
    }


def _back(sitting: Sitting, where: str) -> RedirectResponse:
    return RedirectResponse(f"/minutes/gatherings/{sitting.minutes.id}/documents{where}", 303)
