"""Fields that the forms of several services have; each says what it takes, and refuses what only looks like it."""

from datetime import MAXYEAR, MINYEAR, UTC, datetime
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Strict, StringConstraints

from shared.text import one_line


def _written(value: Any) -> Any:
    """Refuses seconds since 1970, as a number or as digits, which pydantic would take too."""
    if isinstance(value, datetime) or (isinstance(value, str) and value[4:5] == "-"):
        return value
    raise ValueError("Write the time as 2030-03-21T09:00:00+03:30 (RFC 3339).")


def _utc(at: datetime) -> datetime:
    """Refuses what is not within the calendar in every time zone."""
    try:
        utc = at.astimezone(UTC)
    except (OverflowError, ValueError) as error:
        raise ValueError("The time is out of range.") from error
    if not MINYEAR < utc.year < MAXYEAR:
        raise ValueError("The time is out of range.")
    return utc


Instant: TypeAlias = Annotated[AwareDatetime, BeforeValidator(_written), AfterValidator(_utc)]
"""A time with its offset (RFC 3339); it arrives in UTC."""

Whole: TypeAlias = Annotated[int, Strict()]
"""A number: neither `true` nor `"5"`."""

Language: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")]
"""The tag of a language (BCP 47), as the key of a text."""

Line: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=500), AfterValidator(one_line)]
"""A short text without line breaks and other control characters."""
