"""A final statement and its amendments as plain values for the templates, to one reader."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from services.minutes.final_statement.amending import moved
from services.minutes.final_statement.amendments import Amendment
from services.minutes.final_statement.model import FinalStatement
from services.minutes.final_statement.paragraphs import Paragraph, Version
from services.minutes.mirrors.model import Organization, Person
from services.minutes.record.differences import Piece, differ, differences
from services.minutes.record.reader import Reader
from shared.locale import LANGUAGES, direction
from shared.locale.languages import NAMES

TONES = {"draft": "warn", "under_amendment": "brand", "adopted": "good"}
BECAME = {"proposed": "warn", "accepted": "good", "rejected": "bad", "merged": "quiet"}


class Said(NamedTuple):
    """Words in one language. `counts`: it is the authoritative one; `outdated`: they do not say yet what that says."""

    language: str
    direction: str
    text: str
    name: str
    counts: bool
    outdated: bool


class Row(NamedTuple):
    """A paragraph; `number` of an operative one, 0 in the preamble. `above`, `below`, `behind`: between which it can be put."""

    id: UUID
    part: str
    number: int
    said: list[Said]
    above: UUID | None
    below: UUID | None
    behind: UUID | None


class Changed(NamedTuple):
    """What differs in one language of a paragraph. `number`: 0 in the preamble."""

    number: int
    language: str
    direction: str
    pieces: Sequence[Piece]


def name_of(tag: str) -> str:
    """How its readers call a language, where that is known here."""
    return NAMES.get(tag, tag)


def tongues(it: FinalStatement, language: str) -> list[str]:
    """Every language of the text: the authoritative one, then the reader's, then the others."""
    found = dict.fromkeys(
        (it.authoritative, language, *LANGUAGES, *(tag for each in it.paragraphs for tag in each.text))
    )
    there = {tag for each in it.paragraphs for tag in each.text}
    return [tag for tag in found if tag in there]


def said(paragraph: Paragraph, tag: str, authoritative: str) -> Said:
    """What it says in one language; nothing where it is not there yet."""
    text, late = paragraph.text.get(tag, ""), tag in paragraph.outdated(authoritative)
    return Said(tag, direction(tag), text, name_of(tag), tag == authoritative, late)


def rows(it: FinalStatement, language: str, paragraphs: Sequence[Paragraph] | None = None) -> list[Row]:
    """The text, each paragraph in each language that the text has."""
    paragraphs, tags, found = it.paragraphs if paragraphs is None else paragraphs, tongues(it, language), []
    for part in ("preamble", "operative"):
        row = [each for each in paragraphs if each.part == part]
        ids = [each.id for each in row]
        for n, each in enumerate(row):
            words = [said(each, tag, it.authoritative) for tag in tags]
            above, below, behind = (ids[at] if 0 <= at < len(ids) else None for at in (n - 1, n + 1, n + 2))
            found.append(Row(each.id, part, n + 1 if part == "operative" else 0, words, above, below, behind))
    return found


def amendments(
    it: FinalStatement, language: str, reader: Reader, people: Mapping[UUID, Person], homes: Mapping[UUID, Organization]
) -> list[dict[str, Any]]:
    """Each with what it changes, word by word, and who proposed it."""
    numbers = {each.id: each.number for each in rows(it, language)}
    called = {each.id: each.number for each in it.amendments}
    return [
        {
            "id": each.id,
            "number": each.number,
            "kind": each.amendment_kind,
            "part": each.part,
            "at": numbers.get(each.paragraph) if each.paragraph else None,
            "paragraph": each.paragraph,
            "state": each.state.value,
            "tone": BECAME[each.state.value],
            "open": each.open,
            "by": _who(each, reader, people, homes),
            "day": reader.day(each.proposed_at),
            "reason": each.reason,
            "into": called.get(each.into) if each.into else None,
            "over": each.over,
            "language": it.authoritative,
            "direction": direction(it.authoritative),
            **wordings(it, each),
        }
        for each in it.amendments
    ]


def wordings(it: FinalStatement, one: Amendment) -> dict[str, Any]:
    """What it changes, word by word; while it is to be decided and its paragraph moved, also what came meanwhile."""
    proposed, there = one.text.get(it.authoritative, ""), it.paragraph(one.paragraph)
    now = it.wording(there)
    if one.amendment_kind == "insert":
        pieces = differences("", one.became or proposed)
    elif one.state.value == "accepted":
        pieces = differences(one.was, one.became)
    else:
        pieces = differences(one.against, proposed)
    late = one.open and moved(it, one)
    return {
        "pieces": pieces,
        "moved": late,
        "gone": bool(one.paragraph) and there is None,
        "meanwhile": differences(one.against, now) if late else (),
        "anew": differences(now, proposed) if late else (),
        "others": [(tag, direction(tag), words) for tag, words in one.text.items() if tag != it.authoritative],
    }


def versions(it: FinalStatement, reader: Reader, kept: Sequence[Version]) -> list[dict[str, Any]]:
    """Each of these with what differs from the one before, the newest first."""
    found = []
    for before, each in zip((None, *kept), kept, strict=False):
        changes = list(changed(before.paragraphs, each.paragraphs, tongues(it, reader.language))) if before else []
        found.append({"number": each.number, "at": reader.moment(each.at), "reason": each.reason, "changes": changes})
    return found[::-1]


def changed(before: Sequence[Paragraph], after: Sequence[Paragraph], tags: Sequence[str]) -> Iterable[Changed]:
    """What differs between two texts, paragraph by paragraph and language by language."""
    old, new = {each.id: each for each in before}, {each.id: each for each in after}
    numbers = _numbers(before) | _numbers(after)
    for id in dict.fromkeys((*old, *new)):
        for tag in tags:
            was, now = (one[id].text.get(tag, "") if id in one else "" for one in (old, new))
            if differ(was, now):
                yield Changed(numbers[id], tag, direction(tag), differences(was, now))


def _numbers(paragraphs: Sequence[Paragraph]) -> dict[UUID, int]:
    operative = [each.id for each in paragraphs if each.part == "operative"]
    return {each.id: operative.index(each.id) + 1 if each.part == "operative" else 0 for each in paragraphs}


def _who(
    one: Amendment, reader: Reader, people: Mapping[UUID, Person], homes: Mapping[UUID, Organization]
) -> list[str]:
    """Whose proposal it is, as far as they are on record."""
    person = people.get(one.person) if one.person else None
    home = homes.get(one.organization) if one.organization else None
    names = (person.name if person else None, reader.words(home.name).text if home else None)
    return [name for name in names if name]
