"""The history of a gathering as its page tells it: what belongs together in one place, the latest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from services.registration.bodies.model import Body
from services.registration.editions.named import Named, named
from services.registration.entries.history import Edit
from services.registration.gatherings.model import Gathering
from services.registration.overview.typed import TIMES
from services.registration.people.model import Person
from shared import locale
from shared.store import Store, Stored


@dataclass(frozen=True, slots=True)
class Line:
    """One field, and of a text or of places the `part`: the language, or the category. Without a field: it was entered."""

    field: str
    part: str
    old: str | datetime
    new: str | datetime


@dataclass(frozen=True, slots=True)
class Edits:
    """What somebody changed at once."""

    at: datetime
    by: UUID | None
    lines: Sequence[Line]


def lines(gathering: Gathering) -> list[Edits]:
    """All that is remembered."""
    there = groupby(reversed(gathering.history), lambda each: (each.at, each.by))
    return [Edits(at, by, [_line(each) for each in reversed(list(edits))]) for (at, by), edits in there]


async def names(store: Store, gathering: Gathering, language: str) -> dict[str, str]:
    """How the people and bodies are called that the history names by their ids."""
    by = {each.by for each in gathering.history if each.by}
    bodies = _ids(gathering, "body")
    prepared = {UUID(id) for each in _edits(gathering, "prepares") for id in each.split(", ") if id}
    people, formed = await store.get_many(Person, sorted(by)), await store.get_many(Body, sorted(bodies))
    return {
        **{str(id): stored.entity.name for id, stored in people.items() if stored.entity.name},
        **{str(id): locale.choose(stored.entity.name, language) for id, stored in formed.items()},
        **_lists(gathering, await store.get_many(Gathering, sorted(prepared)), language),
    }


async def editions(store: Store, gathering: Gathering, language: str) -> dict[str, Named]:
    """By its id the edition that it is part of, and those that the history names."""
    ids = _ids(gathering, "edition") | ({gathering.edition} if gathering.edition else set())
    return {str(each.id): each for each in await named(store, ids, language)}


def _ids(gathering: Gathering, field: str) -> set[UUID]:
    return {UUID(id) for id in _edits(gathering, field)}


def _edits(gathering: Gathering, field: str) -> list[str]:
    """What the history says that this field was and is."""
    return [text for each in gathering.history if each.field == field for text in (each.old, each.new) if text]


def _lists(gathering: Gathering, there: Mapping[UUID, Stored[Gathering]], language: str) -> dict[str, str]:
    """Lists of what it prepares, by the lists of ids that its history has."""
    titles = {str(id): locale.choose(stored.entity.title, language) for id, stored in there.items()}
    return {text: " · ".join(titles.get(id, "…") for id in text.split(", ")) for text in _edits(gathering, "prepares")}


def _line(edit: Edit) -> Line:
    field, _, part = edit.field.partition(".")
    if field not in TIMES:
        return Line(field, part, edit.old, edit.new)
    old, new = (datetime.fromisoformat(text) if text else "" for text in (edit.old, edit.new))
    return Line(field, part, old, new)
