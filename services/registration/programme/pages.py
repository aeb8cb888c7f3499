"""The programme of a gathering, as the secretariat puts it together. Without scripts."""

from typing import Any
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.queries import seen
from services.registration.gatherings.states import GatheringState
from services.registration.programme import handlers, queries, shown, typed
from services.registration.programme.model import OVER, ChangePart, Part, PartState, PlanPart, WithdrawPart
from services.registration.programme.publication import Programme, PublishProgramme
from shared import locale
from shared.contracts.programme import PartFacts
from shared.errors import Conflict, NotFound, Refused, Stale
from shared.http import Caller, Documents, Routes, may
from shared.locale.languages import NAMES
from shared.store import Store, Stored
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

routes = Routes(include_in_schema=False)
html = Pages("services.registration.programme")
secretariat = [may("secretariat")]
HERE = "/gatherings/{gathering:uuid}/programme"


@routes.get(HERE, dependencies=secretariat)
async def get_programme_page(
    gathering: UUID, request: Request, store: Documents, caller: Caller, part: UUID | None = None
) -> Response:
    """All sessions, and the form of a new one, or of the one that is to be changed (`part`)."""
    there = await seen(store, caller, gathering)
    return await _shown(request, store, there, await _part(store, gathering, part) if part else None)


@routes.post(HERE, dependencies=secretariat)
async def post_session(gathering: UUID, request: Request, store: Documents, form: Posted, caller: Caller) -> Response:
    """Put a session on the programme."""
    there = await seen(store, caller, gathering)
    try:
        if said := typed.told(form, there.entity):
            facts = PartFacts(gathering=gathering, **said)
            await form.do(handlers.plan_part, PlanPart(**form.do.message, facts=facts, by=caller.id))
            return _back(gathering)
    except Conflict:
        return await _shown(request, store, there, sent=(form, "not_now"), status=409)
    except Refused as refused:
        typed.note(form, refused)
    return await _shown(request, store, there, sent=(form, ""), status=422)


@routes.post(f"{HERE}/publish", dependencies=secretariat)
async def post_publication(
    gathering: UUID, request: Request, store: Documents, form: Posted, caller: Caller
) -> Response:
    """Let people rely on it as it is."""
    there = await seen(store, caller, gathering)
    try:
        await form.do(handlers.publish_programme, PublishProgramme(**form.do.message, gathering=gathering))
    except Conflict:
        return await _shown(request, store, there, sent=(form, "not_now"), status=409)
    return _back(gathering)


@routes.post(f"{HERE}/{{part:uuid}}", dependencies=secretariat)
async def post_change(
    gathering: UUID, part: UUID, request: Request, store: Documents, form: Posted, caller: Caller
) -> Response:
    """Change a session; if somebody was faster, show both."""
    there, one = await seen(store, caller, gathering), await _part(store, gathering, part)
    trouble, status = "", 422
    try:
        if said := typed.told(form, there.entity, one.entity):
            facts = PartFacts(gathering=gathering, **said)
            command = ChangePart(**form.do.message, part=part, facts=facts, by=caller.id)
            await form.do(handlers.change_part, command, document=(Part, part))
            return _back(gathering)
    except Stale:
        one, status = await _part(store, gathering, part), 412
    except Conflict:
        trouble, status = "not_now", 409
    except Refused as refused:
        typed.note(form, refused)
    return await _shown(request, store, there, one, (form, trouble), status)


@routes.post(f"{HERE}/{{part:uuid}}/withdraw", dependencies=secretariat)
async def post_withdrawal(
    gathering: UUID, part: UUID, request: Request, store: Documents, form: Posted, caller: Caller
) -> Response:
    """Take a session from the programme; why may be said."""
    there = await seen(store, caller, gathering)
    await _part(store, gathering, part)
    reason = {tag: text[:500] for tag in NAMES if (text := form[f"reason_{tag}_{part}"])}
    try:
        command = WithdrawPart(**form.do.message, part=part, reason=reason, by=caller.id)
        await form.do(handlers.withdraw_part, command, document=(Part, part))
    except Stale:
        trouble, status = "moved_on", 412
    except Conflict:
        trouble, status = "not_now", 409
    else:
        return _back(gathering)
    return await _shown(request, store, there, sent=(form, trouble), status=status)


def _back(gathering: UUID) -> Response:
    return RedirectResponse(f"/registration/gatherings/{gathering}/programme", 303)


async def _part(store: Store, gathering: UUID, part: UUID) -> Stored[Part]:
    found = await store.get(Part, part)
    if found is None or found.entity.facts.gathering != gathering:
        raise NotFound("There is no such session.")
    return found


async def _published(store: Store, gathering: UUID, parts: list[Part], language: str) -> dict[str, Any]:
    """When it was published, and what people do not know yet."""
    stored = await store.get(Programme, gathering)
    it = stored.entity if stored else Programme(id=gathering)
    different = it.different(parts)
    return {
        "published_at": it.at,
        "as_published": it.is_as(parts),
        "material": bool(different.moved or different.withdrawn),
        "different": {name: locale.choose(text, language) for name, text in different if text},
    }


async def _shown(
    request: Request,
    store: Store,
    there: Stored[Gathering],
    part: Stored[Part] | None = None,
    sent: tuple[Typed, str] | None = None,
    status: int = 200,
) -> Response:
    """With all that was typed; after a change by somebody else with both, and the version of now."""
    it, language = there.entity, reader_language(request)
    form, trouble = sent or (None, "")
    now = typed.typed_of(part.entity, it) if part else typed.empty(it)
    found = await queries.programme(store, it.id, whole=True)
    standing = [each for each in found if each.entity.state is PartState.PLANNED]
    context: dict[str, Any] = {
        **await _published(store, it.id, [each.entity for each in standing], language),
        "typed": {name: form[name] for name in typed.FIELDS} if form else now,
        "wrong": {name: form.errors[name] for name in typed.FIELDS if name in form.errors} if form else {},
        "moved": form.differs(now) if form and part and status == 412 else None,
    }
    return html.answer(
        request,
        "programme.html",
        status=status,
        id=it.id,
        called=locale.choose(it.title, language),
        zone=it.time_zone,
        planned=shown.days(standing, it, language),
        publishable=it.state not in {GatheringState.DRAFT, *OVER},
        withdrawn=shown.days((each for each in found if each.entity.state is PartState.WITHDRAWN), it, language),
        part=part.id if part else None,
        version=part.version if part else None,
        open=it.state not in OVER and not (part and part.entity.state is PartState.WITHDRAWN),
        trouble=trouble,
        tongues=NAMES,
        **context,
    )
