"""Reports by mail: the form for everybody, and what the owner of an address says by the link in the mail.

Looking changes nothing: mail programs open links.
"""

from contextlib import suppress
from typing import Annotated
from urllib.parse import urlencode
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.people.commands import AskAddress
from services.registration.people.handlers import ask_address
from services.registration.people.knocks import KnockInVain, drawer_of, knock, knock_again
from services.registration.people.queries import person_at
from services.registration.people.typed import address, reached
from services.registration.registrations.application import step
from services.registration.subscriptions import handlers, queries
from services.registration.subscriptions.model import AskForReports, ConfirmReports, LeaveReports, Subscription
from shared.contracts import Message
from shared.contracts.subscriptions import ALL_REPORTS
from shared.errors import Conflict
from shared.flow import Read
from shared.http import Do, Documents, Routes, linked, public
from shared.http.access import FORMS, accepts
from shared.locale import LANGUAGES
from shared.web import Pages, reader_language

routes = Routes(prefix="/reports", include_in_schema=False)
html = Pages("services.registration.subscriptions")
Holder = Annotated[UUID, linked("subscription")]


@routes.get("", dependencies=[public])
async def get_form(request: Request) -> Response:
    """An address, and the language to write in."""
    return _form(request, "", reader_language(request))


@routes.post("", dependencies=[public, accepts(*FORMS)])
async def post_form(request: Request, store: Documents, do: Do) -> Response:
    """Nobody is told of anything before the owner of the address confirms by the link in the mail. The answer is the same for
    every address, known or not. Who only switches the language (`speaks`: the one before) finds what was typed."""
    async with request.form(max_files=0, max_fields=20) as form:
        typed = {name: value.strip()[:1000] for name, value in form.items() if isinstance(value, str)}
    email, language = typed.get("email", ""), typed.get("language", "")
    if "speaks" in typed:
        return _form(request, email, reader_language(request) if language == typed["speaks"] else language)
    language = language if language in LANGUAGES else LANGUAGES[0]
    try:
        email = address(email)
    except ValueError:
        return _form(request, email, language, wrong=True)
    await _ask(request, store, do, email, language)
    return RedirectResponse(f"{request.url.path}/received", 303)


@routes.get("/received", dependencies=[public])
async def get_received(request: Request) -> Response:
    """What comes next: the same for everybody, and true for everybody."""
    return html.answer(request, "received-reports.html")


@routes.get("/own")
async def get_own(holder: Holder, request: Request, store: Documents, link: str) -> Response:
    """Whether the holder is told of reports, and what can be done about it."""
    subscription = await Read(store).one(Subscription, holder)
    return html.answer(request, "own-reports.html", it=subscription, link=link)


@routes.post("/own/confirm")
async def post_confirmation(holder: Holder, request: Request, do: Do, link: str) -> Response:
    """The address is mine; tell me. What came to nothing meanwhile is seen on the page."""
    with suppress(Conflict):
        await do(handlers.confirm_reports, ConfirmReports(**do.message, subscription=holder))
    return _back(request, link)


@routes.post("/own")
async def post_leave(holder: Holder, request: Request, do: Do, link: str) -> Response:
    """Tell me no more, or: that was not me. Mail programs ask it of the same address by one click (RFC 8058)."""
    await do(handlers.leave_reports, LeaveReports(**do.message, subscription=holder))
    return _back(request, link)


def _back(request: Request, link: str) -> Response:
    return RedirectResponse(f"{request.scope.get('root_path', '')}/reports/own?{urlencode({'link': link})}", 303)


async def _ask(request: Request, store: Documents, do: Do, email: str, language: str) -> None:
    """Two commands: the address is asked, and its subscription waits. Where the address is told already, neither; but as much
    is read and written, so that the time tells nobody which of both it was."""
    message, keys = Message(**do.message), request.app.state.keys
    if await _is_told(store, email):
        for n, vain in enumerate((knock, knock_again)):
            await do(vain, KnockInVain(**step(message, str(n)), drawer=drawer_of(keys, email, str(n))))
        return
    who = {"person": message.id, "gathering": ALL_REPORTS, **reached(keys, email, language)}
    person = await do(ask_address, AskAddress(**step(message, "ask"), **who))
    await do(handlers.ask_for_reports, AskForReports(**step(message, "reports"), person=person.id))


async def _is_told(store: Documents, email: str) -> bool:
    read = Read(store)
    holder = await person_at(read, email)
    there = await queries.reports_of(read, holder) if holder else None
    return there is not None and there.confirmed


def _form(request: Request, email: str, language: str, *, wrong: bool = False) -> Response:
    status = 422 if wrong else 200
    return html.answer(request, "reports.html", status=status, email=email, chosen=language, errors=wrong)
