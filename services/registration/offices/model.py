"""An office: who held it, from when to when; and who holds it on a day."""

from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from typing import ClassVar, NamedTuple, Self
from uuid import UUID

from services.registration.entries.history import Edit, edited
from shared.contracts import Message
from shared.contracts.offices import OfficeFacts, OfficeListed, Term
from shared.contracts.people import Calendar
from shared.errors import Conflict, Invalid
from shared.periods import Period, period

MOST = 200
"""So many terms an office remembers."""
BACKWARD = "A term does not end before it begins."


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOffice(Message):
    """Enter an office; its id is the command's. `by`: who asks, for the history."""

    facts: OfficeFacts
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendOffice(Message):
    """All that is known of an office from now on. Its body stays."""

    office: UUID
    facts: OfficeFacts
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOffice(Message):
    """Somebody holds it from then on; whoever held it until then does so no more."""

    office: UUID
    person: UUID
    since: str = ""
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveOffice(Message):
    """Whoever holds it held it until then: it is vacant."""

    office: UUID
    until: str
    by: UUID | None = None


class _Span(NamedTuple):
    """When the term of this place in the list began and ended, as far as is known."""

    n: int
    since: Period | None
    until: Period | None


@dataclass(slots=True, kw_only=True)
class Office:
    """What is known of an office."""

    kind: ClassVar[str] = "offices"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("body",),)

    id: UUID
    facts: OfficeFacts
    history: list[Edit] = field(default_factory=list)

    @classmethod
    def listed(cls, asked: ListOffice) -> tuple[Self, OfficeListed]:
        """Raises Invalid for terms that cannot be."""
        office = cls(id=asked.id, facts=_in_order(asked.facts))
        event = OfficeListed.of(office, office=office.id)
        office.history = edited([], None, event, asked.at, asked.by)
        return office, event

    def amend(self, asked: AmendOffice) -> OfficeListed | None:
        """None if nothing is different. Raises Invalid for terms that cannot be, or another body."""
        if asked.facts.body != self.facts.body:
            raise Invalid.at("An office stays with its body.", "body")
        return self._become(asked.facts, asked)

    def take(self, asked: TakeOffice) -> OfficeListed | None:
        """None where this person holds it since then already. Raises Invalid where others held it and nobody knows from when on
        this one does, and Conflict ("held-since") where its last term began later."""
        terms, new = self.facts.terms, Term(person=asked.person, since=asked.since)
        if terms and terms[-1] == new:
            return None
        if terms and not new.since:
            raise Invalid.at("Somebody held it before; say from when on this one does.", "since")
        if terms and _read(new.since, self.facts.calendar, "since").last < self._began():
            raise Conflict("Somebody held it later; put the terms right on its form.", code="held-since")
        ended = [*terms[:-1], replace(terms[-1], until=terms[-1].until or new.since)] if terms else []
        return self._become(self.facts.model_copy(update={"terms": [*ended, new]}), asked)

    def leave(self, asked: LeaveOffice) -> OfficeListed | None:
        """None where it was left then already. Raises Conflict ("vacant") where nobody holds it."""
        last = next(reversed(self.facts.terms), None)
        if last is None or last.until not in {"", asked.until}:
            raise Conflict("Nobody holds it.", code="vacant")
        ends = _read(asked.until, self.facts.calendar, "until")
        if last.since and ends.last < self._began():
            raise Invalid.at(BACKWARD, "until")
        ended = [*self.facts.terms[:-1], replace(last, until=asked.until)]
        return self._become(self.facts.model_copy(update={"terms": ended}), asked)

    def holder(self, on: date) -> UUID | None:
        """Who held it on that day, as far as is known; None while it was vacant. Of two who may have, the later one."""
        for term in reversed(self.facts.terms):
            if not term.since or period(term.since, self.facts.calendar).first <= on:
                return term.person if not term.until or on <= period(term.until, self.facts.calendar).last else None
        return None

    def _become(self, facts: OfficeFacts, asked: AmendOffice | TakeOffice | LeaveOffice) -> OfficeListed | None:
        before, facts = OfficeListed.of(self, office=self.id), _in_order(facts)
        if facts == self.facts:
            return None
        self.facts = facts
        event = OfficeListed.of(self, office=self.id)
        self.history = edited(self.history, before, event, asked.at, asked.by, unsaid="terms")
        return event

    def _began(self) -> date:
        since = self.facts.terms[-1].since
        return period(since, self.facts.calendar).first if since else date.min


def _in_order(facts: OfficeFacts) -> OfficeFacts:
    """The same with its terms in order. Raises Invalid for one that ends before it begins, and for two at once."""
    if len(facts.terms) > MOST:
        raise Invalid.at(f"An office remembers {MOST} terms.", "terms")
    spans = [_span(facts, n) for n in range(len(facts.terms))]
    spans.sort(key=lambda each: each.since.first if each.since else date.min)
    for each in spans:
        if each.since and each.until and each.until.last < each.since.first:
            raise Invalid.at(BACKWARD, "terms", each.n, "until")
    for one, other in pairwise(spans):
        if other.since is None or (one.until and other.since.last < one.until.first):
            raise Invalid.at("One holds an office at a time; these terms overlap.", "terms", other.n, "since")
    return facts.model_copy(update={"terms": [facts.terms[each.n] for each in spans]})


def _span(facts: OfficeFacts, n: int) -> _Span:
    term = facts.terms[n]
    since, until = (
        _read(text, facts.calendar, "terms", n, name) if text else None
        for name, text in (("since", term.since), ("until", term.until))
    )
    return _Span(n, since, until)


def _read(text: str, calendar: Calendar, *where: str | int) -> Period:
    """A time. Raises Invalid at the field that it was written in."""
    try:
        return period(text, calendar)
    except ValueError as error:
        raise Invalid.at(str(error), *where) from error
