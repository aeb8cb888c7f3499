"""Reads a mailbox, if the settings name one: each answer is carried out as if it had been handed over, and marked.

An answer is carried out before it is marked, and marked before it is noted: whoever dies between looks at it again, and the same
mail is the same command, which is done once.
"""

from asyncio import to_thread
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import uuid4

from services.registration.replies.answering import carry_out
from services.registration.replies.mailbox import HANDLED, LEFT, Place, Visit, Waiting, visit
from services.registration.replies.model import OUTCOMES, Mailbox, Note, Outcome
from services.registration.replies.parts import LARGEST
from services.registration.replies.reading import Reply, read
from shared.auth import Keys
from shared.errors import Invalid, Refused
from shared.flow import Change, Read
from shared.flow.service import Service
from shared.http.app import Installation
from shared.loop import passing_by
from shared.store import Store
from shared.telemetry import Figure

EVERY = 30.0
"""Seconds between two visits."""

AT_ONCE = 50
"""So many mails are looked at in one visit."""

MAILBOXES = 20
"""So many mailboxes that were ever read are counted at most."""


async def follow(service: Service, installation: Installation) -> None:
    """Until cancelled; not at all where no mailbox is named."""
    if url := installation.settings.replies_url:
        reader = Reader(service, installation.keys, Place.of(url))
        await service.loop("answers by mail", EVERY).forever(reader.step)


async def mails(store: Store, _: datetime) -> Iterable[Figure]:
    """What Prometheus sees of it."""
    found = [each.entity for each in (await store.find(Mailbox, {}, limit=MAILBOXES)).items]
    says = "Mails read in the mailbox of answers, by what came of them."
    return [
        Figure("plenary_replies", says, sum(each.came.get(outcome, 0) for each in found), {"outcome": outcome})
        for outcome in OUTCOMES
    ]


async def note(command: Note, read: Read) -> Change[Mailbox]:
    """So far the mailbox was read. Nobody else has to know."""
    there = await read.maybe(Mailbox, command.mailbox) or Mailbox(command.mailbox)
    there.note(command)
    return Change(there, silent=True)


class Reader:
    """One process that reads one mailbox; several may do so at once."""

    def __init__(self, service: Service, keys: Keys, place: Place) -> None:
        self._service = service
        self._keys = keys
        self._place = place
        self.mailbox = keys.fingerprint("mailbox", place.name)

    async def step(self) -> None:
        """Look at what came since the last visit. Raises Unavailable if the server, or the store, is away."""
        async with visit(self._place) as there:
            while True:
                known = await self._service.store.get(Mailbox, self.mailbox)
                last = known.entity.begins_at(there.validity) if known else 0
                found = await there.after(last, AT_ONCE)
                for each in found:
                    outcome = await self._handle(there, each)
                    await self._note(there.validity, each.uid, outcome)
                if len(found) < AT_ONCE:
                    return

    async def _handle(self, there: Visit, mail: Waiting) -> Outcome:
        """What comes of a mail; whoever reads the mailbox sees it there."""
        if mail.handled:
            return "counted"
        outcome: Outcome = "other"
        if mail.size <= LARGEST:
            outcome = "unclear"
            with passing_by("an answer by mail could not be carried out, and is left", uid=mail.uid):
                outcome = await self._outcome(await there.content(mail.uid))
        if outcome != "other":
            with passing_by("a mail could not be marked", uid=mail.uid):
                await there.mark(mail.uid, HANDLED if outcome == "counted" else LEFT)
        return outcome

    async def _outcome(self, content: bytes) -> Outcome:
        try:
            reply = await to_thread(read, content, self._keys)
        except Invalid as wrong:
            return "other" if wrong.slug == "no-reply" else "unclear"
        try:
            await carry_out(reply, self._service.store, self._run, self._message(reply))
        except Refused:
            return "refused"
        return "counted"

    async def _run(self, handler: Any, command: Any) -> Any:
        return await self._service.run(handler, command, keyed=True)

    def _message(self, reply: Reply) -> dict[str, Any]:
        """The same for the same mail, also where it was delivered twice."""
        said = f"{reply.registration} {reply.sequence} {reply.address} {reply.said}"
        id = self._keys.fingerprint("command", f"mail {reply.mail} {said}")
        return {"id": id, "at": self._service.clock(), "correlation": str(id)}

    async def _note(self, validity: int, uid: int, outcome: Outcome) -> None:
        asked = Note(
            id=uuid4(),
            at=self._service.clock(),
            mailbox=self.mailbox,
            validity=validity,
            uid=uid,
            outcome=outcome,
        )
        await self._service.run(note, asked)
