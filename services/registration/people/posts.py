"""What somebody was, and of which organization, and when: so that who was present is listed as they were then."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

KEPT = 50
"""So many of the last posts a person is remembered by."""


@dataclass(frozen=True, slots=True)
class Post:
    """A position, an organization, or both. `since`: None where nobody knows; `until`: None for the one of now."""

    position: str | None
    organization: UUID | None
    since: datetime | None = None
    until: datetime | None = None

    def held(self, at: datetime) -> bool:
        """Whether somebody had it at that time."""
        return (self.since is None or self.since <= at) and (self.until is None or at < self.until)


Told = tuple[str | None, UUID | None]
"""A position and an organization."""


def followed(posts: Sequence[Post], before: Told, now: Told, at: datetime) -> list[Post]:
    """The posts after somebody had `before` until this time, and has `now` from then on. None while nothing changed."""
    known = list(posts) or ([Post(*before)] if any(before) else [])
    last = known[-1] if known else None
    if last is None or (last.until is None and (last.position, last.organization) == now):
        return list(posts)
    ended = [*known[:-1], replace(last, until=last.until or at)]
    return [*ended, Post(*now, at)][-KEPT:] if any(now) else ended


def at_time(posts: Sequence[Post], now: Told, at: datetime) -> Told:
    """What somebody was at a time; of whom no change is known, what they are now."""
    if not posts:
        return now
    held = next((each for each in reversed(posts) if each.held(at)), None)
    return (held.position, held.organization) if held else (None, None)
