"""The form of a statement: a new one, or one that is corrected or withdrawn."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, get_args
from uuid import UUID

from fastapi import Request, Response

from services.minutes.agenda.queries import items_of
from services.minutes.mirrors.model import Body
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
from services.minutes.proceedings.queries import Present, present
from services.minutes.proceedings.shown import chosen
from services.minutes.record.api import keepers
from services.minutes.statements.api import of_these, statement_of
from services.minutes.statements.handlers import correct_statement, record_statement, withdraw_statement
from services.minutes.statements.model import CorrectStatement, RecordStatement, Statement, WithdrawStatement
from shared.contracts.statements import Manner, Occasion, Speech
from shared.errors import NotFound, Refused
from shared.flow import Read
from shared.http import Documents, Routes
from shared.store import Store
from shared.web.typed import Posted, Typed

MANNERS = get_args(Manner)
BEHALVES = ("organization", "body", "self")
"""In whose name somebody speaks."""
NEW: Final = {"item": "", "speaker": ""}

routes = Routes(prefix="/gatherings/{gathering:uuid}/statements", include_in_schema=False)


@routes.get("/new", dependencies=keepers)
async def get_new(sitting: At, request: Request, store: Documents, item: str = "", speaker: str = "") -> Response:
    """The empty form; `item`: of the agenda; `speaker`: who is known to have spoken."""
    return await _form(request, store, sitting, None, NOTHING, {"item": item, "speaker": speaker})


@routes.post("/new", dependencies=keepers)
async def post_new(sitting: At, request: Request, store: Documents, form: Posted) -> Response:
    """Record it, as the last on its item."""
    facts, words = await _speech(store, sitting, form, None), words_of(form)
    came = Came(form, 422)
    if facts and not form.errors:
        occasion = Occasion(gathering=sitting.minutes.id)
        command = RecordStatement(**form.do.message, occasion=occasion, facts=facts, words=words)
        try:
            await form.do(record_statement, command)
        except Refused as refused:
            came = Came.of(form, refused)
        else:
            return back(sitting.minutes.id, f"item-{facts.item}" if facts.item else "item-none")
    return await _form(request, store, sitting, None, came)


@routes.get("/{statement:uuid}", dependencies=[*keepers, of_these])
async def get_statement(sitting: At, statement: UUID, request: Request, store: Documents) -> Response:
    """One statement, to correct or to withdraw."""
    return await _form(request, store, sitting, statement, NOTHING)


@routes.post("/{statement:uuid}/{step}", dependencies=[*keepers, of_these])
async def post_step(
    sitting: At, statement: UUID, step: str, request: Request, store: Documents, form: Posted
) -> Response:
    """It says something else from now on, or is not stood by; what it said before stays."""
    handler, command = await _asked(store, sitting, statement, step, form)
    came = Came(form, 422)
    if command and not form.errors:
        try:
            await form.do(handler, command, document=(Statement, statement))
        except Refused as refused:
            came = Came.of(form, refused)
        else:
            return back(sitting.minutes.id, f"statement-{statement}")
    return await _form(request, store, sitting, statement, came)


async def _asked(store: Store, sitting: Sitting, id: UUID, step: str, form: Typed) -> tuple[Any, Any]:
    """What the button asks for; no command where what was typed is wrong."""
    published = sitting.minutes.entity.published
    if step == "withdraw":
        why = reason_of(form, "why", needed=published)
        return withdraw_statement, WithdrawStatement(**form.do.message, statement=id, reason=why)
    if step != "correct":
        raise NotFound("There is no such step.")
    known = (await statement_of(store, sitting.minutes.id, id, public_alone=False)).entity
    facts, words, reason = (
        await _speech(store, sitting, form, known),
        words_of(form),
        reason_of(form, needed=published),
    )
    if facts is None:
        return correct_statement, None
    return correct_statement, CorrectStatement(**form.do.message, statement=id, facts=facts, words=words, reason=reason)


async def _speech(store: Store, sitting: Sitting, form: Typed, known: Statement | None) -> Speech | None:
    """Who said it and how, as it was typed; None, with what is wrong in `form.errors`, if that cannot be."""
    speaker, item, behalf = id_of(form, "speaker"), id_of(form, "item"), form.one_of("behalf", BEHALVES)
    came = {each.person: each for each in await present(Read(store), sitting.minutes.id)}
    organization = came[speaker].organization if speaker in came else None
    if known and known.facts.speaker == speaker:
        organization = known.facts.organization or organization
    if behalf == "organization" and organization is None:
        form.errors["behalf"] = "wrong_behalf"
    if behalf == "body" and sitting.gathering.body is None:
        form.errors["behalf"] = "wrong_behalf"
    at = form.moment("said_at", sitting.reader.zone) if form["said_at"] else None
    manner, said_in = form.one_of("manner", MANNERS), form.one_of("said_in", dict(_tongues(sitting, known)))
    if form.errors:
        return None
    return Speech.model_validate(
        {
            "manner": manner,
            "said_in": said_in,
            "item": item,
            "speaker": speaker,
            "organization": organization if behalf == "organization" else None,
            "body": sitting.gathering.body if behalf == "body" else None,
            "said_at": at,
            "public": form["public"] == "yes",
        }
    )


def _tongues(sitting: Sitting, known: Statement | None) -> list[tuple[str, str]]:
    return tongues(sitting.reader.language, known.facts.said_in if known else "")


async def _form(
    request: Request, store: Store, sitting: Sitting, id: UUID | None, came: Came, begun: Mapping[str, str] = NEW
) -> Response:
    """The form with what was typed, else with what the statement says."""
    read, gathering = Read(store), sitting.minutes.id
    known = await statement_of(store, gathering, id, public_alone=False) if id else None
    now = _now(known.entity if known else None, sitting, begun)
    body = await read.maybe(Body, sitting.gathering.body) if sitting.gathering.body else None
    return show(
        request,
        "statement.html",
        sitting,
        came,
        id=id,
        stands=known is None or known.entity.stands,
        version=known.version if known else None,
        moved=came.form.differs(now) if came.form and came.status == 412 else [],
        typed=came.typed(now),
        people=_people(await present(read, gathering), known.entity if known else None, sitting),
        body=sitting.reader.words(body.name) if body and body.name else None,
        items=chosen(await items_of(read, gathering), sitting.reader),
        tongues=_tongues(sitting, known.entity if known else None),
        manners=MANNERS,
        behalves=[each for each in BEHALVES if each != "body" or sitting.gathering.body],
    )


def _people(came: Sequence[Present], known: Statement | None, sitting: Sitting) -> list[tuple[str, str]]:
    """Those who came, of whom one spoke; whoever did until now, too."""
    found = [
        (
            str(each.person),
            f"{each.name} · {sitting.reader.words(each.home.name).text}" if each.home and each.home.name else each.name,
        )
        for each in came
    ]
    speaker = str(known.facts.speaker) if known and known.facts.speaker else ""
    return found if not speaker or speaker in dict(found) else [*found, (speaker, "")]


def _now(known: Statement | None, sitting: Sitting, begun: Mapping[str, str]) -> dict[str, str]:
    """The fields as the statement says them, or as a new one begins."""
    if known is None:
        return {
            **dict.fromkeys(("words", "said_at", "reason", "why"), ""),
            **{"manner": "summary", "behalf": "organization", "public": "yes"},
            "said_in": sitting.reader.language,
            **begun,
        }
    facts = known.facts
    return {
        "words": known.words.replace("\n", "\r\n"),
        "said_in": facts.said_in,
        "manner": facts.manner,
        "speaker": str(facts.speaker or ""),
        "behalf": "organization" if facts.organization else "body" if facts.body else "self",
        "item": str(facts.item or ""),
        "said_at": sitting.reader.typed(facts.said_at) if facts.said_at else "",
        "public": "yes" if facts.public else "",
        "reason": "",
        "why": "",
    }
