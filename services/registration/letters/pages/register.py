"""The register of letters: every number that was given; and one letter, what it says and what became of it."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Query, Request, Response
from fastapi.responses import RedirectResponse

from services.registration.gatherings.queries import seen
from services.registration.letters import handlers, queries
from services.registration.letters.forms import LONGEST
from services.registration.letters.model import How, Letter, LetterState, MakeVoid, SendOff
from services.registration.letters.pages.shown import HOW, html, origin, paper, rows, sheet_of
from shared import auth, locale
from shared.errors import Conflict, Invalid, Stale
from shared.flow.service import Service
from shared.http import Caller, Documents, Routes, may
from shared.http.paging import Pager
from shared.store import Store
from shared.web import reader_language
from shared.web.typed import Posted, Typed

ROWS = 50
"""Letters on a page of the register."""

Step = Literal["send", "void"]
TROUBLES = {"moved_on": 412, "not_now": 409}

routes = Routes(include_in_schema=False, dependencies=[may("secretariat")])


@routes.get("/letters")
async def get_register(
    request: Request,
    response: Response,
    caller: Caller,
    store: Documents,
    gathering: UUID | None = None,
    after: Annotated[str | None, Query(max_length=2000)] = None,
) -> Response:
    """By number, the latest first; of one gathering, or in one state, if the URL says so."""
    state = next((each for each in LetterState if each == request.query_params.get("state")), None)
    where = {name: value for name, value in (("gathering", gathering), ("state", state)) if value}
    found = await Pager(request, response, ROWS, after)(store, Letter, where, sort="-place")
    link = response.headers.get("Link", "")
    of = (await seen(store, caller, gathering)).entity if gathering else None
    return html.answer(
        request,
        "register.html",
        rows=await rows(request, store, [each.entity for each in found]),
        gathering={"id": of.id, "title": locale.choose(of.title, reader_language(request))} if of else None,
        states=[*LetterState],
        asked=state or "",
        next=link[1 : link.index(">")] if link else None,
    )


@routes.get("/letters/{entry:uuid}.pdf")
async def get_paper(entry: UUID, request: Request, store: Documents) -> Response:
    """The letter to be signed by hand; it is the same each time."""
    return await paper(request, (await queries.there(store, entry)).entity)


@routes.get("/letters/{entry:uuid}")
async def get_letter(entry: UUID, request: Request, store: Documents, caller: Caller) -> Response:
    """What it says, and what became of it."""
    return await _shown(request, store, caller, entry)


@routes.post("/letters/{entry:uuid}/{step}")
async def post_step(
    entry: UUID, step: Step, request: Request, store: Documents, caller: Caller, form: Posted
) -> Response:
    """It went out, or is void. What somebody else did meanwhile is said on the same page."""
    command = _asked(step, form, entry)
    if command is None:
        return await _shown(request, store, caller, entry, form)
    handler: Any = handlers.send_off if step == "send" else handlers.make_void
    try:
        await form.do(handler, command, document=(Letter, entry))
    except Stale:
        return await _shown(request, store, caller, entry, form, "moved_on")
    except Conflict:
        return await _shown(request, store, caller, entry, form, "not_now")
    except Invalid:
        form.errors["on"] = "wrong_day"
        return await _shown(request, store, caller, entry, form)
    return RedirectResponse(f"/registration/letters/{entry}", 303)


def _asked(step: Step, form: Typed, letter: UUID) -> SendOff | MakeVoid | None:
    """None where `form.errors` says what is wrong."""
    if step == "void":
        reason = form.must("reason", LONGEST)
        return None if form.errors else MakeVoid(**form.do.message, letter=letter, reason=reason)
    how: How = next((each for each in HOW if each == form["how"]), "posted")
    try:
        on = date.fromisoformat(locale.digits(form["on"], "latin").replace("/", "-"))
    except ValueError:
        form.errors["on"] = "wrong_day"
        return None
    return SendOff(**form.do.message, letter=letter, on=on, how=how)


async def _shown(
    request: Request, store: Store, caller: auth.Caller, id: UUID, form: Typed | None = None, trouble: str = ""
) -> Response:
    """With what was typed, and why it was refused."""
    there, language = await queries.there(store, id), reader_language(request)
    letter = there.entity
    service: Service = request.app.state.service
    [row] = await rows(request, store, [letter])
    gathering = (await seen(store, caller, letter.gathering)).entity
    before = await store.get(Letter, letter.replaces) if letter.replaces else None
    typed: Mapping[str, str] = {"on": gathering.day(service.clock()).isoformat(), "how": HOW[0], "reason": ""}
    return html.answer(
        request,
        "letter.html",
        status=TROUBLES.get(trouble, 422 if form else 200),
        row=row,
        sheet=sheet_of(letter.sheet),
        before=before.entity if before else None,
        before_number=locale.digits(before.entity.number, locale.DEFAULTS[language].digits) if before else "",
        check=origin(request).check(letter),
        gathering={"id": gathering.id, "title": locale.choose(gathering.title, language)},
        version=there.version,
        ways=HOW,
        typed={name: form[name] if form else value for name, value in typed.items()},
        errors=form.errors if form else {},
        trouble=trouble,
    )
