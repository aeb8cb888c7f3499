"""Ways out of the house. A channel takes one mail and says what came of it; it never raises for what the other side does."""

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.utils import parseaddr
from enum import StrEnum
from typing import Protocol
from uuid import UUID


class Trouble(StrEnum):
    """Why an attempt did not end in sent."""

    REFUSED_FOR_NOW = "refused_for_now"  # the other side: 4xx
    REFUSED = "refused"  # the other side, for good: 5xx
    TECHNICAL = "technical"  # our side: no server, no sign-in
    UNKNOWN = "unknown"  # the recipient or the gathering was not heard of yet
    LOST = "lost"  # handed over, and no answer came: it may have arrived


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands on every mail of this installation: addresses are plain (`secretariat@example.org`)."""

    address: str
    name: str = ""
    reply_to: str = ""

    @classmethod
    def of(cls, sender: str, reply_to: str = "") -> "Letterhead":
        """From `Name <address@domain>`. Raises `ValueError` if there is no address in it."""
        name, address = parseaddr(sender)
        if not all(address.partition("@")):
            raise ValueError("the sender of mails needs an address: Name <secretariat@example.org>")
        return cls(address, name, reply_to)

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]

    def message_id(self, notification: UUID) -> str:
        """The same for every repeat, so that a receiver can tell one. RFC 5322, 3.6.4."""
        return f"<{notification}@{self.domain}>"

    @property
    def sender(self) -> Address:
        return Address(self.name, addr_spec=self.address)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the recipient's calendar is told (RFC 5546): an iCalendar object, and its method."""

    method: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail to one person, ready to go. `dated` is its Date, the same for a repeat (UTC). `entry`: for the calendar.

    `leave`: the address of the list that it is of, to leave it by one click (RFC 8058).
    """

    notification: UUID
    message_id: str
    dated: datetime
    to_name: str
    to_address: str
    language: str
    subject: str
    text: str
    html: str
    entry: Entry | None = None
    leave: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the channel said; no trouble: it took the mail over. `said` may hold an address."""

    trouble: Trouble | None
    said: str


class Channel(Protocol):
    """`at_once`: how many mails it can take at a time. `repeatable`: the same mail handed over again is still one mail.

    `name`: by which a notification remembers which way it went.
    """

    name: str
    letterhead: Letterhead
    at_once: int
    repeatable: bool

    async def send(self, mail: Mail) -> Answer:
        """Hand it over, within a minute."""
        ...

    async def greet(self) -> Answer:
        """Whether it would take a mail now, within some seconds; none is sent."""
        ...

    async def holds(self, notification: UUID) -> bool:
        """It has taken this mail, though whoever handed it over may not have said so. False also where it cannot know."""
        ...

    async def forget(self, notification: UUID) -> bool:
        """The recipient was erased: keep nothing of this mail. False: something is left, ask again later."""
        ...

    async def close(self) -> None: ...
