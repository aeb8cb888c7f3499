"""Signing in and out, and where one is signed in. Looking at a link uses nothing up: mail programs open links; the button
behind it does."""

from typing import Any
from uuid import UUID, uuid5

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.people.knocks import drawer_of
from services.registration.people.model import Person
from services.registration.people.typed import address
from services.registration.sessions import handlers, queries
from services.registration.sessions.devices import device
from services.registration.sessions.everywhere import end_all
from services.registration.sessions.model import SESSION, USED, AskToSignIn, End, Session, Start, State
from services.registration.team.handlers import grant
from services.registration.team.model import Grant
from shared.auth import Keys
from shared.auth.caller import INSTALLATION
from shared.contracts.grants import Appointment
from shared.errors import Forbidden
from shared.http import Caller, Do, Documents, Routes, accepts, may, public
from shared.http.access import FORMS
from shared.http.gate import COOKIE
from shared.store import Store
from shared.web import Pages
from shared.web.typed import Posted

routes = Routes(include_in_schema=False, dependencies=[public])
html = Pages("services.registration.sessions")


@routes.get("/sign-in")
async def get_sign_in(request: Request, store: Documents, link: str = "", sent: str = "") -> Response:
    """With a link, a button; without one, a field for the address."""
    if link:
        try:
            id, first = _opened(request.app.state.keys, link)
            session = await store.get(Session, id)
            if session is None and first is None:
                raise Forbidden("This link is not valid. Ask for a new one.", code="link-invalid")
            if session is not None and session.entity.state is not State.OFFERED:
                raise Forbidden(USED, code="link-ended")
        except Forbidden:
            return _page(request, 403, ended=True)
    return _page(request, link=link, sent=bool(sent))


@routes.post("/sign-in", dependencies=[accepts(*FORMS)])
async def post_sign_in(request: Request, store: Documents, do: Do) -> Response:
    """Use a link up; or have one sent. The answer to an address is the same whether somebody has it or not."""
    async with request.form(max_files=0, max_fields=5) as form:
        typed = {name: str(value)[:2000] for name, value in form.items() if isinstance(value, str)}
    if "link" in typed:
        return await _sign_in(request, store, do, typed["link"])
    try:
        email = address(typed.get("email", ""))
    except ValueError:
        return _page(request, 422, email=typed.get("email", "")[:254], wrong=True)
    command = AskToSignIn(**do.message, email=email, drawer=drawer_of(request.app.state.keys, email))
    await do(handlers.ask_to_sign_in, command)
    return RedirectResponse(f"{_here(request)}/sign-in?sent=1", 303)


@routes.post("/sign-out")
async def post_sign_out(request: Request, caller: Caller, do: Do) -> Response:
    """End the session, in every service, and let the browser forget it."""
    if caller.session:
        await do(handlers.end, End(**do.message, session=caller.session))
    response = RedirectResponse("/", 303)
    response.delete_cookie(COOKIE, httponly=True, samesite="strict", secure=_secure(request))
    return response


@routes.get("/sessions", dependencies=[may("person")])
async def get_sessions(request: Request, store: Documents, caller: Caller, do: Do) -> Response:
    """Where the caller is signed in."""
    found = await queries.open_sessions(store, caller.id, do.message["at"]) if caller.id else []
    return html.answer(request, "sessions.html", sessions=found)


@routes.post("/sessions/{session:uuid}/end", dependencies=[may("person")])
async def post_end(session: UUID, store: Documents, caller: Caller, form: Posted) -> Response:
    """End one of them. Another's is a 404."""
    await queries.own(store, caller, session)
    await form.do(handlers.end, End(**form.do.message, session=session))
    return RedirectResponse("/registration/sessions" if session != caller.session else "/", 303)


@routes.post("/sessions/end", dependencies=[may("person")])
async def post_end_all(store: Documents, caller: Caller, form: Posted) -> Response:
    """End all, this one too."""
    await end_all(store, caller, form.do)
    return RedirectResponse("/", 303)


async def _sign_in(request: Request, store: Store, do: Do, link: str) -> Response:
    """The session begins, and the browser keeps it as a cookie that no script can read. By the installation's own link
    whoever runs it is in the secretariat."""
    keys: Keys = request.app.state.keys
    try:
        id, first = _opened(keys, link)
        words = device(request.headers.get("user-agent", ""))
        session = (await do(handlers.start, Start(**do.message, session=id, device=words, first=first))).entity
    except Forbidden:
        return _page(request, 403, ended=True)
    if first:
        command = Grant(
            **do.message | {"id": uuid5(id, "first")}, facts=Appointment(office="secretariat", person=first, told=False)
        )
        await do(grant, command)
    person = await store.get(Person, session.person)
    name = person.entity.name if person else ""
    response = RedirectResponse("/", 303)
    response.set_cookie(
        COOKIE,
        request.app.state.installation.rights.cookie(id, session.person, name, session.until),
        max_age=int(SESSION.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=_secure(request),
    )
    return response


def _opened(keys: Keys, link: str) -> tuple[UUID, UUID | None]:
    """The session that a link begins; for the installation's own link, who signs in by it. Raises Forbidden."""
    try:
        return UUID(keys.opened("sign-in", link)), None
    except Forbidden as other:
        if other.slug == "link-ended":
            raise
    return UUID(keys.opened("installation", link)), INSTALLATION


def _page(request: Request, status: int = 200, **said: Any) -> Response:
    told: dict[str, Any] = {"link": "", "sent": False, "ended": False, "email": "", "wrong": False}
    return html.answer(request, "sign-in.html", status=status, **told | said)


def _here(request: Request) -> str:
    return str(request.scope.get("root_path", ""))


def _secure(request: Request) -> bool:
    settings = request.app.state.installation.settings
    return request.url.scheme == "https" or settings.public_url.startswith("https:")
