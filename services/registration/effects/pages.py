"""What waits for an answer, and one effect with its buttons: for chairs and the secretariat, and behind the link in a mail."""

from typing import Annotated, Any, NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.effects import queries, shown
from services.registration.effects.handlers import answer_effect
from services.registration.effects.model import AnswerEffect, Effect, EffectState, Hand
from services.registration.offices.model import Office
from shared.contracts.effects import Holder
from shared.contracts.gatherings import Answer
from shared.errors import Conflict, Invalid, NotFound, Refused, Stale
from shared.flow import Read
from shared.http import Caller, Documents, Routes, linked, may
from shared.locale import choose
from shared.store import Store, Stored
from shared.text import one_line
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

STEPS: dict[str, Answer] = {"confirm": "accepted", "refuse": "refused"}
TROUBLES = ("wrong-state", "unknown-target", "not-holder", "stale")
LONGEST = 500
LISTED = 100
CARD = 3

Link = Annotated[UUID, linked("effect")]

routes = Routes(include_in_schema=False)
html = Pages("services.registration.effects")
office = [may("chair")]


class Came(NamedTuple):
    """A step that was not done: its form, the status that says so, and what is in the way."""

    form: Typed | None = None
    step: str = ""
    status: int = 200
    trouble: str = ""


NOTHING = Came()


@routes.get("/cards/effects", dependencies=[may("secretariat")])
async def get_card(request: Request, store: Documents, caller: Caller) -> Response:
    """Part of *Today*: what decisions bring about, and nobody confirmed or refused."""
    language, where = reader_language(request), queries.waiting(caller)
    page = await store.find(Effect, where, sort="asked_at", limit=CARD)
    rows = [await shown.one(store, each, language) for each in page.items]
    return html.answer(request, "card.html", rows=rows, count=await store.count(Effect, where))


@routes.get("/effects", dependencies=office)
async def get_effects_page(request: Request, store: Documents, caller: Caller) -> Response:
    """What waits, the oldest first, and then what came of the others."""
    language, where = reader_language(request), queries.scope(caller)
    waiting = await store.find(Effect, queries.waiting(caller), sort="asked_at", limit=LISTED)
    others = await store.find(Effect, where, sort="-asked_at", limit=LISTED)
    over = [each for each in others.items if each.entity.state is not EffectState.PENDING]
    rows = [await shown.one(store, each, language) for each in (*waiting.items, *over)]
    return html.answer(request, "list.html", rows=rows)


@routes.get("/effects/{effect:uuid}", dependencies=office)
async def get_effect_page(effect: UUID, request: Request, store: Documents, caller: Caller) -> Response:
    """What a decision brings about, and how that stands."""
    return await _shown(request, store, await queries.seen(store, caller, effect))


@routes.post("/effects/{effect:uuid}/{step}", dependencies=office)
async def post_step(
    effect: UUID, step: str, request: Request, store: Documents, form: Posted, caller: Caller
) -> Response:
    """Confirm or refuse it; or say on the same page what is in the way."""
    there, office = await queries.seen(store, caller, effect), _office(form)
    came = await _answer(
        form, step, there, AnswerEffect(**_asked(form, request, effect, step), office=office, by=caller.id)
    )
    if came.status == 303:
        return RedirectResponse(f"/registration/effects/{effect}", 303)
    return await _shown(request, store, await queries.seen(store, caller, effect), came)


@routes.get("/effect")
async def get_effect_by_link(hand: Link, request: Request, store: Documents, link: str) -> Response:
    """The same for who holds an office. Looking changes nothing: mail programs open links."""
    there, holder = await _held(store, hand)
    return await _shown(request, store, there, holder=holder, link=link)


@routes.post("/effect")
async def post_effect_by_link(hand: Link, request: Request, store: Documents, form: Posted, link: str) -> Response:
    """Confirm or refuse it in the name of the office; pressed twice, it is said once."""
    there, holder = await _held(store, hand)
    asked = _asked(form, request, there.id, form["step"])
    command = AnswerEffect(**asked, office=holder.office, by=holder.person, holder=holder.person)
    came = await _answer(form, form["step"], there, command)
    if came.status == 303:
        here = f"{request.scope.get('root_path', '')}/effect"
        return RedirectResponse(f"{here}?{urlencode({'link': link})}", 303)
    there, holder = await _held(store, hand)
    return await _shown(request, store, there, came, holder, link)


async def _held(store: Store, hand: UUID) -> tuple[Stored[Effect], Holder]:
    found = await store.get(Hand, hand)
    effect = await store.get(Effect, found.entity.effect) if found else None
    if found is None or effect is None:
        raise NotFound("Nothing is asked of you here (yet).")
    return effect, found.entity.holder


def _office(form: Typed) -> UUID | None:
    try:
        return UUID(form["office"]) if form["office"] else None
    except ValueError:
        form.errors["office"] = "wrong_choice"
        return None


def _asked(form: Typed, request: Request, effect: UUID, step: str) -> dict[str, Any]:
    """What both doors ask: which effect, which answer, and why, in the language of the page."""
    reason = {reader_language(request): _reason(form)} if form["reason"] else {}
    if step not in STEPS:
        raise NotFound("There is no such step.")
    return {**form.do.message, "effect": effect, "answer": STEPS[step], "reason": reason}


def _reason(form: Typed) -> str:
    try:
        return one_line(form.must("reason", LONGEST))
    except ValueError:
        form.errors["reason"] = "wrong_other"
        return ""


async def _answer(form: Typed, step: str, there: Stored[Effect], command: AnswerEffect) -> Came:
    """What came of it; 303: it is done."""
    if form.errors:
        return Came(form, step, 422)
    try:
        await form.do(answer_effect, command, document=(Effect, there.id))
    except Invalid as refused:
        named = str(refused.errors[0]["field"]) if refused.errors else "reason"
        form.errors["office" if named == "office" else "reason"] = (
            "wrong_choice" if named == "office" else "wrong_missing"
        )
        return Came(form, step, 422)
    except (Stale, Conflict) as refused:
        return Came(form, step, 412 if isinstance(refused, Stale) else 409, _trouble(refused))
    return Came(form, step, 303)


def _trouble(refused: Refused) -> str:
    return refused.slug if refused.slug in TROUBLES else "stale"


async def _shown(
    request: Request,
    store: Store,
    there: Stored[Effect],
    came: Came = NOTHING,
    holder: Holder | None = None,
    link: str = "",
) -> Response:
    language, form = reader_language(request), came.form
    held = await Read(store).maybe(Office, holder.office) if holder else None
    return html.answer(
        request,
        "effect.html",
        status=came.status,
        it=await shown.one(store, there, language),
        offices=[] if holder else await shown.offices(store, there.entity, language),
        held=choose(held.facts.title, language) if held else "",
        sent=came.step,
        trouble=came.trouble,
        typed={name: form[name] if form else "" for name in ("office", "reason")},
        wrong=form.errors if form else {},
        behind=f"?{urlencode({'link': link})}" if link else "",
    )
