"""Where the mail system hands over what calendars answered: parse, run, answer."""

from asyncio import to_thread
from uuid import UUID

from fastapi import Request

from services.registration.replies.answering import carry_out
from services.registration.replies.parts import LARGEST
from services.registration.replies.reading import Said, read
from shared.http import Do, Documents, Routes, View, accepts, may

routes = Routes(prefix="/v1/replies", tags=["registrations"], dependencies=[may("secretariat")])


class ReplyView(View):
    """What somebody answered from their calendar, and how the registration, or the invitation, stands after it."""

    registration: UUID | None
    invitation: UUID | None
    said: Said
    state: str


@routes.post("", dependencies=[accepts("message/rfc822")], max_body_size=LARGEST)
async def post_reply(request: Request, store: Documents, do: Do) -> ReplyView:
    """Hand over a mail in which a calendar answers: who declines withdraws; who is invited accepts or is not certain, too.

    Hand over only what your mail system believes to come from its sender (DMARC). 422 `no-reply` for any other mail, `unclear`
    for an answer to an entry of ours that cannot be understood; 409 `another-address` if it is not the one of whose entry it
    is, `superseded` if it answers what was so before, and as of an answer on the page: `too-late`, `withdrawn`, `over`.
    """
    reply = await to_thread(read, await request.body(), request.app.state.keys)
    done = await carry_out(reply, store, do, do.message)
    return ReplyView(registration=done.registration, invitation=done.invitation, said=reply.said, state=done.state)
