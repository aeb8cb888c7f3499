"""Sessions: everybody sees and ends their own."""

from datetime import datetime
from typing import Self
from uuid import UUID

from services.registration.sessions import handlers, queries
from services.registration.sessions.everywhere import end_all
from services.registration.sessions.model import End, Session
from shared.http import Caller, Do, Documents, Paging, Routes, View, may

routes = Routes(prefix="/v1/sessions", tags=["sessions"])
everybody = [may("person")]


class SessionView(View):
    """Where somebody is signed in. `used_at` is no more exact than half an hour."""

    id: UUID
    started_at: datetime | None
    used_at: datetime | None
    until: datetime | None
    device: str
    current: bool

    @classmethod
    def of(cls, session: Session, caller: Caller) -> Self:
        told = {name: getattr(session, name) for name in ("id", "started_at", "used_at", "until", "device")}
        return cls(**told, current=session.id == caller.session)


@routes.get("", dependencies=everybody)
async def get_sessions(store: Documents, caller: Caller, do: Do, paging: Paging) -> list[SessionView]:
    """Where the caller is signed in."""
    found = await queries.open_sessions(store, caller.id, do.message["at"]) if caller.id else []
    return [SessionView.of(each, caller) for each in paging.among(found, lambda each: each.id)]


@routes.post("/{session}/end", dependencies=everybody)
async def post_session_end(session: UUID, store: Documents, caller: Caller, do: Do) -> SessionView:
    """End one of the caller's own sessions, in every service within five seconds. Another's is a 404."""
    await queries.own(store, caller, session)
    return SessionView.of((await do(handlers.end, End(**do.message, session=session))).entity, caller)


@routes.post("/end", dependencies=everybody)
async def post_sessions_end(store: Documents, caller: Caller, do: Do) -> list[SessionView]:
    """End all of the caller's sessions, and the links on their way. The answer is what is left: nothing."""
    await end_all(store, caller, do)
    return []
