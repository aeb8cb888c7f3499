"""What the form of an entry asks for, what a list tells of it, and by what a list is narrowed."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from shared.locale.languages import NAMES


@dataclass(frozen=True)
class Field:
    """One field of a form. `how`: line, lines, choice (of `options`) or code (of an organization). `label`: key of its text."""

    name: str
    how: str = "line"
    options: tuple[str, ...] = ()
    required: bool = False
    ltr: bool = False
    label: str = ""
    language: str = ""
    typed_only: bool = False
    """The page of one tells it in its own way."""

    @property
    def key(self) -> str:
        return self.label or self.name


def by_language(name: str) -> tuple[Field, ...]:
    """A text in every language, each in a field of its own."""
    return tuple(Field(f"{name}_{language}", label=name, language=language) for language in NAMES)


@dataclass(frozen=True)
class Filter:
    """By what a list can be narrowed: the name of the parameter, what may be chosen, with its words, and what is chosen."""

    name: str
    options: Sequence[tuple[str, str]]
    chosen: str = ""


@dataclass(frozen=True)
class Link:
    """Another page that the page of one leads to, and what is told beside."""

    href: str
    name: str
    beside: str = ""


@dataclass(frozen=True)
class Row:
    """An entry on a list: the name, what stands below it, and what is told beside."""

    id: UUID
    name: str
    below: str = ""
    cells: Sequence[str] = ()
