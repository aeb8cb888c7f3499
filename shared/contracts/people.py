"""`plenary.people`: how to reach and address a person. The only personal data on the log; the tombstone is the erasure."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal
from uuid import UUID

from shared.contracts.event import Event, Topic
from shared.contracts.facts import Facts

PEOPLE = Topic(
    "plenary.people", "registration", "contact details and preferences, newest state only", cleanup="compact"
)

Calendar = Literal["gregorian", "solar_hijri", "islamic"]
Digits = Literal["latin", "persian", "arabic"]


class Post(Facts):
    """What somebody was, from when to when (UTC): a position, an organization, or both. No `since`: nobody knows since when. No
    `until`: it goes on. `title`: as they were addressed.

    Of one that was entered by hand: `id`; `positions`, the position by language; `elsewhere`, an organization that is not on
    record; and `begins` and `ends` as precise as they are known (`1403`, `1403-08`, `1403-08-12`), in `calendar`.
    """

    position: str = ""
    organization: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None
    title: str = ""
    id: UUID | None = None
    positions: dict[str, str] = {}
    elsewhere: str = ""
    calendar: Calendar = "gregorian"
    begins: str = ""
    ends: str = ""

    def held(self, at: datetime) -> bool:
        """Whether somebody had it at that time."""
        return (self.since is None or self.since <= at) and (self.until is None or at < self.until)

    def called(self, language: str) -> str:
        """The position, in this language if it is known in several."""
        return self.positions.get(language) or self.positions.get("en") or self.position


def held_at(posts: Sequence[Post], now: Post, at: datetime) -> Post:
    """What somebody was at a time; of whom no change is known, what they are `now`.

    Of several at once the one that began last, and before all of them one that was entered by hand with an end.
    """
    told = [each for each in posts if each.id is None] or [now]
    there = [each for each in (*told, *(each for each in posts if each.id)) if each.held(at)]

    def first(post: Post) -> tuple[bool, datetime, bool]:
        since = post.since or datetime.min.replace(tzinfo=UTC)
        return bool(post.id and post.until), since, bool(post.id)

    return max(there, key=first) if there else Post()


class PersonRecorded(Event):
    """A person as registration knows them now: whole state.

    Not `confirmed`: an address that somebody typed into a form, without a name; it is to be asked and shown to nobody.
    `name_also`: the name in the other script. `title`: as they are addressed (`Dr`, `H.E.`). `precedence`: their place within
    their organization; the lowest comes first, who has none after all others. `same_as`: an alias of this person, who was
    entered twice: what is for the alias is for that person. `posts`: what they were before, as far as a change is known, and what
    was entered by hand.
    """

    type = "person.recorded.v1"
    topic = PEOPLE

    person: UUID
    name: str
    email: str
    language: str
    calendar: Calendar
    digits: Digits
    time_zone: str
    organization: UUID | None = None
    position: str | None = None
    confirmed: bool = True
    name_also: str | None = None
    same_as: UUID | None = None
    title: str | None = None
    precedence: int | None = None
    posts: list[Post] = []
