"""The tab *Minutes* of a gathering, for its chair and the secretariat: who is present, what was decided, and each next step."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.minutes.agenda.queries import items_of
from services.minutes.decisions.api import decision_of, of_these
from services.minutes.decisions.commands import CorrectDecision, RecordDecision, ReserveDecision, WithdrawDecision
from services.minutes.decisions.handlers import correct_decision, record_decision, reserve_decision, withdraw_decision
from services.minutes.decisions.model import Decision, DecisionState
from services.minutes.decisions.outcomes import involved
from services.minutes.desk.effects import decided_of, effect_form
from services.minutes.desk.pages.forms import NOTHING, Came, form_of, refusal, zone_of
from services.minutes.desk.queries import begun_as, desk_of, room_of, waiting
from services.minutes.desk.shown import decided, room_shown, shown, waiting_shown
from services.minutes.desk.typed import RESERVED, begun_by, differences, noted, reserved_of, typed_of
from services.minutes.desk.voters import ballots_shown, voters_of, voters_shown
from services.minutes.mirrors.model import Gathering
from services.minutes.paragraphs.model import thing_of
from services.minutes.proceedings.pages.course import card
from services.minutes.proceedings.pages.frame import Sitting, reason_of, told
from services.minutes.proceedings.shown import chosen, on_item
from services.minutes.record import scope
from services.minutes.record.api import keepers
from services.minutes.record.handlers import publish_minutes
from services.minutes.record.model import OPEN, ApproveMinutes, Minutes, PublishMinutes, State
from services.minutes.record.reader import Reader
from services.minutes.record.review import approve_minutes
from shared.errors import Conflict, Invalid, NotFound, Refused, Stale
from shared.flow import Read
from shared.http import Caller, Documents, Routes, may
from shared.store import Store, Stored
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

STEPS: Mapping[str, tuple[Any, Any]] = {
    "approve": (approve_minutes, ApproveMinutes),
    "publish": (publish_minutes, PublishMinutes),
}
DONE = ("record", "circulate", "correct", "reserve", "withdraw", *STEPS)
"""What can have been done when the page is shown again."""

routes = Routes(include_in_schema=False)
html = Pages("services.minutes.desk")


@routes.get("/cards/to-approve", dependencies=[may("secretariat")])
async def get_to_approve(request: Request, store: Documents) -> Response:
    """Part of *Today*: meetings that have ended, whose minutes are not approved."""
    return await _card(request, store, "to_approve", *OPEN)


@routes.get("/cards/to-publish", dependencies=[may("secretariat")])
async def get_to_publish(request: Request, store: Documents) -> Response:
    """Part of *Today*: minutes that are approved and not published."""
    return await _card(request, store, "to_publish", State.APPROVED)


async def _card(request: Request, store: Store, which: str, *states: State) -> Response:
    count, first, gatherings = await waiting(store, states)
    rows = waiting_shown(first, gatherings, reader_language(request))
    return html.answer(request, "card.html", which=which, count=count, rows=rows)


@routes.get("/gatherings/{gathering:uuid}", dependencies=keepers)
async def get_desk(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """Who is present, what was decided, and what is next."""
    return await _desk(request, caller, store, gathering)


@routes.get("/gatherings/{gathering:uuid}/counts", dependencies=keepers)
async def get_counts(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """Who is present, alone: the page asks for it again and again where scripts are on."""
    minutes = await scope.kept(store, caller, gathering)
    found = await store.get(Gathering, gathering)
    reader = Reader.of(reader_language(request), found.entity.time_zone if found else "UTC")
    room = await room_of(store, gathering)
    return html.answer(request, "present.html", **room_shown(minutes.entity, room, reader))


@routes.post("/gatherings/{gathering:uuid}/decisions", dependencies=keepers)
async def post_decision(gathering: UUID, request: Request, caller: Caller, store: Documents, form: Posted) -> Response:
    """Record what was decided, or say what is in the way."""
    motion = decided_of(form, await zone_of(store, gathering))
    if motion is None:
        return await _desk(request, caller, store, gathering, Came(form, 422))
    try:
        begun = await begun_as(store, gathering, form["paragraph"])
        message = form.do.message | ({"id": thing_of(begun.id)} if begun else {})  # of one paragraph comes one decision
        await form.do(record_decision, RecordDecision(**message, gathering=gathering, facts=motion))
    except (Conflict, Invalid) as refused:
        return await _desk(request, caller, store, gathering, refusal(form, refused))
    return _back(gathering, "record")


@routes.post("/gatherings/{gathering:uuid}/steps/{step}", dependencies=keepers)
async def post_step(
    gathering: UUID, step: str, request: Request, caller: Caller, store: Documents, form: Posted
) -> Response:
    """Approve or publish. What somebody else did meanwhile, or what cannot be done, is said on the same page."""
    if step not in STEPS:
        raise NotFound("There is no such step.")
    handler, command = STEPS[step]
    try:
        await form.do(handler, command(**form.do.message, gathering=gathering), document=(Minutes, gathering))
    except (Stale, Conflict) as refused:
        status = 412 if isinstance(refused, Stale) else 409
        return await _desk(request, caller, store, gathering, Came(None, status, refused))
    return _back(gathering, step)


async def _desk(request: Request, caller: Caller, store: Documents, gathering: UUID, came: Came = NOTHING) -> Response:
    language, done = reader_language(request), request.query_params.get("done", "")
    desk = await desk_of(store, await scope.kept(store, caller, gathering))
    page = shown(desk, language)
    page["proceedings"] = told(request, page["proceedings"], f"/minutes/gatherings/{gathering}")
    sitting = Sitting(desk.minutes, desk.gathering, Reader.of(language, desk.gathering.time_zone))
    page["course"] = await card(request, store, sitting, "desk")
    asked = came.form["paragraph"] if came.form else request.query_params.get("paragraph", "")
    begun = await begun_as(store, gathering, asked)
    begins = begun_by(begun) if begun else on_item(desk.proceedings.items, desk.proceedings.course)
    typed = typed_of(None, came.form) if came.form else typed_of(None) | begins
    return html.answer(
        request,
        "desk.html",
        status=came.status,
        trouble=came.trouble,
        done=done if done in DONE and came is NOTHING else "",
        **page,
        **form_of(language, typed, came.form),
        **await effect_form(Read(store), desk.gathering, sitting.reader, None, came.form),
        begun=begun.id if begun else None,
        items=chosen(desk.proceedings.items, Reader.of(language)),
    )


@routes.get("/gatherings/{gathering:uuid}/decisions/{decision:uuid}", dependencies=[*keepers, of_these])
async def get_decision(gathering: UUID, decision: UUID, request: Request, store: Documents) -> Response:
    """One decision, to correct or to withdraw."""
    return await _decision(request, store, gathering, await decision_of(store, gathering, decision))


@routes.post("/gatherings/{gathering:uuid}/decisions/{decision:uuid}/correct", dependencies=[*keepers, of_these])
async def post_correction(
    gathering: UUID, decision: UUID, request: Request, store: Documents, form: Posted
) -> Response:
    """It says something else from now on; what it said before stays, with the reason."""
    known = await decision_of(store, gathering, decision)
    motion = decided_of(form, await zone_of(store, gathering), known.entity.facts)
    reason = reason_of(form, needed=True)
    if motion is None or form.errors:
        return await _decision(request, store, gathering, known, Came(form, 422))
    command = CorrectDecision(**form.do.message, decision=decision, facts=motion, reason=reason)
    return await _changed(request, store, gathering, (decision, "correct"), (correct_decision, command, form))


@routes.post("/gatherings/{gathering:uuid}/decisions/{decision:uuid}/withdraw", dependencies=[*keepers, of_these])
async def post_withdrawal(
    gathering: UUID, decision: UUID, request: Request, store: Documents, form: Posted
) -> Response:
    """It does not stand any more; it keeps its number and stays readable, with the reason."""
    reason = reason_of(form, "why", needed=True)
    if form.errors:
        known = await decision_of(store, gathering, decision)
        return await _decision(request, store, gathering, known, Came(form, 422))
    command = WithdrawDecision(**form.do.message, decision=decision, reason=reason)
    return await _changed(request, store, gathering, (decision, "withdraw"), (withdraw_decision, command, form))


@routes.post("/gatherings/{gathering:uuid}/decisions/{decision:uuid}/reserve", dependencies=[*keepers, of_these])
async def post_reservation(
    gathering: UUID, decision: UUID, request: Request, store: Documents, form: Posted
) -> Response:
    """A member agreed with a reservation."""
    said = reserved_of(form)
    if said is None:
        known = await decision_of(store, gathering, decision)
        return await _decision(request, store, gathering, known, Came(form, 422))
    command = ReserveDecision(**form.do.message, decision=decision, **said)
    return await _changed(request, store, gathering, (decision, "reserve"), (reserve_decision, command, form))


async def _changed(
    request: Request, store: Store, gathering: UUID, what: tuple[UUID, str], how: tuple[Any, Any, Typed]
) -> Response:
    """Run the command (handler, command, form), and go back to the desk; or show the form again, with what is in the way."""
    (decision, done), (handler, command, form) = what, how
    try:
        await form.do(handler, command, document=(Decision, decision))
    except Refused as refused:
        status = 412 if isinstance(refused, Stale) else 422 if isinstance(refused, Invalid) else 409
        if isinstance(refused, Invalid) and not noted(form, refused):
            form.errors |= {"member": "wrong_choice"} if done == "reserve" else {"reason": "wrong_same"}
        known = await decision_of(store, gathering, decision)
        return await _decision(request, store, gathering, known, Came(form, status, refused))
    return _back(gathering, done)


async def _decision(
    request: Request, store: Store, gathering: UUID, known: Stored[Decision], came: Came = NOTHING
) -> Response:
    """The form of one decision with all that was typed; after a change by somebody else with both, and the version of now."""
    language, facts = reader_language(request), known.entity.facts
    found, minutes = await store.get(Gathering, gathering), await store.get(Minutes, gathering)
    about = found.entity if found else Gathering(gathering)
    reader, only = Reader.of(language, about.time_zone), _own(request.url.path)
    rows = await ballots_shown(Read(store), facts.ballots, reader)
    moved = differences(came.form, facts) if came.form and came.status == 412 else []
    return html.answer(
        request,
        "decision.html",
        status=came.status,
        trouble="" if moved or came.status == 422 else came.trouble,
        moved=moved,
        gathering=gathering,
        title=reader.words(about.title),
        published=bool(minutes and minutes.entity.published),
        decision=decided(reader, known.entity, around=await involved(Read(store), gathering, [known.entity])),
        **await effect_form(Read(store), about, reader, facts, None if only else came.form),
        version=known.version,
        **form_of(language, typed_of(facts, came.form, only), came.form, facts, rows),
        items=chosen(await items_of(Read(store), gathering), reader),
        may_reserve=await _may_reserve(store, gathering, known.entity, reader)
        if minutes and minutes.entity.approved_at is None
        else [],
    )


def _own(path: str) -> tuple[str, ...]:
    """The fields that a form of the page has for itself."""
    return {"withdraw": ("why",), "reserve": RESERVED}.get(path.rpartition("/")[2], ())


async def _may_reserve(store: Store, gathering: UUID, decision: Decision, reader: Reader) -> list[tuple[str, str]]:
    """In whose name a reservation can be made: a member's, about what was adopted."""
    if decision.state is not DecisionState.ADOPTED:
        return []
    read = Read(store)
    rows = await voters_shown(read, await voters_of(read, gathering), reader)
    return [(str(each["member"]), each["name"]) for each in rows if each["name"]]


def _back(gathering: UUID, done: str) -> RedirectResponse:
    return RedirectResponse(f"/minutes/gatherings/{gathering}?done={done}", 303)
