"""An answer as a calendar sends it: iTIP REPLY (RFC 5546, 3.2.3) in a mail (RFC 6047). Whoever writes it may be anybody."""

from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Literal
from uuid import UUID

from icalendar import Calendar

from services.registration.people.model import mailbox
from shared.errors import Invalid

Said = Literal["accepted", "tentative", "declined"]

WORDS: dict[str, Said] = {"ACCEPTED": "accepted", "TENTATIVE": "tentative", "DECLINED": "declined"}

KINDS = frozenset({"text/calendar", "application/ics"})


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody answers (`said`), from which address, to which entry, and which number that had."""

    registration: UUID
    sequence: int
    address: str
    said: Said


def read(content: bytes) -> Reply:
    """The answer in a mail. Raises `Invalid` (`no-reply`) for anything else, and for one that speaks for another address."""
    try:
        mail = message_from_bytes(content, policy=default)
        return _reply(mail)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise _nothing("It cannot be read.") from error


def _reply(mail: EmailMessage) -> Reply:
    objects = [part for part in mail.walk() if part.get_content_type() in KINDS]
    if not objects:
        raise _nothing("There is no entry for a calendar in it.")
    calendar = Calendar.from_ical(bytes(objects[0].get_payload(decode=True)))
    events = calendar.walk("VEVENT")
    if str(calendar.get("METHOD", "")).upper() != "REPLY" or len(events) != 1:
        raise _nothing("It is no answer to one entry (METHOD:REPLY).")
    [event] = events
    attendees = event.get("ATTENDEE", [])
    attendees = attendees if isinstance(attendees, list) else [attendees]
    if len(attendees) != 1:
        raise _nothing("One person answers.")
    [attendee] = attendees
    address = mailbox(str(attendee).partition(":")[2])
    senders = [mailbox(each.addr_spec) for each in mail["From"].addresses]
    if senders != [address]:
        raise _nothing("It speaks for another address than the one that it comes from.")
    said = WORDS[str(attendee.params["PARTSTAT"]).upper()]
    return Reply(UUID(str(event["UID"])), int(event.get("SEQUENCE", 0)), address, said)


def _nothing(why: str) -> Invalid:
    return Invalid(why, code="no-reply")
