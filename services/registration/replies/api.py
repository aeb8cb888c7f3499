"""Where the mail system hands over what calendars answered: parse, run, answer."""

from uuid import UUID

from fastapi import Request

from services.registration.entries.merging import kept
from services.registration.people.model import Person, mailbox
from services.registration.registrations import handlers
from services.registration.registrations.commands import GiveUp
from services.registration.registrations.model import Registration
from services.registration.replies.reading import Said, read
from shared.contracts.calendar import registration_of
from shared.errors import Conflict, NotFound
from shared.flow import Read
from shared.http import Do, Documents, Routes, View, accepts, may
from shared.store import Store, Stored

LARGEST = 1_000_000
"""Bytes of one mail: an answer has a few thousand."""

routes = Routes(prefix="/v1/replies", tags=["registrations"], dependencies=[may("secretariat")])


class ReplyView(View):
    """What somebody answered from their calendar, and how the registration stands after it."""

    registration: UUID
    said: Said
    state: str


@routes.post("", dependencies=[accepts("message/rfc822")], max_body_size=LARGEST)
async def post_reply(request: Request, store: Documents, do: Do) -> ReplyView:
    """Hand over a mail in which a calendar answers: who declines withdraws; who accepts has a place anyway.

    Hand over only what your mail system believes to come from its sender (DMARC). 422 `no-reply` for any other mail; 409
    `another-address` if it is not the one of who is registered, `superseded` if it answers what was so before.
    """
    reply = read(await request.body())
    found = await store.get(Registration, reply.registration)
    if found is None:
        raise NotFound("It answers no entry of ours.")
    await _must_be_of(store, found, reply.address)
    registration = found.entity
    if reply.said == "declined" and (registration.stands or registration.to_be_approved):
        if registration_of(reply.sequence) < found.sequence:
            raise Conflict("It answers what was so before; a later mail tells what is.", code="superseded")
        registration = (await do(handlers.withdraw, GiveUp(**do.message, registration=registration.id))).entity
    return ReplyView(registration=registration.id, said=reply.said, state=registration.state.value)


async def _must_be_of(store: Store, found: Stored[Registration], address: str) -> None:
    person = await kept(Read(store), Person, found.entity.person)
    if person is None or not person.confirmed or mailbox(person.email) != address:
        raise Conflict("It comes from another address than the one that is registered.", code="another-address")
