"""What happens when a document is listed, changed, handed in, revised or withdrawn, or is overdue; also once the minutes are
published. `TIMERS` at the foot."""

from collections.abc import Mapping
from typing import Any

from services.minutes.agenda.queries import must_be_on
from services.minutes.attendance.queries import kept
from services.minutes.documents.model import (
    AddVersion,
    ChangeDocument,
    ListDocument,
    MeetingDocument,
    ReviseDocument,
    WithdrawDocument,
)
from services.minutes.documents.queries import answering, end_of, next_number
from services.minutes.mirrors.model import Organization
from services.minutes.record.model import Minutes
from shared.contracts.documents import Listing
from shared.errors import Invalid
from shared.flow import Change, Decide, Due, Read


async def list_document(command: ListDocument, read: Read) -> Change[MeetingDocument]:
    """A document more, under the next number. Asked twice, it answers with the one that is there."""
    listed = await read.maybe(MeetingDocument, command.id)
    if listed:
        return Change(listed)
    await read.one(Minutes, command.gathering)
    await must_be_on(read, command.gathering, command.facts.item)
    await _must_be_known(read, command.facts)
    ends_at = await end_of(read, command.gathering, command.facts.hand_in_by)
    return Change(*MeetingDocument.listed(command, await next_number(read, command.gathering), ends_at))


async def change_document(command: ChangeDocument, read: Read) -> Change[MeetingDocument]:
    """It is something else. An item that was taken off meanwhile may stay its item."""
    document = await read.one(MeetingDocument, command.document)
    if command.facts.item != document.facts.item:
        await must_be_on(read, document.facts.gathering, command.facts.item)
    if command.facts.organization != document.facts.organization:
        await _must_be_known(read, command.facts)
    ends_at = await end_of(read, document.facts.gathering, command.facts.hand_in_by)
    return Change(document, document.change(command, ends_at))


async def add_version(command: AddVersion, read: Read) -> Change[MeetingDocument]:
    """It is there in a language."""
    document = await read.one(MeetingDocument, command.document)
    return Change(document, document.add(command))


async def revise_document(command: ReviseDocument, read: Read) -> Change[MeetingDocument]:
    """A revision takes its place."""
    document = await read.one(MeetingDocument, command.document)
    ends_at = await end_of(read, document.facts.gathering, command.hand_in_by)
    return Change(document, document.revise(command, ends_at))


async def withdraw_document(command: WithdrawDocument, read: Read) -> Change[MeetingDocument]:
    """It is not dealt with. Asked again, it is so already."""
    document = await read.one(MeetingDocument, command.document)
    return Change(document, document.withdraw(command.at))


async def tell_overdue(command: Due, read: Read) -> Change[MeetingDocument]:
    """Its last day is over: who answers for it is told. Nothing if it moved on; it waits on if the clocks of the venue are others
    by now than those by which it was due."""
    document = await read.one(MeetingDocument, command.document)
    facts, known = document.facts, document.ends_at
    ends_at = await end_of(read, facts.gathering, facts.hand_in_by)
    event = document.fall_due(command.at, ends_at, await answering(read, facts.organization))
    return Change(document, event, silent=ends_at != known)


async def _must_be_known(read: Read, facts: Listing) -> None:
    """Raises Invalid if no organization that is known has this id (None: the secretariat)."""
    organization = await kept(read, facts.organization)
    if organization and await read.maybe(Organization, organization) is None:
        raise Invalid.at("No organization that is known has this id.", "organization")


TIMERS: Mapping[type[Any], Decide[Due]] = {MeetingDocument: tell_overdue}
