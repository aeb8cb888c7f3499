"""A gathering as an entry in the calendar of one who comes: iTIP (RFC 5546) on iCalendar (RFC 5545), in a mail (RFC 6047).

Who holds a place is asked to note it (REQUEST). It is taken away again (CANCEL) when the place was given up or taken back, and
when the gathering is cancelled or postponed: calendars know no entry without a date, and one that stays on the old date sends
people on a journey. Once there is a new date the same entry comes back. Who waits for a place is sent none, since it would be a
promise.

Mails overtake each other, and a calendar keeps what has the highest SEQUENCE. That is no count of mails: what an entry says
follows from numbers that never go back, the last thing that became of the registration, and how often the gathering became
another one to who comes. They are the SEQUENCE, the registration's before the gathering's: of two entries the higher says what is
so later, whichever arrives last. What matters to nobody (a word of the title) raises none.

Who is invited finds the same entry before there is a registration, and is asked for an answer; what became of the invitation is
a number of it, too, before the gathering's. It is taken away when the invitation is taken back, and becomes that of the
registration when they come.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final, TypeAlias
from urllib.parse import quote
from uuid import UUID
from zoneinfo import ZoneInfo

from icalendar import Calendar, Component, Event, Timezone, vCalAddress, vText
from icalendar.parser import Contentline, param_value

from services.notifications.channels import Entry, Letterhead
from services.notifications.channels.message import one_line
from services.notifications.mirrors import Gathering, Person
from shared.contracts.calendar import sequence_of
from shared.contracts.places import Point
from shared.locale import Texts, choose, direction

PACKAGE = "services.notifications.calendar"

AROUND = timedelta(days=366)
"""So far before and after a gathering an entry says how the clocks of the venue go."""

NOTED = ("coming", "invited")
"""What a calendar notes; everything else it takes away."""

ASKED = {"pending": "NEEDS-ACTION", "tentative": "TENTATIVE"}
"""What an invitation that can be answered has as an answer, in the words of calendars."""


_PLAIN, _FOLD, _ESCAPED = re.compile(".{1,74}"), "\r\n ", re.compile(r"[\\^]")
"""A part of a plain line, what stands between two of them, and what must not be parted from what follows it."""
_APART: Final = frozenset(" '")
"""A name that holds one of these the library quotes."""

Words: TypeAlias = tuple[tuple[str, str], ...]
"""Properties and their texts."""


@dataclass(frozen=True, slots=True)
class Part:
    """What somebody has to do with a gathering: how the registration stands (`standing`) after its event `sequence` (0: none).

    `ended`: a place was held until then. `invited`: how an invitation to it stands after its event `invitation`.
    """

    registration: UUID
    standing: str
    sequence: int
    gathering: Gathering
    ended: bool = False
    invited: str = ""
    invitation: int = 0

    @property
    def says(self) -> str:
        """The text that tells it, as it stands in the calendar; empty: nothing of it does."""
        comes, asked = self.standing == "confirmed" and not self.ended, self.invited in ASKED
        if comes or asked:
            return "" if self.gathering.drafted else self.gathering.off or ("coming" if comes else "invited")
        return "ended" if self.ended else "uninvited" if self.invited == "withdrawn" else ""

    @property
    def number(self) -> int:
        """Higher for whatever is so later."""
        return sequence_of(self.sequence, self.gathering.changes, self.invitation)


@dataclass(frozen=True, slots=True)
class Shared:
    """What an entry says of the gathering to all who are told the same of it, in their language."""

    method: str
    time_zone: str
    times: tuple[datetime, datetime]
    language: str
    words: Words
    coordinates: str


def entry(
    part: Part | None, uid: str, person: Person, letterhead: Letterhead, *, language: str, at: datetime
) -> Entry | None:
    """The entry in this language, dated `at`; None where a calendar has nothing to note, as of what is over. The same gives the
    same bytes.
    """
    if part is None or not part.says or not (times := part.gathering.times) or times[1] <= at:
        return None
    method, it = "REQUEST" if part.says in NOTED else "CANCEL", part.gathering
    where = (choose(it.venue, language), choose(it.venue_address, language)) if it.mode != "online" else None
    words = _words(part.says, language, choose(it.title, language), where)
    before, after = _of_all(
        Shared(method, it.time_zone, times, language, words, it.coordinates if where else ""), letterhead
    )
    own = (
        f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"UID:{vText(uid).to_ical().decode()}",
        f"SEQUENCE:{part.number}",
        _attendee(part, person),
    )
    return Entry(method, before + b"".join(map(_folded, own)) + after)


def _folded(line: str) -> bytes:
    """As the library folds it, which looks at each character: most lines are plain, and may be parted anywhere."""
    if line.isascii() and not _ESCAPED.search(line):
        return f"{_FOLD.join(_PLAIN.findall(line))}\r\n".encode()
    content: bytes = Contentline(line).to_ical()  # type: ignore[no-untyped-call]
    return content + b"\r\n"


def _lines(component: Component) -> bytes:
    """What stands between its begin and its end."""
    content: bytes = component.to_ical()
    return content[content.index(b"\n") + 1 : content.rindex(b"END:")]


@lru_cache(maxsize=256)  # as below
def _words(says: str, language: str, title: str, where: tuple[str, ...] | None) -> Words:
    """`where`: venue and address, None for what is online."""
    texts, title = Texts(language, "latin", PACKAGE), one_line(title)
    comma = "، " if direction(language) == "rtl" else ", "
    place = texts["online"] if where is None else comma.join(each for each in where if each)
    words = (("summary", title), ("location", place), ("description", texts(says, gathering=title)))
    return tuple((name, one_line(text)) for name, text in words)


def _attendee(part: Part, person: Person) -> str:
    """Who asked for the place has nothing to answer; who is invited is asked to."""
    asked, name = part.says == "invited", one_line(person.name)
    answer = ASKED[part.invited] if asked else "ACCEPTED"
    called = f"CN={param_value(name, always_quote=not _APART.isdisjoint(name))};" if name else ""
    how = f"CUTYPE=INDIVIDUAL;PARTSTAT={answer};ROLE=REQ-PARTICIPANT;RSVP={str(asked).upper()}"
    return f"ATTENDEE;{called}{how}:{_address(person.email)}"


def _address(address: str) -> str:
    return f"mailto:{quote(address, safe='@!$&*+=^{|}~')}"


def _mailbox(name: str, address: str) -> vCalAddress:
    mailbox = vCalAddress(_address(address))
    if shown := one_line(name):
        mailbox.params["CN"] = vText(shown)
    return mailbox


@lru_cache(maxsize=256)  # thousands are written to about a handful of gatherings
def _of_all(it: Shared, letterhead: Letterhead) -> tuple[bytes, bytes]:
    """What is the same for all who are told, before and after what is somebody's own."""
    zone, event = ZoneInfo(it.time_zone), Event()
    starts_at, ends_at = it.times
    event.add("dtstart", starts_at.astimezone(zone))
    event.add("dtend", ends_at.astimezone(zone))
    event.add("status", "CONFIRMED" if it.method == "REQUEST" else "CANCELLED")
    event.add("organizer", _mailbox(letterhead.name, letterhead.address))
    for name, text in it.words:
        event.add(name, text, parameters={"LANGUAGE": it.language})
    if it.coordinates:
        event.add("geo", tuple(map(float, Point.of(it.coordinates))))
    begin, end = _frame(it.method, zone.key, starts_at.date() - AROUND, ends_at.date() + AROUND)
    return begin + b"BEGIN:VEVENT\r\n", _lines(event) + b"END:VEVENT\r\n" + end


@lru_cache(maxsize=64)  # the same in every language, and the library walks through the days hour by hour
def _frame(method: str, zone: str, first: date, last: date) -> tuple[bytes, bytes]:
    """What stands before and after the event: how the clocks of the time zone go between two days."""
    calendar, clocks = Calendar(), Timezone.from_tzid(zone, first_date=first, last_date=last)
    calendar.add("prodid", "-//Plenary//notifications//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    clocks.pop("comment", None)  # up to when the library looked: of no use to anybody
    calendar.add_component(clocks)
    begin, end, _ = calendar.to_ical().partition(b"END:VCALENDAR")
    return begin, end + b"\r\n"
