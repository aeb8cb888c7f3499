"""Where an invitation is answered: on one page, by whoever has the link in the mail, or is signed in. Without scripts.

What a rule refuses is said on the page, with everything that was typed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlencode
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.invitations import handlers
from services.registration.invitations.coming import Look, counted
from services.registration.invitations.commands import Answer, Name, Substitute
from services.registration.invitations.model import REPLIES, Invitation, InvitationState
from services.registration.invitations.named import Named, all_on_record, by_address, must_have_room
from services.registration.invitations.pages.shown import page_of
from services.registration.invitations.pasted import LONGEST, ROWS, Row, rows_of
from services.registration.invitations.receipt import Receipt, receipt_of
from services.registration.people.typed import address
from shared.auth import Caller as Asking
from shared.contracts.invitations import Source
from shared.errors import Conflict, Invalid, NotFound, Stale
from shared.flow import Read
from shared.locale import LANGUAGES
from shared.store import Store
from shared.web import Pages, reader_language
from shared.web.typed import Typed

Step = Literal["reply", "substitute", "delegate", "remove"]
Asked = Step | Literal["delegates"]
BY_STAFF: tuple[Source, ...] = ("letter", "telephone")

html = Pages("services.registration.invitations")


@dataclass(frozen=True, slots=True)
class Way:
    """How somebody came to an invitation: the page's address, and what is added to it; and who is signed in.

    `became`: how it is looked up what became of delegates.
    """

    invitation: UUID
    became: Look
    path: str
    behind: str = ""
    caller: Asking | None = None

    @property
    def by(self) -> UUID | None:
        return self.caller.id if self.caller else None

    @property
    def staff(self) -> bool:
        """They record what came by letter or telephone."""
        return self.caller is not None and self.caller.is_("secretariat")

    def source(self, form: Typed) -> Source:
        """How the answer came."""
        if self.staff:
            return next((each for each in BY_STAFF if each == form["source"]), "signed_in")
        return "signed_in" if self.caller else "link"


@dataclass(frozen=True, slots=True)
class Came:
    """What came of what was sent: why it was refused, the rows of a table, and who was named."""

    refused: str = ""
    rows: Sequence[Row] = ()
    receipt: Receipt | None = None


async def answered(step: Asked, request: Request, store: Store, way: Way, form: Typed) -> Response:
    """Carry it out, and show the page again: as it is now, or with what is in the way."""
    if form["speaks"] or form.errors:
        return await page(request, store, way, form)
    rows, receipt = _rows(step, request, form), None
    try:
        receipt = await _carry_out(step, request, store, way, form, rows)
    except Stale:
        return await page(request, store, way, form, Came("moved", rows))
    except Conflict as conflict:
        return await page(request, store, way, form, Came(conflict.slug))
    except Invalid as refused:
        if refused.slug != "same":
            raise
        form.errors["email"] = "error_same"
    if form.errors or any(row.wrong for row in rows):
        return await page(request, store, way, form, Came("", rows, receipt))
    carried = receipt.carried(await Read(store).one(Invitation, way.invitation)) if receipt else {}
    query = f"{'&' if way.behind else '?'}{urlencode(carried)}" if carried else ""
    return RedirectResponse(f"{way.path}{way.behind}{query}", 303)


async def _carry_out(
    step: Asked, request: Request, store: Store, way: Way, form: Typed, rows: list[Row]
) -> Receipt | None:
    """By the commands of the API; what is wrong is noted in the form and in the rows. Of who named somebody, the receipt."""
    there = await Read(store).one(Invitation, way.invitation)
    if step == "reply":
        await _reply(form, way)
    elif step == "substitute":
        await _substitute(request, store, form, way, there)
    elif step == "delegates":
        await _name_rows(request, store, form, way, there, rows)
        return await _received(store, way, form, [row.named for row in rows if row.named])
    else:
        one = named_of(form, reader_language(request)) if step == "delegate" else None
        if one or step == "remove":
            await _name(request, store, form, way, there, [one] if one else [])
            return await _received(store, way, form, [one] if one else [])
    return None


async def _received(store: Store, way: Way, form: Typed, named: list[Named]) -> Receipt | None:
    """Nothing was received where nobody was sent."""
    stored = await Read(store).stored(Invitation, way.invitation) if named else None
    return await receipt_of(store, named, stored, form.do.message["id"]) if stored else None


async def _reply(form: Typed, way: Way) -> None:
    reply = next((each for each in REPLIES if each == form["reply"]), None)
    if reply is None:
        raise NotFound("There is no such answer.")
    command = Answer(**_asked(form, way), reply=reply)
    await form.do(handlers.reply, command)


async def _substitute(request: Request, store: Store, form: Typed, way: Way, there: Invitation) -> None:
    """Two commands: the person, if nobody has the address, and that they come."""
    named = named_of(form, reader_language(request))
    if named is None:
        return
    person = await named.on_record(form.do, store, request.app.state.keys, there, way.by)
    await form.do(handlers.let_substitute, Substitute(**_asked(form, way), person=person))


async def _name_rows(request: Request, store: Store, form: Typed, way: Way, there: Invitation, rows: list[Row]) -> None:
    """The good rows of a table, as far as the quota goes; the others stay in the field."""
    if not rows:
        form.errors["table"] = "wrong_missing"
    already = await by_address(store, there.delegates)
    new = [row for row in rows if row.named and row.named.email not in already]
    for row in new[max(there.facts.quota - len(there.delegates), 0) :]:
        row.named, row.wrong = None, "row_quota"
    if named := [row.named for row in rows if row.named]:
        await _name(request, store, form, way, there, named)


async def _name(request: Request, store: Store, form: Typed, way: Way, there: Invitation, named: list[Named]) -> None:
    """These come, and who was marked does not any more. Nobody is entered where there are too many."""
    remove = tuple(each for each in there.delegates if str(each) in form.all("remove"))
    if (
        there.delegates
        and not remove
        and {each.email for each in named} <= (await by_address(store, there.delegates)).keys()
    ):
        return  # pressed twice
    await must_have_room(store, there, named, remove)
    add = await all_on_record(named, form.do, store, request.app.state.keys, there, way.by)
    command = Name(**_asked(form, way), add=add, remove=remove)
    await form.do(handlers.name_delegates, command, document=(Invitation, there.id))


def named_of(form: Typed, language: str) -> Named | None:
    """Who was typed; None where `form.errors` says what is wrong."""
    name, position = form.must("name", LONGEST), form["position"]
    if len(position) > LONGEST:
        form.errors["position"] = "wrong_long"
    email = ""
    try:
        email = address(form["email"])
    except ValueError:
        form.errors["email"] = "error_email"
    reads = form["language"] if form["language"] in LANGUAGES else language
    return None if form.errors else Named(name, email, reads, position or None)


def _rows(step: Asked, request: Request, form: Typed) -> list[Row]:
    return rows_of(form["table"], reader_language(request)) if step == "delegates" else []


def _asked(form: Typed, way: Way) -> dict[str, Any]:
    return {**form.do.message, "invitation": way.invitation, "by": way.by, "source": way.source(form)}


def _since(shown: dict[str, Any], way: Way) -> str:
    """Why a form of an older version was refused: nobody was faster where it was taken back, or the time ran out meanwhile."""
    if shown["invitation"].state is InvitationState.WITHDRAWN:
        return "withdrawn"
    return "too-late" if shown["late"] and not way.staff else "moved"


async def page(request: Request, store: Store, way: Way, form: Typed | None = None, came: Came = Came()) -> Response:
    """With what was typed, and what came of it."""
    wrong = bool(form and form.errors) or any(row.wrong for row in came.rows)
    shown = await page_of(request, store, way.invitation)
    refused = _since(shown, way) if came.refused == "moved" else came.refused
    became = await way.became(store, shown["invitation"], shown["people"])
    receipt = came.receipt or (
        None if form and not form["speaks"] else Receipt.read(shown["invitation"], request.query_params)
    )
    return html.answer(
        request,
        "delegation.html" if shown["quota"] else "invitation.html",
        status=412 if refused == "moved" else 409 if refused else 422 if wrong else 200,
        **shown,
        way=way,
        typed={
            name: form[name] if form else "" for name in ("name", "email", "position", "language", "table", "remove")
        },
        errors=form.errors if form else {},
        refused=refused,
        rows=[row for row in came.rows if row.wrong],
        most=ROWS,
        receipt=receipt,
        became=became,
        counts=counted(became.values()),
    )
