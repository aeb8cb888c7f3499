"""What each category of a gathering asks for, on one page of the secretariat. Without scripts: one form, saved as a whole."""

from typing import Annotated, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from fastapi import Query, Request, Response
from fastapi.responses import RedirectResponse

from services.registration.fields import typed
from services.registration.fields.handlers import ask_for
from services.registration.fields.model import AskFor, Questions, questions_id
from services.registration.fields.presets import PRESETS, USUAL
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.queries import seen
from shared import locale
from shared.errors import Invalid, Stale
from shared.http import Caller, Documents, Routes, may
from shared.locale.languages import NAMES
from shared.store import Store
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

routes = Routes(include_in_schema=False, dependencies=[may("secretariat")])
html = Pages("services.registration.fields")
Which = Annotated[str, Query(max_length=100)]


@routes.get("/gatherings/{gathering:uuid}/fields")
async def get_fields(
    gathering: UUID, request: Request, store: Documents, caller: Caller, category: Which = ""
) -> Response:
    """What a category asks for; the first, if none is named."""
    return await _page(request, store, (await seen(store, caller, gathering)).entity, category)


@routes.post("/gatherings/{gathering:uuid}/fields")
async def post_fields(
    gathering: UUID, request: Request, store: Documents, caller: Caller, form: Posted, category: Which = ""
) -> Response:
    """Ask for these from now on."""
    there = (await seen(store, caller, gathering)).entity
    category = _known(there, category)
    id = questions_id(gathering, category)
    before = await store.get(Questions, id)
    fields = typed.told(form, before.entity.fields if before else [])
    until = form.moment("until", there.time_zone) if form["until"] else None
    if form.errors or (before and not form["version"]):
        return await _page(request, store, there, category, form, 422 if form.errors else 412)
    command = AskFor(**form.do.message, gathering=gathering, category=category, fields=fields, until=until)
    try:
        await form.do(ask_for, command, document=(Questions, id) if before else None)
    except Invalid:
        form.errors["fields"] = "wrong_fields"
        return await _page(request, store, there, category, form, 422)
    except Stale:
        return await _page(request, store, there, category, form, 412)
    return RedirectResponse(f"{request.url.path}?category={category}&saved=1", 303)


def _known(there: Gathering, category: str) -> str:
    """The category that was named, or the first."""
    return category if category in there.capacity else next(iter(there.capacity))


async def _page(
    request: Request, store: Store, there: Gathering, category: str, form: Typed | None = None, status: int = 200
) -> Response:
    """With all that was typed; after a change by somebody else with what there is now, and word of it."""
    language, category = reader_language(request), _known(there, category)
    stored = await store.get(Questions, questions_id(there.id, category))
    questions = stored.entity if stored else Questions.none(there.id, category)
    proposed = USUAL[there.gathering_kind] if stored is None and there.mode != "online" else ()
    shown: dict[str, Any] = {"rows": len(questions.fields), "said": _typed(questions, there.time_zone)}
    if form and status != 412:
        shown = {
            "rows": form.number("rows"),
            "said": {name: form[name] for name in [*_names(form.number("rows")), "until"]},
        }
    return html.answer(
        request,
        "fields.html",
        status=status,
        gathering={"id": there.id, "title": locale.choose(there.title, language), "zone": there.time_zone},
        category=category,
        categories=[*there.capacity],
        version=stored.version if stored else None,
        wrong=form.errors if form else {},
        moved=status == 412,
        saved="saved" in request.query_params,
        presets=[
            (key, locale.choose(field.label, language))
            for key, field in PRESETS.items()
            if key not in {each.key for each in questions.fields}
        ],
        proposed=form.all("preset") if form and status != 412 else [*proposed],
        kind=there.gathering_kind,
        kinds=typed.KINDS,
        speakers=typed.SAID_BY,
        tongues=NAMES,
        **shown,
    )


def _typed(questions: Questions, zone: str) -> dict[str, str]:
    said = {"until": f"{questions.until.astimezone(ZoneInfo(zone)):%Y-%m-%dT%H:%M}" if questions.until else ""}
    for n, field in enumerate([*questions.fields, None]):
        said |= typed.row(n, field)
    return said


def _names(rows: int) -> list[str]:
    return [name for n in range(min(rows, 50) + 1) for name in typed.row(n)]
