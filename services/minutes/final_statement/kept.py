"""The versions of a final statement: each keeps what it says otherwise than the one before it, and all can be read whole. Pure.

All of a final statement is one document, and a document has an end (16 MB on MongoDB). So nothing is kept twice, and nothing is
taken whose version could not be kept in the end.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import orjson

from services.minutes.final_statement.amendments import Amendment
from services.minutes.final_statement.paragraphs import Paragraph, Version
from shared.errors import Conflict

ROOM: Final = 12_000_000
"""Bytes of all words before it is adopted, with those that its versions will keep then."""

ROOM_ADOPTED: Final = 14_000_000
"""The same afterwards: what lies between is for corrections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A version as it is kept: the paragraphs that say something else than before, and in which `order` all of them stand."""

    number: int
    at: datetime
    paragraphs: list[Paragraph]
    order: list[UUID]
    reason: str = ""


def whole(kept: Iterable[Kept]) -> Iterator[Version]:
    """Each as it stood once, every paragraph of it."""
    known: dict[UUID, Paragraph] = {}
    for each in kept:
        known |= {one.id: one for one in each.paragraphs}
        yield Version(number=each.number, at=each.at, paragraphs=[known[id] for id in each.order], reason=each.reason)


def differing(kept: Sequence[Kept], paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Those that say something else than in the last version in which they stood."""
    known = {one.id: one for each in kept for one in each.paragraphs}
    return [each for each in paragraphs if known.get(each.id) != each]


def weight(*these: Paragraph) -> int:
    """Bytes of their words, as they are kept."""
    return sum(bytes_of([*each.text.values(), *each.sources.values()]) for each in these)


def weight_of(one: Amendment) -> int:
    """The same of an amendment."""
    return bytes_of([*one.text.values(), one.against, one.was, one.became, one.reason])


def must_hold(needed: int, room: int) -> None:
    """Raises Conflict ("too-large") for words that have no room."""
    if needed > room:
        asked = f"{needed / 1_000_000:.1f} of {room // 1_000_000} MB"
        raise Conflict(
            f"With its versions and amendments this would be {asked}: say it shorter, or in fewer languages.",
            code="too-large",
        )


def bytes_of(words: Iterable[str]) -> int:
    """Of words, as they are kept. With each change all of them are weighed, so it must be quick."""
    return sum(len(orjson.dumps(each)) for each in words)


def lifted(document: dict[str, Any]) -> dict[str, Any]:
    """Of an earlier release, which kept each version whole."""
    versions = document.pop("versions", [])
    kept = [each | {"order": [one["id"] for one in each["paragraphs"]]} for each in versions]
    return document | {"kept": kept}
