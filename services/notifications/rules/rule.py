"""What a rule says: a row of a table, pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal, Protocol
from uuid import UUID

from shared.contracts import Event
from shared.locale.languages import NAMES

Fact = str | int | dict[str, str]
"""A word or a number as it is, what is called so by language, or a time (RFC 3339, in UTC) or a day."""

Whom = Callable[[Any], Iterable[UUID]]
"""The audience: the people whom an event concerns."""


@dataclass(frozen=True, slots=True)
class Link:
    """A named one-purpose link: the page that it leads to (`path`), what it opens there, and how long it is good for.

    Without a purpose it opens nothing: it leads to a page that everybody may read, or who signs in. In its path `{about}` stands
    for the thing, and any other name for a fact.

    `whose`: what it opens of the thing that is told of, for this recipient; the thing itself, where that makes no difference.
    """

    purpose: str
    path: str
    good_for: timedelta = timedelta(0)
    whose: Callable[[UUID, UUID], UUID] = lambda about, _: about


class Times(Protocol):
    """A gathering, as far as it is known when it begins and ends."""

    @property
    def starts_at(self) -> datetime | None: ...

    @property
    def ends_at(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class Moment:
    """A time or a day that is among the facts, or of the gathering; or so long before it."""

    of: str
    before: timedelta = timedelta(0)

    def at(self, gathering: Times | None, facts: Mapping[str, Fact]) -> datetime | None:
        """When that is (UTC); None while the gathering is not known."""
        told, time = facts.get(self.of), getattr(gathering, self.of, None)
        if isinstance(told, str):
            time = datetime.fromisoformat(told)
            time = time if time.tzinfo else time.replace(tzinfo=UTC)  # of a day: where it begins
        return time - self.before if time else None


START, END = Moment("starts_at"), Moment("ends_at")


@dataclass(frozen=True, slots=True)
class Audience:
    """Who hears what everybody hears: among all who are on record as this (`who`), those of whom it stands so (`standings`)."""

    who: Literal["registered", "invited", "responsible", "subscribed"]
    standings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """Where `event` leaves what it tells of (`standing`), and by which `template` people are told (empty: nobody is).

    The rule is of those events only whose fields are as `says` says. `facts` are the names of what the template tells of
    the event; `keeps`, of what is kept beside them. `link`: where the mail leads, to a page of what the event tells of.
    `until`: so long it is useful (None: for ever; a span: since it was queued). `when`: not before that moment (None: at once).

    Where everybody is told, and nobody whom the event names: `to` whom, and the template by which others are told the same
    (`beside`), so that nobody is told both. `leave`: where whoever is told says that this mail was the last.
    """

    event: type[Event]
    standing: str
    template: str = ""
    whom: Whom = lambda _: ()
    says: Mapping[str, object] = field(default_factory=dict)
    facts: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    link: Link | None = None
    until: Moment | timedelta | None = None
    when: Moment | None = None
    to: Audience | None = None
    beside: str = ""
    leave: Link | None = None

    def holds(self, event: Event) -> bool:
        """It is a rule of this event."""
        return type(event) is self.event and all(getattr(event, name) == value for name, value in self.says.items())

    def is_time(self, fact: str) -> bool:
        """Whether a fact is a time, which each reader is told in another way."""
        return self.event.model_fields[fact].annotation in {datetime, datetime | None}

    def is_day(self, fact: str) -> bool:
        """Whether a fact is a day, which each reader is told in another calendar."""
        return self.event.model_fields[fact].annotation in {date, date | None}

    def told(self, event: Event) -> dict[str, Fact]:
        """The facts that the event has."""
        wanted = (*self.facts, *self.keeps)
        facts = event.model_dump(include=set(wanted), mode="json")
        return {name: _words(facts[name]) for name in wanted if facts.get(name) is not None}


def _words(fact: Any) -> Any:
    """Of a thing that is put in words (a requirement) these; of languages what they call themselves; everything else as it is."""
    if isinstance(fact, list):
        return " · ".join(str(NAMES.get(each, each)) for each in fact)
    return fact["says"] if isinstance(fact, dict) and isinstance(fact.get("says"), dict) else fact
