"""Where a letter is drawn up for an invitation: who signs, what it will say, and the button that gives it its number."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.bodies.model import Body
from services.registration.entries.merging import called
from services.registration.gatherings.model import Gathering
from services.registration.invitations.model import Invitation
from services.registration.letters import handlers, queries
from services.registration.letters.drawing import drawn
from services.registration.letters.model import DrawUp, Letter, Sheet, Signing
from services.registration.letters.pages.shown import REFUSED, html, paper, rows, sheet_of
from services.registration.offices.model import Office
from services.registration.people.model import Person
from services.registration.people.queries import person_at
from services.registration.people.typed import address
from shared import locale
from shared.errors import Conflict, Invalid, NotFound
from shared.flow import Read
from shared.flow.service import Service
from shared.http import Caller, Documents, Routes, may
from shared.store import Store
from shared.web import reader_language
from shared.web.typed import Posted

OFFICES = 200
"""So many offices are offered for signing."""

routes = Routes(prefix="/invitations/{invitation:uuid}", include_in_schema=False, dependencies=[may("secretariat")])


@routes.get("/letter")
async def get_writing(invitation: UUID, request: Request, store: Documents) -> Response:
    """What a letter would say today, once it is known who signs; and the letters that there are."""
    return await _shown(request, store, invitation, request.query_params)


@routes.get("/letter.pdf")
async def get_latest_paper(invitation: UUID, request: Request, store: Documents) -> Response:
    """The letter that was numbered last, as PDF."""
    there = await queries.letters_of(Read(store), invitation)
    if not there:
        raise NotFound("No letter was numbered for this invitation yet.")
    return await paper(request, there[0])


@routes.post("/letter")
async def post_letter(invitation: UUID, request: Request, store: Documents, caller: Caller, form: Posted) -> Response:
    """Number it; what is in the way is said on the same page."""
    asked = {name: form[name] for name in ("office", "signer", "person")}
    signing, _ = await _signing(store, asked)
    if signing is None:
        return await _shown(request, store, invitation, asked)
    command = DrawUp(**form.do.message, invitation=invitation, signing=signing, by=caller.id)
    try:
        made = await form.do(handlers.draw_up, command)
    except (Conflict, Invalid):
        return await _shown(request, store, invitation, asked)
    return RedirectResponse(f"/registration/letters/{made.id}", 303)


async def _signing(store: Store, asked: Mapping[str, str]) -> tuple[Signing | None, str]:
    """Who was chosen, None if nobody; and the text that says why, where somebody was typed."""
    person, office = _id(asked.get("person", "")), _id(asked.get("office", ""))
    if office:
        return Signing(office=office, person=person), ""
    if not (typed := asked.get("signer", "").strip()):
        return None, ""
    try:
        signer = await person_at(Read(store), address(typed))
    except ValueError:
        return None, "wrong_address"
    return (Signing(signer=signer.id, person=person), "") if signer and signer.confirmed else (None, "wrong_nobody")


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


async def _shown(request: Request, store: Store, id: UUID, asked: Mapping[str, str]) -> Response:
    """With who was chosen; the office of the letter before this one, if nobody was."""
    read, service, language = Read(store), request.app.state.service, reader_language(request)
    invitation = await read.one(Invitation, id)
    gathering = await read.one(Gathering, invitation.facts.gathering)
    there = await queries.letters_of(read, id)
    offices = await _offices(store, service.clock().date(), language)
    chosen = {name: asked.get(name, "") for name in ("office", "signer", "person")}
    if not (chosen["office"] or chosen["signer"]):
        chosen["office"] = await _last_office(store, [each for each, _ in offices])
    signing, wrong = await _signing(store, chosen)
    sheet, refused = await _preview(read, id, signing, service)
    return html.answer(
        request,
        "writing.html",
        status=409 if refused and request.method == "POST" else 422 if wrong else 200,
        invitation=invitation,
        gathering={"id": gathering.id, "title": locale.choose(gathering.title, language)},
        rows=await rows(request, store, there),
        offices=offices,
        people=await _points(store, invitation),
        chosen=chosen,
        wrong=wrong,
        refused=refused,
        sheet=sheet_of(sheet),
    )


async def _preview(read: Read, id: UUID, signing: Signing | None, service: Service) -> tuple[Sheet | None, str]:
    """What the letter would say; or the end of the text that says why there is none now."""
    if signing is None:
        return None, ""
    try:
        return (await drawn(read, id, signing, service.clock())).sheet, ""
    except (Conflict, Invalid) as refused:
        return None, refused.slug if refused.slug in REFUSED else "other"


async def _offices(store: Store, today: date, language: str) -> list[tuple[str, str]]:
    """Each office that somebody holds today: its id, and who holds which of what."""
    found = [each.entity for each in (await store.find(Office, {}, limit=OFFICES)).items]
    held = {each.id: holder for each in found if (holder := each.holder(today))}
    people = await called(store, Person, [*held.values()])
    bodies = await store.get_many(Body, [each.facts.body for each in found])
    options = []
    for each in found:
        person, body = people.get(held[each.id]) if each.id in held else None, bodies.get(each.facts.body)
        if person and person.name:
            words = [locale.choose(each.facts.title, language), person.name]
            words += [locale.choose(body.entity.facts.name, language)] if body else []
            options.append((str(each.id), " · ".join(words)))
    return sorted(options, key=lambda each: each[1])


async def _last_office(store: Store, offered: list[str]) -> str:
    """The office that signed the letter of the highest number, if it is offered; else the first that is."""
    last = await store.find(Letter, {}, sort="-place", limit=1)
    office = str(last.items[0].entity.office) if last.items else ""
    return office if office in offered else next(iter(offered), "")


async def _points(store: Store, invitation: Invitation) -> list[tuple[str, str]]:
    """Who of an organization may be addressed."""
    found = await called(store, Person, invitation.facts.focal_points)
    return [(str(id), each.name) for id, each in found.items() if each.name]
