"""What somebody was, and of which organization, and when: so that who was present is listed as they were then."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from shared.contracts.people import Post
from shared.errors import Invalid
from shared.periods import Period, period

KEPT = 50
"""So many of the last posts a person is remembered by; and so many are entered by hand at most."""


def followed(posts: Sequence[Post], before: Post, now: Post, at: datetime) -> list[Post]:
    """The posts after somebody was what they were `before` until this time, and is what they are `now` from then on. None
    while nothing changed. What was entered by hand stays."""
    told, entered = [each for each in posts if each.id is None], by_hand(posts)
    known = told or ([before] if _says(before) else [])
    last = known[-1] if known else None
    if last is None or (last.until is None and _alike(last, now)):
        return list(posts)
    ended = [*known[:-1], _with(last, until=last.until or at)]
    begun = [_with(now, since=at)] if _says(now) else []
    return [*[*ended, *begun][-KEPT:], *entered]


def by_hand(posts: Sequence[Post]) -> list[Post]:
    """Those that somebody entered."""
    return [each for each in posts if each.id]


def timed(post: Post) -> Post:
    """The same with its times, as precise as they are known. Raises Invalid for what says nothing, or ends before it begins."""
    if not (post.positions or post.organization or post.elsewhere):
        raise Invalid.at("Say the position, the organization, or both.", "positions")
    if post.organization and post.elsewhere:
        raise Invalid.at("Either it is on record, or it is not.", "elsewhere")
    begins, ends = (_read(getattr(post, name), post, name) for name in ("begins", "ends"))
    if begins and ends and ends.last < begins.first:
        raise Invalid.at("It ends before it begins.", "ends")
    since = _midnight(begins.first) if begins else None
    until = _midnight(ends.last + timedelta(days=1)) if ends else None
    return _with(post, position=next(iter(post.positions.values()), ""), since=since, until=until)


def in_words(post: Post) -> str:
    """As the history tells it; an organization by its id."""
    what = [post.title, *post.positions.values(), str(post.organization or ""), post.elsewhere]
    times = f"{post.begins or '…'} – {post.ends or '…'}"
    return ", ".join([*filter(None, what), times])


def _says(post: Post) -> bool:
    return bool(post.position or post.organization)


def _alike(one: Post, other: Post) -> bool:
    return (one.title, one.position, one.organization) == (other.title, other.position, other.organization)


def _with(post: Post, **other: object) -> Post:
    return post.model_copy(update=other)


def _read(text: str, post: Post, field: str) -> Period | None:
    try:
        return period(text, post.calendar) if text else None
    except ValueError as error:
        raise Invalid.at(str(error), field) from error


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
