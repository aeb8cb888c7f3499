"""One small service over HTTP, on a real store and a real log."""

import asyncio
import io
import json
import logging
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, ClassVar, TypeAlias, cast
from uuid import UUID, uuid4

import httpx
from fastapi import Request, Response

from shared.contracts import Message
from shared.contracts.gatherings import CapacityChanged
from shared.errors import Conflict, Invalid, NotFound, Unavailable
from shared.flow import Change, Read
from shared.flow.service import Service
from shared.http import (
    Caller,
    Do,
    Documents,
    Form,
    Paging,
    Routes,
    View,
    accepts,
    answer,
    linked,
    matches,
    may,
    public,
)
from shared.http.access import FORMS
from shared.http.app import Installation, create_app, create_site
from shared.http.gate import COOKIE
from shared.settings import Settings
from shared.telemetry import log_to
from shared.web.typed import Posted
from tests.definitions import one
from tests.world.service import open_service


@dataclass(slots=True)
class Note:
    kind: ClassVar[str] = "notes"
    id: UUID
    seats: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Write(Message):
    note: UUID
    seats: int


async def write(command: Write, read: Read) -> Change[Note]:
    note = await read.maybe(Note, command.note) or Note(command.note)
    if command.seats == 13:
        raise Conflict("Not thirteen.", code="unlucky")
    note.seats = command.seats
    return Change(note, CapacityChanged(gathering=note.id, capacity={"n": note.seats}))


class NoteForm(Form):
    seats: int
    label: str = ""
    more: list[Any] = []


class NoteView(View):
    id: UUID
    seats: int


routes = Routes(prefix="/v1")


@routes.post("/notes", status_code=201, dependencies=[may("secretariat", "chair")])
async def post_note(form: NoteForm, do: Do) -> NoteView:
    stored = await do(write, Write(**do.message, note=do.message["id"], seats=form.seats))
    return NoteView.model_validate(stored.entity)


@routes.put("/notes/{id}", dependencies=[may("secretariat"), matches])
async def put_note(id: UUID, form: NoteForm, do: Do) -> NoteView:
    stored = await do(write, Write(**do.message, note=id, seats=form.seats), document=(Note, id))
    return NoteView.model_validate(stored.entity)


@routes.get("/notes/{id}", dependencies=[may("observer", "person")])
async def get_note(id: UUID, store: Documents, response: Response, name: str = "") -> NoteView:
    return answer(response, await store.get(Note, id), NoteView.model_validate)


@routes.get("/notes", dependencies=[may("observer")])
async def get_notes(store: Documents, paging: Paging, seats: int | None = None) -> list[NoteView]:
    where = {} if seats is None else {"seats": seats}
    return [NoteView.model_validate(each.entity) for each in await paging(store, Note, where, sort="seats")]


@routes.post("/notes/{id}/page", dependencies=[may("secretariat")], response_model=None)
async def post_note_page(id: UUID, form: Posted) -> dict[str, Any] | Response:
    seats = form.number("seats")
    if form.errors:
        return {"errors": form.errors, "seats": form["seats"]}
    document = (Note, id) if form["version"] else None
    stored = await form.do(write, Write(**form.do.message, note=id, seats=seats), document=document)
    return Response(status_code=303, headers={"Location": f"/v1/notes/{id}", "X-Version": str(stored.version)})


@routes.get("/whoami", dependencies=[public])
async def get_whoami(caller: Caller) -> dict[str, Any]:
    return {"id": caller.id, "roles": sorted(caller.roles)}


@routes.post("/signup", dependencies=[public, accepts(*FORMS)], response_model=None)
async def post_signup(request: Request) -> dict[str, str]:
    async with request.form() as typed:
        name = str(typed.get("name", ""))
    if not 0 < len(name) <= 50:
        raise Invalid("A name has up to 50 characters.")
    return {"name": name}


@routes.post("/import", dependencies=[may("secretariat"), accepts("text/csv")], max_body_size=500_000)
async def post_import(request: Request) -> int:
    return sum([len(chunk) async for chunk in request.stream()])


@routes.get("/reply")
async def get_reply(subject: Annotated[UUID, linked("reply")]) -> UUID:
    return subject


@routes.get("/broken/{how}", dependencies=[public])
async def get_broken(how: str, who: str = "") -> None:
    if how == "slow":
        await asyncio.Event().wait()
    raise {
        "away": Unavailable("The store is away."),
        "missing": NotFound("No such note."),
        "bug": RuntimeError("secret text"),
    }[how]


Lines: TypeAlias = Callable[[], list[dict[str, Any]]]


@contextmanager
def written() -> Iterator[Lines]:
    """The lines of the log that the house writes about requests, as they would stand on the stream."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    stream = io.StringIO()
    log_to(stream)
    try:
        yield lambda: [
            line for line in map(json.loads, stream.getvalue().splitlines()) if line["logger"] == "plenary.http"
        ]
    finally:
        root.handlers[:] = before
        root.setLevel(level)


class Site:
    """The site, and a client that speaks to it as somebody with these roles."""

    def __init__(self, installation: Installation, service: Service) -> None:
        self.installation = installation
        self.service = service
        toy = create_app(service, [routes], installation)
        self.app = create_site({"toy": toy}, [service], [], installation)
        self.apps = [cast(Any, self.app.app).front, toy]
        self.person = uuid4()

    def bearer(self, *roles: str) -> dict[str, str]:
        token = self.installation.keys.issue(self.person, roles, timedelta(minutes=5))
        return {"Authorization": f"Bearer {token}"}

    def sign_in(self, browser: httpx.AsyncClient, *roles: str) -> UUID:
        """From now on the browser shows the cookie of a session, which is returned, of the secretariat (or these roles)."""
        rights, session = self.installation.rights, uuid4()
        for n, role in enumerate(roles or ("secretariat",), 1):
            rights.holds(UUID(int=n), 1, role, [self.person])
        rights.filled = True
        soon = datetime.now(UTC) + timedelta(hours=1)
        browser.cookies.set(COOKIE, rights.cookie(session, self.person, "Noor Example", soon))
        return session

    def client(self, *roles: str, headers: Mapping[str, str] | None = None) -> httpx.AsyncClient:
        known = self.bearer(*roles) if roles else {}
        transport = httpx.ASGITransport(self.app)
        return httpx.AsyncClient(transport=transport, base_url="http://site.test", headers={**known, **(headers or {})})


@asynccontextmanager
async def site(path: Path, **settings: Any) -> AsyncIterator[Site]:
    """A site in a folder, closed at the end."""
    definition = one("toy", kinds=(Note,))
    async with open_service(definition, path) as service:
        yield Site(Installation.open(Settings(data=path, **settings)), service)
