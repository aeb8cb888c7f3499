"""Where whoever keeps the minutes circulates them, answers each comment, and sees who approved them. Without scripts."""

from typing import Any
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.minutes.comments import queries
from services.minutes.comments.handlers import settle_comment
from services.minutes.comments.model import Comment, SettleComment
from services.minutes.comments.pages.draft import TROUBLES, draft, html, minutes_of
from services.minutes.mirrors.model import Gathering, Person
from services.minutes.mirrors.roles import Role
from services.minutes.proceedings.pages.frame import At, reason_of
from services.minutes.proceedings.queries import present
from services.minutes.record.api import keepers
from services.minutes.record.model import ApproveMinutes, CirculateMinutes, Minutes
from services.minutes.record.reader import Reader
from services.minutes.record.review import approve_minutes, circulate_minutes
from services.minutes.reviews.model import Review
from shared.errors import Invalid, NotFound, Refused, Stale
from shared.flow import Read
from shared.http import Documents, Routes
from shared.store import Store
from shared.web import reader_language
from shared.web.typed import Posted, Typed

APPROVERS = 4
"""So many can be named on the page."""
FIELDS = ("comments_until", *(f"approver_{n}" for n in range(1, APPROVERS + 1)))
DONE = ("circulate", "approve", "settle")

routes = Routes(prefix="/gatherings/{gathering:uuid}/review", include_in_schema=False)


@routes.get("", dependencies=keepers)
async def get_review(sitting: At, request: Request, store: Documents) -> Response:
    """The review: how it stands, and every comment at its paragraph."""
    return await _shown(request, store, sitting.minutes.id)


@routes.post("/circulate", dependencies=keepers)
async def post_circulation(sitting: At, request: Request, store: Documents, form: Posted) -> Response:
    """Ask those who were there."""
    gathering, until = sitting.minutes.id, form.moment("comments_until", sitting.gathering.time_zone)
    chosen = [form[f"approver_{n}"] for n in range(1, APPROVERS + 1)]
    try:
        approvers = tuple(dict.fromkeys(UUID(each) for each in chosen if each))
    except ValueError:
        form.errors["approver_1"] = "wrong_choice"
    if until is None or form.errors:
        return await _shown(request, store, gathering, form)
    command = CirculateMinutes(**form.do.message, gathering=gathering, comments_until=until, approvers=approvers)
    return await _carried_out(request, store, gathering, form, ("circulate", circulate_minutes, command))


@routes.post("/approvals/{person:uuid}", dependencies=keepers)
async def post_approval(sitting: At, person: UUID, request: Request, store: Documents, form: Posted) -> Response:
    """One of the approvers said so by letter, or on the telephone."""
    gathering = sitting.minutes.id
    text = await queries.text_of(store, gathering, request.app.state.keys)
    command = ApproveMinutes(**form.do.message, gathering=gathering, person=person, text=text)
    return await _carried_out(request, store, gathering, form, ("approve", approve_minutes, command))


@routes.post("/comments/{comment:uuid}/{step}", dependencies=keepers)
async def post_settlement(
    sitting: At, comment: UUID, step: str, request: Request, store: Documents, form: Posted
) -> Response:
    """Say what comes of a comment."""
    gathering, stored = sitting.minutes.id, await store.get(Comment, comment)
    if stored is None or stored.entity.facts.gathering != gathering or step not in {"taken_up", "declined"}:
        raise NotFound("There is no such comment on these minutes.")
    name = f"reason_{comment}"
    reason = reason_of(form, name, needed=step == "declined")
    if form.errors:
        return await _shown(request, store, gathering, form)
    command = SettleComment(**form.do.message, comment=comment, taken_up=step == "taken_up", reason=reason)
    return await _carried_out(request, store, gathering, form, ("settle", settle_comment, command))


async def _carried_out(
    request: Request, store: Store, gathering: UUID, form: Typed, how: tuple[str, Any, Any]
) -> Response:
    """Back to the page with what was done; or the page with what is in the way."""
    done, handler, command = how
    document = (Minutes, gathering) if done == "circulate" else None
    try:
        await form.do(handler, command, document=document)
    except Invalid as wrong:
        field = wrong.errors[0]["field"] if wrong.errors else "comments_until"
        form.errors["approver_1" if field == "approvers" else "comments_until"] = "wrong_other"
        return await _shown(request, store, gathering, form)
    except Refused as refused:
        return await _shown(request, store, gathering, form, refused)
    place = f"comment-{command.comment}" if done == "settle" else "main"
    return RedirectResponse(f"/minutes/gatherings/{gathering}/review?done={done}#{place}", 303)


async def _shown(
    request: Request,
    store: Store,
    gathering: UUID,
    form: Typed | None = None,
    refused: Refused | None = None,
) -> Response:
    stored = await minutes_of(store, gathering)
    shown = await draft(request, store, stored, whole=True)
    done = request.query_params.get("done", "")
    trouble = "" if refused is None else refused.slug if refused.slug in TROUBLES else "other"
    reader, now = Reader.of(reader_language(request), shown["zone"]), stored.entity
    until = now.comments_until
    blank = {"comments_until": reader.typed(until) if until else ""}
    named = [str(each) for each in now.approvers] or await _chairs(store, gathering)
    blank |= dict(zip(FIELDS[1:], [*named, *[""] * APPROVERS], strict=False))
    status = 200 if form is None else 412 if isinstance(refused, Stale) else 409 if refused else 422
    return html.answer(
        request,
        "keeper.html",
        status=status,
        **shown,
        asked=await store.count(Review, {"gathering": gathering}),
        people=await _people(store, gathering, named),
        typed={name: form[name] if form and name in form.errors else said for name, said in blank.items()},
        reasons={name.removeprefix("reason_"): form[name] for name in form.errors} if form else {},
        errors=form.errors if form else {},
        approver_fields=FIELDS[1:],
        done=done if done in DONE and form is None else "",
        trouble=trouble,
    )


async def _chairs(store: Store, gathering: UUID) -> list[str]:
    """Who chairs the body that meets: they usually approve."""
    about = await store.get(Gathering, gathering)
    if about is None or about.entity.body is None:
        return []
    held = await store.find(Role, {"role": f"chair:{about.entity.body}"}, limit=1)
    return [str(each) for stored in held.items for each in stored.entity.holders]


async def _people(store: Store, gathering: UUID, named: list[str]) -> list[tuple[str, str]]:
    """Whom the page lets one name: those who were there, who chairs, and who is named already."""
    read = Read(store)
    there = {str(each.person): each.name for each in await present(read, gathering)}
    others = await read.many(Person, [UUID(each) for each in named if each not in there])
    there |= {str(id): each.name for id, each in others.items() if each.name}
    return sorted(there.items(), key=lambda each: each[1].casefold())
