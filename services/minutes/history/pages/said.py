"""What was said at an edition of earlier times, with what is still to do of it; and one statement, to correct or to withdraw."""

from contextlib import suppress
from datetime import UTC, datetime, time
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Request, Response
from fastapi.responses import RedirectResponse

from services.minutes.actions.model import Action
from services.minutes.actions.pages import choices
from services.minutes.history.queries import of_history
from services.minutes.mirrors.model import Body, Organization, Person
from services.minutes.record.reader import Reader, Words
from services.minutes.statements.handlers import correct_statement, withdraw_statement
from services.minutes.statements.model import CorrectStatement, Statement, WithdrawStatement
from shared.contracts.statements import Speech
from shared.errors import NotFound, Refused, Stale
from shared.flow import Read
from shared.http import Documents, Routes, may
from shared.http.paging import Pager
from shared.locale import direction
from shared.store import Store, Stored
from shared.text import one_line, paragraphs
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

ROWS = 50
"""Statements on a page."""
FEW = 3
"""Statements on the page of an edition."""
REASON = 500

routes = Routes(prefix="/history", include_in_schema=False)
html = Pages("services.minutes.history")
readers, keepers = [may("secretariat", "observer")], [may("secretariat")]


@routes.get("", dependencies=readers)
async def get_history(
    request: Request, store: Documents, edition: Annotated[str, Query(max_length=40)] = "", after: str | None = None
) -> Response:
    """What was said, of one edition; of none, the editions to choose from."""
    reader, response = Reader.of(reader_language(request)), Response()
    editions, asked = await choices.editions(store, reader), _id(edition)
    found = (
        await Pager(request, response, ROWS, after)(store, Statement, {"edition": asked}, sort="said_on")
        if asked
        else []
    )
    link = response.headers.get("Link", "")
    return html.answer(
        request,
        "history.html",
        editions=editions,
        edition=str(asked or ""),
        rows=await _rows(store, [stored.entity for stored in found], reader),
        next=link[1 : link.index(">")] if link else None,
        owed=await store.count(Action, {"edition": asked, "owed": True}) if asked else 0,
    )


@routes.get("/editions/{edition:uuid}", dependencies=readers)
async def get_part(edition: UUID, request: Request, store: Documents) -> Response:
    """Part of the page of an edition: how much was said and is still to do, and the first of it."""
    reader = Reader.of(reader_language(request))
    page = await store.find(Statement, {"edition": edition}, sort="said_on", limit=FEW)
    return html.answer(
        request,
        "part.html",
        edition=edition,
        rows=await _rows(store, [stored.entity for stored in page.items], reader),
        said=await store.count(Statement, {"edition": edition}),
        owed=await store.count(Action, {"edition": edition, "owed": True}),
    )


@routes.get("/statements/{statement:uuid}", dependencies=keepers)
async def get_statement(statement: UUID, request: Request, store: Documents) -> Response:
    """One statement, to correct or to withdraw."""
    return await _form(request, store, await of_history(store, statement))


@routes.post("/statements/{statement:uuid}/{step}", dependencies=keepers)
async def post_step(statement: UUID, step: str, request: Request, store: Documents, form: Posted) -> Response:
    """It says something else from now on, or is not stood by; what it said before stays."""
    there = await of_history(store, statement)
    handler, command = _asked(there.entity, step, form)
    refused: Refused | None = None
    if not form.errors:
        try:
            await form.do(handler, command, document=(Statement, statement))
        except Refused as wrong:
            refused = wrong
        else:
            root = request.scope.get("root_path", "")
            return RedirectResponse(f"{root}/history?edition={there.entity.facts.edition}#statement-{statement}", 303)
    return await _form(request, store, await of_history(store, statement), form, refused)


def _asked(there: Statement, step: str, form: Typed) -> tuple[Any, Any]:
    """What the button asks for; what is wrong with it is noted in the form."""
    if step not in {"correct", "withdraw"}:
        raise NotFound("There is no such step.")
    reason = form.must("reason" if step == "correct" else "why", REASON)
    with suppress(ValueError):
        one_line(reason)
        if step == "withdraw":
            return withdraw_statement, WithdrawStatement(**form.do.message, statement=there.id, reason=reason)
        words = paragraphs(form.must("words").replace("\r\n", "\n"))
        facts = Speech.of(there.facts)
        command = CorrectStatement(**form.do.message, statement=there.id, facts=facts, words=words, reason=reason)
        return correct_statement, command
    form.errors["words" if step == "correct" else "why"] = "wrong_other"
    return None, None


async def _form(
    request: Request, store: Store, stored: Stored[Statement], form: Typed | None = None, refused: Refused | None = None
) -> Response:
    reader, it = Reader.of(reader_language(request)), stored.entity
    [shown], moved = await _rows(store, [it], reader), isinstance(refused, Stale)
    return html.answer(
        request,
        "statement.html",
        status=412 if moved else 409 if refused else 422 if form else 200,
        it=shown,
        edition=it.facts.edition,
        typed={
            "words": form["words"] if form and form["words"] else it.words,
            "reason": form["reason"] if form else "",
            "why": form["why"] if form else "",
        },
        errors=form.errors if form else {},
        moved=moved,
        refused=refused.detail if refused else "",
        version=stored.version,
    )


async def _rows(store: Store, statements: list[Statement], reader: Reader) -> list[dict[str, Any]]:
    """Each as a list shows it. Who spoke is told as they were on that day."""
    read, facts = Read(store), [each.facts for each in statements]
    people = await read.many(Person, sorted({each.speaker for each in facts if each.speaker}))
    homes = await read.many(Organization, sorted({each.organization for each in facts if each.organization}))
    bodies = await read.many(Body, sorted({each.body for each in facts if each.body}))
    return [
        {
            "id": each.id,
            "day": reader.day(_noon(each)).text if each.facts.said_on else "",
            "speaker": _speaker(people.get(each.facts.speaker), each) if each.facts.speaker else None,
            "behalf": _called(reader, homes.get(each.facts.organization) if each.facts.organization else None)
            or _called(reader, bodies.get(each.facts.body) if each.facts.body else None),
            "subject": each.subject,
            "words": Words(each.facts.said_in, direction(each.facts.said_in), each.words),
            "manner": each.facts.manner,
            "stands": each.stands,
            "reason": each.reason,
            "corrected": bool(each.earlier),
        }
        for each in statements
    ]


def _speaker(person: Person | None, statement: Statement) -> dict[str, str] | None:
    """The name, and what they were then; None once erased."""
    if person is None or not person.name:
        return None
    was = person.was(_noon(statement) if statement.facts.said_on else None)
    return {"name": f"{was.title} {person.name}".strip(), "position": was.called(person.language or "")}


def _noon(statement: Statement) -> datetime:
    """The middle of its day: the same day in every time zone but the outermost."""
    day = statement.facts.said_on
    return datetime.combine(day, time(12), UTC) if day else statement.recorded_at


def _called(reader: Reader, it: Organization | Body | None) -> Words | None:
    return reader.words(it.name) if it and it.name else None


def _id(typed: str) -> UUID | None:
    with suppress(ValueError):
        return UUID(typed)
    return None
