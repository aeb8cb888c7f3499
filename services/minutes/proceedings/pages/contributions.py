"""The form of a contribution; and its page, where it is answered, disposed of or taken back."""

from collections.abc import Sequence
from typing import Any, get_args
from uuid import UUID

from fastapi import Request, Response

from services.minutes.agenda.queries import items_of
from services.minutes.contributions.api import contribution_of, of_these
from services.minutes.contributions.handlers import (
    answer_contribution,
    dispose_of_contribution,
    make_contribution,
    withdraw_contribution,
)
from services.minutes.contributions.model import (
    AnswerContribution,
    Contribution,
    DisposeOfContribution,
    MakeContribution,
    WithdrawContribution,
)
from services.minutes.proceedings.pages.frame import (
    NOTHING,
    At,
    Came,
    Sitting,
    back,
    id_of,
    reason_of,
    show,
    tongues,
    words_of,
)
from services.minutes.proceedings.queries import Present, present, proceedings_of
from services.minutes.proceedings.shown import chosen, contribution_shown
from services.minutes.record.api import keepers
from shared.contracts.contributions import ContributionKind, Disposal, Origin, Proposal
from shared.errors import NotFound, Refused
from shared.flow import Read
from shared.http import Documents, Routes
from shared.store import Store
from shared.web.typed import Posted, Typed

KINDS_OF = get_args(ContributionKind)
DISPOSALS = get_args(Disposal)
MOST = 50

routes = Routes(prefix="/gatherings/{gathering:uuid}/contributions", include_in_schema=False)


@routes.get("/new", dependencies=keepers)
async def get_new(sitting: At, request: Request, store: Documents, item: str = "") -> Response:
    """The empty form; `item`: of the agenda."""
    return await _new(request, store, sitting, NOTHING, item)


@routes.post("/new", dependencies=keepers)
async def post_new(sitting: At, request: Request, store: Documents, form: Posted) -> Response:
    """Note what was brought forward."""
    kind, origin, words = form.one_of("contribution_kind", KINDS_OF), _origin(form, sitting), words_of(form)
    item, came = id_of(form, "item"), Came(form, 422)
    if not form.errors:
        facts = Proposal.model_validate({**origin, "contribution_kind": kind, "item": item})
        command = MakeContribution(**form.do.message, gathering=sitting.minutes.id, facts=facts, words=words)
        try:
            await form.do(make_contribution, command)
        except Refused as refused:
            came = Came.of(form, refused)
        else:
            return back(sitting.minutes.id, f"item-{item}" if item else "item-none")
    return await _new(request, store, sitting, came)


@routes.get("/{contribution:uuid}", dependencies=[*keepers, of_these])
async def get_contribution(sitting: At, contribution: UUID, request: Request, store: Documents) -> Response:
    """One contribution with its answers, and what becomes of it."""
    return await _one(request, store, sitting, contribution)


@routes.post("/{contribution:uuid}/{step}", dependencies=[*keepers, of_these])
async def post_step(
    sitting: At, contribution: UUID, step: str, request: Request, store: Documents, form: Posted
) -> Response:
    """Answer it, say what becomes of it, or take it back."""
    handler, command, document = _asked(sitting, contribution, step, form)
    came = Came(form, 422)
    if not form.errors:
        try:
            await form.do(handler, command, document=document)
        except Refused as refused:
            came = Came.of(form, refused)
        else:
            return back(sitting.minutes.id, f"contribution-{contribution}")
    return await _one(request, store, sitting, contribution, came)


def _asked(sitting: Sitting, id: UUID, step: str, form: Typed) -> tuple[Any, Any, Any]:
    """What the button asks for, and which document must be as it was seen: an answer may follow another."""
    if step == "answer":
        origin, words = _origin(form, sitting), words_of(form)
        said = Origin.model_validate(origin) if not form.errors else Origin(said_in="")
        return (
            answer_contribution,
            AnswerContribution(**form.do.message, contribution=id, origin=said, words=words),
            None,
        )
    if step == "dispose":
        disposal = form.one_of("disposal", DISPOSALS)
        reason = reason_of(form, needed=disposal == "declined")
        given = {"contribution": id, "disposal": disposal, "reason": reason}
        return dispose_of_contribution, DisposeOfContribution(**form.do.message, **given), (Contribution, id)  # type: ignore[arg-type]
    if step != "withdraw":
        raise NotFound("There is no such step.")
    why = reason_of(form, "why", needed=sitting.minutes.entity.published)
    return (
        withdraw_contribution,
        WithdrawContribution(**form.do.message, contribution=id, reason=why),
        (Contribution, id),
    )


def _origin(form: Typed, sitting: Sitting) -> dict[str, Any]:
    """From whom it came, as it was ticked."""
    found: dict[str, Any] = {"said_in": form.one_of("said_in", dict(tongues(sitting.reader.language)))}
    for name in ("people", "organizations"):
        try:
            found[name] = list(dict.fromkeys(UUID(each) for each in form.all(name)))
        except ValueError:
            form.errors[name] = "wrong_choice"
        if len(form.all(name)) > MOST:
            form.errors[name] = "wrong_choice"
    return found


async def _new(request: Request, store: Store, sitting: Sitting, came: Came, item: str = "") -> Response:
    now = {"words": "", "item": item, "contribution_kind": "suggestion", "said_in": sitting.reader.language}
    items = chosen(await items_of(Read(store), sitting.minutes.id), sitting.reader)
    fields = await _fields(store, sitting, came)
    return show(
        request, "contribution.html", sitting, came, typed=came.typed(now), items=items, kinds=KINDS_OF, **fields
    )


async def _one(request: Request, store: Store, sitting: Sitting, id: UUID, came: Came = NOTHING) -> Response:
    known = await contribution_of(store, sitting.minutes.id, id)
    told = await proceedings_of(Read(store), sitting.minutes.entity, keeper=True)
    now = {"words": "", "said_in": sitting.reader.language, "disposal": "", "reason": "", "why": ""}
    return show(
        request,
        "thread.html",
        sitting,
        came,
        each=contribution_shown(told, sitting.reader, known.entity),
        version=known.version,
        typed=came.typed(now),
        disposals=DISPOSALS,
        **await _fields(store, sitting, came),
    )


async def _fields(store: Store, sitting: Sitting, came: Came) -> dict[str, Any]:
    """From whom something may come: people who came, and their organizations."""
    there = await present(Read(store), sitting.minutes.id)
    return {
        "people": [(str(each.person), each.name) for each in there],
        "organizations": _homes(there, sitting),
        "ticked": {name: came.form.all(name) if came.form else [] for name in ("people", "organizations")},
        "tongues": tongues(sitting.reader.language),
    }


def _homes(there: Sequence[Present], sitting: Sitting) -> list[tuple[str, str]]:
    homes = {
        str(each.organization): sitting.reader.words(each.home.name).text
        for each in there
        if each.home and each.home.name
    }
    return sorted(homes.items(), key=lambda home: home[1])
