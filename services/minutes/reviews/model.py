"""That somebody is asked to look at the draft of the minutes of one gathering. Pure."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self
from uuid import UUID, uuid5

from shared.contracts.minutes import MinutesCirculated
from shared.contracts.reviews import ReviewAsked, ReviewFacts


def review_id(gathering: UUID, person: UUID) -> UUID:
    """Of one person and one gathering."""
    return uuid5(gathering, f"review/{person}")


@dataclass(slots=True, kw_only=True)
class Review:
    """Who is asked, in which round for the last time. `asked_at`: when that was (UTC); `again`: since what they had approved was
    changed."""

    kind: ClassVar[str] = "review"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (("gathering",),)

    id: UUID
    facts: ReviewFacts
    asked_at: datetime
    again: bool = False

    @classmethod
    def asked(cls, person: UUID, event: MinutesCirculated, *, approves: bool, again: bool) -> tuple[Self, ReviewAsked]:
        """Somebody is asked for the first time. `again`: by this id; they approved it before it was changed."""
        facts = _facts(person, event, approves)
        review = cls(id=review_id(event.gathering, person), facts=facts, asked_at=event.circulated_at, again=again)
        return review, ReviewAsked.of(review, review=review.id)

    def ask(self, event: MinutesCirculated, *, approves: bool, again: bool) -> ReviewAsked | None:
        """They are asked in a later round; None for one that they know."""
        if event.round <= self.facts.round:
            return None
        self.facts, self.asked_at = _facts(self.facts.person, event, approves), event.circulated_at
        self.again = again
        return ReviewAsked.of(self, review=self.id)


def _facts(person: UUID, event: MinutesCirculated, approves: bool) -> ReviewFacts:
    return ReviewFacts(
        gathering=event.gathering,
        person=person,
        round=event.round,
        comments_until=event.comments_until,
        approves=approves,
    )
