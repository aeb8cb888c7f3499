"""What was changed in an entry, field by field: who, when, from what to what. It stands in the entry, and goes with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from shared.contracts import Event

KEPT = 100
"""So many of the last changes an entry remembers."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One field of an entry, as it was and as it was made; without a field: it was entered.

    `by`: who was signed in; None for the owner of a link, or a table.
    """

    at: datetime
    by: UUID | None
    field: str = ""
    old: str = ""
    new: str = ""


def edited(
    history: Sequence[Edit], before: Event | None, now: Event, at: datetime, by: UUID | None, *, unsaid: str = ""
) -> list[Edit]:
    """The history with what is different now, in the order of the fields; `before` is None of what was not there.

    Of the field `unsaid` it says that it was changed, and not from what.
    """
    if before is None:
        return [*history, Edit(at, by)]
    old, new = dict(_told(before)), dict(_told(now))
    fields = [field for field in dict.fromkeys([*old, *new]) if old.get(field, "") != new.get(field, "")]
    made = [
        Edit(at, by, field) if field == unsaid else Edit(at, by, field, old.get(field, ""), new.get(field, ""))
        for field in fields
    ]
    return [*history, *made][-KEPT:]


def _told(event: Event) -> Iterator[tuple[str, str]]:
    """Each fact as a line of text; of a text in several languages each by itself (`name.fa`)."""
    for name, value in event.model_dump(mode="json").items():
        if isinstance(value, dict):
            yield from ((f"{name}.{key}", _line(each)) for key, each in value.items())
        else:
            yield name, _line(value)


def _line(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_line, value))
    if isinstance(value, dict):
        return " · ".join(filter(None, map(_line, value.values())))
    return "" if value is None else str(value)
