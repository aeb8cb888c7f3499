"""Links are asked for and used, sessions end. `ON` at the foot."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid5

from services.registration.people.knocks import Knock, noted
from services.registration.people.queries import person_at
from services.registration.sessions import queries
from services.registration.sessions.model import AskToSignIn, End, NoteUse, Session, Start
from shared.contracts import Event, Record
from shared.contracts.grants import RoleGranted
from shared.errors import Forbidden
from shared.flow import Change, Hear, Read


async def offer(record: Record, _: Read) -> Iterable[Change[Session]]:
    """Who was given a role is sent a link to sign in by."""
    event = record.event
    if not isinstance(event, RoleGranted) or not event.told:
        return []
    session = Session(uuid5(record.id, "session"), event.person)
    return [Change(session, session.offer(record.at, "granted", office=event.office, title=event.title))]


async def ask_to_sign_in(command: AskToSignIn, read: Read) -> Change[Any]:
    """A link to whoever has the address. Of an address that is nobody's here as much is read and written: the time tells
    nobody which of both it was."""
    person = await person_at(read, command.email)
    lately = await queries.asked_lately(read, person.id if person else command.id, command.at)
    if person is None or lately or not person.confirmed:
        return noted(await read.maybe(Knock, command.drawer), command)
    session = await read.maybe(Session, command.id) or Session(command.id, person.id)
    return Change(session, session.offer(command.at, "asked"))


async def start(command: Start, read: Read) -> Change[Session]:
    """A link is used: once, whoever else tries at this moment."""
    session = await read.maybe(Session, command.session)
    if session is None and command.first is not None:
        session = Session(command.session, command.first, asked_at=command.at)
    if session is None:
        raise Forbidden("This link is not valid. Ask for a new one.", code="link-invalid")
    return Change(session, session.start(command.at, command.device))


async def end(command: End, read: Read) -> Change[Session]:
    """A session ends; asked twice, nothing more happens."""
    session = await read.one(Session, command.session)
    return Change(session, session.end())


async def note_use(command: NoteUse, read: Read) -> Change[Session]:
    """When it was used last, roughly; nobody is told."""
    session = await read.one(Session, command.session)
    return Change(session, silent=session.use(command.used_at))


ON: Mapping[type[Event], Hear] = {RoleGranted: offer}
