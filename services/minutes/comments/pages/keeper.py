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
from services.minutes.record.model import MOST_APPROVERS, ApproveMinutes, CirculateMinutes, Minutes
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
"""So many can be named on the page, and all who are named already."""
FIELDS = tuple(f"approver_{n}" for n in range(1, MOST_APPROVERS + 1))
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
    chosen = [form[name] for name in FIELDS]
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
    typed = await _typed(request, store, stored.entity, shown["zone"], form)
    status = 200 if form is None else 412 if isinstance(refused, Stale) else 409 if refused else 422
    return html.answer(
        request,
        "keeper.html",
        status=status,
        **shown,
        asked=await store.count(Review, {"gathering": gathering}),
        people=await _people(store, gathering, [each for name, each in typed.items() if name in FIELDS]),
        typed=typed,
        circulating=form is not None and bool(form.all("comments_until")),
        reasons=_reasons(form, shown["paragraphs"]) if form else {},
        errors=form.errors if form else {},
        approver_fields=[name for name in FIELDS if name in typed],
        done=done if done in DONE and form is None else "",
        trouble=trouble,
    )


async def _typed(request: Request, store: Store, now: Minutes, zone: str, form: Typed | None) -> dict[str, str]:
    """What stands in the form that circulates: all of it as it was typed, else as it was asked for last."""
    if form and form.all("comments_until"):
        chosen = {name: form[name] for name in FIELDS if form.all(name)}
        return dict.fromkeys(FIELDS[:APPROVERS], "") | chosen | {"comments_until": form["comments_until"]}
    until = Reader.of(reader_language(request), zone).typed(now.comments_until) if now.comments_until else ""
    named = [str(each) for each in now.approvers] or await _chairs(store, now.id)
    blank = dict.fromkeys(FIELDS[:APPROVERS], "")
    return blank | dict(zip(FIELDS, named, strict=False)) | {"comments_until": until}


def _reasons(form: Typed, paragraphs: list[dict[str, Any]]) -> dict[str, str]:
    """What was typed as an answer, by the id of its comment."""
    comments = [str(one["id"]) for each in paragraphs for one in each["comments"]]
    return {each: form[f"reason_{each}"] for each in comments if form.all(f"reason_{each}")}


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
    others = await read.many(Person, [id for each in named if each not in there and (id := _id(each))])
    there |= {str(id): each.name for id, each in others.items() if each.name}
    return sorted(there.items(), key=lambda each: each[1].casefold())


def _id(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
