"""An answer as a calendar sends it: iTIP REPLY (RFC 5546, 3.2.3) in a mail (RFC 6047). Whoever writes it may be anybody."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.errors import MessageError
from email.message import Message
from hashlib import sha256
from typing import Any, Literal
from uuid import UUID

from icalendar import Calendar

from services.registration.people.model import mailbox
from services.registration.replies.parts import opened, parts, senders
from shared.auth import Keys
from shared.contracts.calendar import ENTRY
from shared.errors import Invalid

Said = Literal["accepted", "tentative", "declined"]

WORDS: dict[str, Said] = {"ACCEPTED": "accepted", "TENTATIVE": "tentative", "DECLINED": "declined"}

KINDS = frozenset({"text/calendar", "application/ics"})

LARGEST_OBJECT = 100_000
"""Bytes of an entry for a calendar that are read."""

WRONG = (ValueError, LookupError, TypeError, AttributeError, RecursionError, MessageError)
"""What the libraries raise for a mail that is none, or is made so that reading it never ends."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody answers (`said`), from which address, to which entry and which number of it; when, and by which `mail`."""

    registration: UUID
    sequence: int
    address: str
    said: Said
    written_at: datetime
    mail: str = field(default="", compare=False)


def read(content: bytes, keys: Keys) -> Reply:
    """The answer in a mail to an entry that this installation sent.

    Raises `Invalid`: `no-reply` for anything else, such as other people's meetings, automatic answers and delivery failures;
    `unclear` for an answer to an entry of ours that nobody can act on, such as one that speaks for another address.
    """
    try:
        mail = opened(content)
        calendar = _answer(mail)
        event, registration = _entry(calendar, keys)
    except WRONG as error:
        raise Invalid("It cannot be read.", code="no-reply") from error
    try:
        reply = _reply(mail, event, registration)
        return replace(reply, mail=str(mail["Message-ID"] or sha256(content).hexdigest()))
    except WRONG as error:
        raise Invalid("The answer cannot be understood.", code="unclear") from error


def _answer(mail: Message) -> Any:
    """The calendar object in it, of METHOD:REPLY."""
    automatic = str(mail.get("Auto-Submitted", "no")).lower().startswith("auto-replied")
    if automatic or mail.get_content_type() == "multipart/report" or str(mail.get("Return-Path", "")).strip() == "<>":
        raise Invalid("A mail program answered by itself, or could not deliver.", code="no-reply")
    part = next((each for each in parts(mail) if each.get_content_type() in KINDS), None)
    content = part.get_payload(decode=True) if part else b""
    if not isinstance(content, bytes) or not 0 < len(content) <= LARGEST_OBJECT:
        raise Invalid("There is no entry for a calendar in it.", code="no-reply")
    calendar = Calendar.from_ical(content)
    if str(calendar.get("METHOD", "")).upper() != "REPLY":
        raise Invalid("It is no answer to an entry (METHOD:REPLY).", code="no-reply")
    return calendar


def _entry(calendar: Any, keys: Keys) -> tuple[Any, UUID]:
    """What it answers. Raises Invalid for what is not one entry, which this installation sealed."""
    events = calendar.walk("VEVENT")
    if len(events) != 1:
        raise Invalid("It is no answer to one entry.", code="no-reply")
    try:
        return events[0], UUID(keys.unsealed(ENTRY, str(events[0]["UID"])))
    except Invalid:
        raise Invalid("It answers no entry of ours.", code="no-reply") from None


def _reply(mail: Message, event: Any, registration: UUID) -> Reply:
    attendees = event.get("ATTENDEE", [])
    attendees = attendees if isinstance(attendees, list) else [attendees]
    if len(attendees) != 1:
        raise Invalid("One person answers.", code="unclear")
    [attendee] = attendees
    address = mailbox(str(attendee).partition(":")[2])
    if [mailbox(each) for each in senders(mail)] != [address]:
        raise Invalid("It speaks for another address than the one that it comes from.", code="unclear")
    said = WORDS[str(attendee.params["PARTSTAT"]).upper()]
    return Reply(registration, int(event.get("SEQUENCE", 0)), address, said, _written_at(event))


def _written_at(event: Any) -> datetime:
    """By the clock of who answers (DTSTAMP), in UTC: of time zones that a mail brings along nothing is reckoned."""
    return datetime.strptime(event["DTSTAMP"].to_ical().decode(), "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
