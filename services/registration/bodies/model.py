"""A body: what decides, and who was a member of it when."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import ClassVar
from uuid import UUID, uuid5

from services.registration.entries.history import Edit, edited
from services.registration.entries.words import words
from services.registration.organizations.model import must_keep_code
from shared.contracts import Message
from shared.contracts.bodies import BodyFacts, BodyFormed, Membership
from shared.contracts.organizations import Text
from shared.contracts.people import Calendar
from shared.errors import Invalid
from shared.periods import Period, period

_BODIES = UUID("0f6d1c5e-6f0b-5d0c-9a3e-3a7c1c6a5b02")

NOTHING = BodyFacts(code="", name={}, members=[])
"""What is known of a body before it is formed."""


def body_id(code: str) -> UUID:
    """The id of the body with this code; as that of an organization."""
    return uuid5(_BODIES, code.strip().casefold())


@dataclass(frozen=True, slots=True, kw_only=True)
class FormBody(Message):
    """Enter a body, or change it. With `new`, an entry that says something else is not overwritten."""

    body: UUID
    facts: BodyFacts
    by: UUID | None = None
    new: bool = False


@dataclass(slots=True)
class Body:
    """What decides: its members, when they were so, and its quorum rule or none."""

    kind: ClassVar[str] = "bodies"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("code",),)

    id: UUID
    facts: BodyFacts = NOTHING
    history: list[Edit] = field(default_factory=list)

    @property
    def code(self) -> str:
        """What it is typed by, and listed in the order of."""
        return self.facts.code

    @property
    def name(self) -> Text:
        """How it is called, by language."""
        return self.facts.name

    @property
    def members(self) -> list[UUID]:
        """The organizations that are members now."""
        return self.facts.members

    @property
    def words(self) -> list[str]:
        """What a search finds it by."""
        return words(self.code, *self.name.values())

    @property
    def due(self) -> datetime | None:
        """When the next membership is over of somebody who is a member now."""
        ends = [end for each in self._now() if (end := self._over(each))]
        return min(ends, default=None)

    def form(self, asked: FormBody) -> BodyFormed | None:
        """Take over the facts; None if nothing is different.

        Raises Invalid for a member named twice, a rule above all, a term that cannot be or that says of a member that it is none;
        Conflict ("code-fixed") for another code.
        """
        must_keep_code(body_id, self.code, asked.facts.code)
        _must_make_sense(asked.facts, asked.at.date())
        return self._become(asked.facts, asked.at, asked.by)

    def replace(self, member: UUID, by: UUID, at: datetime) -> BodyFormed | None:
        """A member was merged into another, who is a member once. None if it is none (any more)."""
        members = [*dict.fromkeys(by if each == member else each for each in self.members)]
        terms = [replace(each, member=by) if each.member == member else each for each in self.facts.terms]
        return self._become(self.facts.model_copy(update={"members": members, "terms": terms}), at, None)

    def end_terms(self, at: datetime) -> BodyFormed | None:
        """Whose membership is over is a member no more. None if nobody's is (any more)."""
        over = {each.member for each in self._now() if (end := self._over(each)) and end <= at}
        left = {
            name: [each for each in getattr(self.facts, name) if each not in over] for name in ("members", "people")
        }
        return self._become(self.facts.model_copy(update=left), at, None)

    def _now(self) -> list[Membership]:
        """The last term of each who is a member now."""
        there = {*self.facts.members, *self.facts.people}
        return [each for each in _last(self.facts.terms).values() if each.member in there]

    def _over(self, term: Membership) -> datetime | None:
        """When a term is over: with the last day that it may have."""
        if not term.until:
            return None
        last = period(term.until, self.facts.calendar).last
        return datetime.combine(last + timedelta(days=1), time(), UTC)

    def _become(self, facts: BodyFacts, at: datetime, by: UUID | None) -> BodyFormed | None:
        before, self.facts = self.facts, facts
        if facts == before:
            return None
        event = BodyFormed.of(self, body=self.id)
        was = BodyFormed(body=self.id, **before.model_dump()) if before.code else None
        self.history = edited(self.history, was, event, at, by, unsaid="terms")
        return event


def _last(terms: Iterable[Membership]) -> dict[UUID, Membership]:
    """The last term of each member."""
    return {each.member: each for each in terms}


def _must_make_sense(facts: BodyFacts, today: date) -> None:
    for name in ("members", "people"):
        named = getattr(facts, name)
        if len(set(named)) != len(named):
            raise Invalid.at("A member is named twice; name each once.", name)
    if facts.quorum and not 0 < facts.quorum.numerator <= facts.quorum.denominator:
        raise Invalid.at("A quorum is a part of the members: above 0, at most 1.", "quorum")
    ended: dict[UUID, date] = {}
    for n, term in enumerate(facts.terms):
        since, until = (_read(facts.calendar, n, name, getattr(term, name)) for name in ("since", "until"))
        backward = since and until and until.last < since.first
        if backward or (since.last if since else date.max) < ended.get(term.member, date.min):
            raise Invalid.at("Terms are in order, and end after they begin.", "terms", n, "until" if until else "since")
        ended[term.member] = until.first if until else date.max
    _must_agree(facts, today)


def _must_agree(facts: BodyFacts, today: date) -> None:
    """Whose last term goes on is a member now, and nobody else who has one."""
    now, last = {*facts.members, *facts.people}, _last(facts.terms)
    for n, term in enumerate(facts.terms):
        goes_on = not term.until or period(term.until, facts.calendar).last >= today
        if term is last[term.member] and goes_on != (term.member in now):
            raise Invalid.at("Who is a member now, and the terms, say different things.", "terms", n, "member")


def _read(calendar: Calendar, n: int, name: str, text: str) -> Period | None:
    try:
        return period(text, calendar) if text else None
    except ValueError as error:
        raise Invalid.at(str(error), "terms", n, name) from error
