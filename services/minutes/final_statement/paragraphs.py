"""The text of a final statement: paragraphs in several languages, of which one counts, and its versions."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from shared.contracts.final_statements import Part
from shared.contracts.organizations import Text
from shared.errors import Conflict, Invalid

MOST: Final = 200
"""Paragraphs of one final statement."""

MOST_LANGUAGES: Final = 20
"""Languages of one final statement, all its paragraphs together."""

PARTS: Final[tuple[Part, ...]] = ("preamble", "operative")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """What one says by language. `sources`: the authoritative wording that each other language was written from."""

    id: UUID
    part: Part
    text: Text
    sources: Text = field(default_factory=dict)

    def outdated(self, authoritative: str) -> list[str]:
        """The languages whose source says something else by now."""
        return [tag for tag, source in self.sources.items() if source != self.text[authoritative]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The whole text as it stood once (UTC), and why it was corrected then.

    `number`: 0 of what lay before the gathering when amendments were opened, 1 of what was adopted, then of each correction.
    """

    number: int
    at: datetime
    paragraphs: list[Paragraph]
    reason: str = ""


def written(paragraph: Paragraph, text: Text, authoritative: str, holds: Collection[str] = ()) -> Paragraph:
    """The paragraph, as it says this. A language that is neither written anew nor among those that hold is outdated once the
    authoritative wording is another. Raises Invalid where that has no words.
    """
    said = {tag: words for tag, words in (paragraph.text | text).items() if words.strip()}
    if authoritative not in said:
        raise Invalid.at(f"A paragraph has words in the authoritative language ({authoritative}).", "text")
    source, anew = said[authoritative], {tag for tag in said if said[tag] != paragraph.text.get(tag)}
    sources = {
        tag: source if tag in anew or tag in holds else paragraph.sources.get(tag, source)
        for tag in said
        if tag != authoritative
    }
    return Paragraph(id=paragraph.id, part=paragraph.part, text=said, sources=sources)


def put(paragraphs: Sequence[Paragraph], one: Paragraph, behind: UUID | None = None) -> list[Paragraph]:
    """With one more: behind that one, if it is of the same part, else as the first of its part. Raises Conflict ("full")."""
    if len(paragraphs) >= MOST:
        raise Conflict(f"A final statement has at most {MOST} paragraphs.", code="full")
    row = part_of(paragraphs, one.part)
    place = next((n for n, each in enumerate(row, 1) if each.id == behind), 0)
    return in_order({one.part: [*row[:place], one, *row[place:]]}, paragraphs)


def must_be_few(paragraphs: Sequence[Paragraph], now: Paragraph) -> None:
    """Raises Conflict ("full") where it brings a language more than a final statement has."""
    there = {tag for each in paragraphs for tag in each.text}
    if now.text.keys() - there and len(there | now.text.keys()) > MOST_LANGUAGES:
        raise Conflict(f"A final statement has at most {MOST_LANGUAGES} languages.", code="full")


def part_of(paragraphs: Sequence[Paragraph], part: Part) -> list[Paragraph]:
    """Those of the preamble, or the operative ones, in their order."""
    return [each for each in paragraphs if each.part == part]


def in_order(rows: dict[Part, list[Paragraph]], paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """All of them, with these rows in place of those that there are."""
    return [each for part in PARTS for each in rows.get(part, part_of(paragraphs, part))]
