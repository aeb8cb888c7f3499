"""The mode of a gathering: what stands against another one, what was proposed, and what was decided. No scripts."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.editions import typed, who
from services.registration.editions.model import Edition
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.pages import facts
from services.registration.gatherings.proposals import ProposalState
from services.registration.gatherings.queries import seen
from services.registration.modes import handlers, shown
from services.registration.modes.commands import DecideMode, ProposeMode
from services.registration.modes.forms import DecidedForm, ProposalForm, TimesForm
from shared.contracts.gatherings import Mode
from shared.contracts.people import Calendar
from shared.errors import Conflict, NotFound, Refused, Stale
from shared.flow import Decide
from shared.http import Caller, Documents, Routes, may
from shared.locale import DEFAULTS
from shared.locale.languages import NAMES
from shared.store import Store, Stored
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

MODES: tuple[str, ...] = Mode.__args__  # type: ignore[attr-defined]


class Step(NamedTuple):
    """What a step runs, what its form asks for, and under which name it says who it was."""

    handler: Decide[Any]
    command: Callable[..., Any]
    form: type[TimesForm]
    fields: tuple[str, ...]
    who: str


STEPS: Mapping[str, Step] = {
    "propose": Step(
        handlers.propose_mode,
        ProposeMode,
        ProposalForm,
        ("mode", "says", "proposed_by", "body", "proposed_on"),
        "proposed_by",
    ),
    "decide": Step(
        handlers.decide_mode,
        DecideMode,
        DecidedForm,
        ("proposal", "answer", "reason", "decided_by", "body", "decided_on"),
        "decided_by",
    ),
}
TROUBLE = {412: "moved_on", 409: "not_now"}
FIELDS = [name for key, step in STEPS.items() for name in typed.fields(key, *step.fields)]

routes = Routes(include_in_schema=False)
html = Pages("services.registration.modes")
secretariat = [may("secretariat")]


@routes.get("/gatherings/{gathering:uuid}/mode", dependencies=secretariat)
async def get_mode(gathering: UUID, request: Request, store: Documents, caller: Caller) -> Response:
    """How it is held, and what was said of that."""
    return await _shown(request, store, await seen(store, caller, gathering))


@routes.post("/gatherings/{gathering:uuid}/mode/{step}", dependencies=secretariat)
async def post_mode(
    gathering: UUID, step: str, request: Request, store: Documents, form: Posted, caller: Caller
) -> Response:
    """Note a proposal or a decision; or say on the same page what is in the way."""
    if step not in STEPS:
        raise NotFound("There is no such step.")
    there, status, do = await seen(store, caller, gathering), 422, STEPS[step]
    try:
        if told := typed.told(form, do.form, *do.fields, "calendar", step=step):
            said = do.form.model_validate(told).command(do.who)
            command = do.command(**form.do.message, gathering=gathering, by=caller.id, **said)
            await form.do(do.handler, command, document=(Gathering, gathering))
            return RedirectResponse(f"/registration/gatherings/{gathering}/mode", 303)
    except (Stale, Conflict) as refused:
        there, status = await seen(store, caller, gathering), 412 if isinstance(refused, Stale) else 409
    except Refused as refused:
        typed.note(form, refused, step)
    return await _shown(request, store, there, (step, form), status)


async def _shown(
    request: Request,
    store: Store,
    there: Stored[Gathering],
    sent: tuple[str, Typed] | None = None,
    status: int = 200,
) -> Response:
    it, language = there.entity, reader_language(request)
    step, form = sent or ("", None)
    proposals = await shown.proposals(store, it, language)
    open_ones = [each for each in proposals if each["state"] is ProposalState.OPEN]
    return html.answer(
        request,
        "mode.html",
        status=status,
        id=it.id,
        version=there.version,
        called=facts(it, language)["title"],
        mode=it.mode,
        modes=[each for each in MODES if each != it.mode],
        stands=await shown.standing(store, it.edition, it, language),
        proposals=proposals,
        open=open_ones,
        steps=["propose", *(["decide"] if open_ones else [])],
        fields={key: each.fields for key, each in STEPS.items()},
        written_in=await _calendar(store, it, language),
        bodies=await who.bodies(store, language),
        typed={name: form[name] if form else "" for name in FIELDS},
        wrong=form.errors if form else {},
        step=step,
        trouble=TROUBLE.get(status, ""),
        tongues=NAMES,
    )


async def _calendar(store: Store, it: Gathering, language: str) -> Calendar:
    """In which times are typed: the mandate's, and the reader's for a gathering of no edition."""
    found = await store.get(Edition, it.edition) if it.edition else None
    return found.entity.facts.calendar if found else DEFAULTS[language].calendar
