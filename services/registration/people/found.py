"""What people are found by."""

from dataclasses import dataclass

from services.registration.entries.merging import Mergeable
from services.registration.entries.words import words

TERMS = tuple(f"term_{n}" for n in range(1, 8))
"""What a name is found by: from each of its words on to its end. Of the name itself four words, of the other script's three."""


@dataclass(slots=True, kw_only=True)
class Found(Mergeable):
    """The terms that an index holds, so that a search need not read everybody. The first is what lists are sorted by."""

    term_1: str | None = None
    term_2: str | None = None
    term_3: str | None = None
    term_4: str | None = None
    term_5: str | None = None
    term_6: str | None = None
    term_7: str | None = None

    def find_by(self, name: str, also: str | None) -> None:
        """Be found by these names. Of a longer one the first word counts, and the last ones."""
        terms = [*_ends(words(name), 4), *_ends(words(also), 3)]
        for field_, term in zip(TERMS, terms, strict=True):
            setattr(self, field_, term)


def _ends(there: list[str], most: int) -> list[str | None]:
    begins = [*range(len(there))] if len(there) <= most else [0, *range(len(there) - most + 1, len(there))]
    ends: list[str | None] = [" ".join(there[begin:])[:100] for begin in begins]
    return [*ends, *[None] * (most - len(ends))]
