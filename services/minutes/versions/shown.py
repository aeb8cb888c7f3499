"""A version as plain values for its page, paragraph by paragraph, and what differs from the one before it, word by word."""

import json
from collections.abc import Container, Iterator, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from services.minutes.mirrors.model import Person
from services.minutes.record.differences import SAME, differences
from services.minutes.record.reader import Reader, Words
from services.minutes.versions.model import Version
from shared.locale import direction


class Block(NamedTuple):
    """A paragraph: what it is, of which thing, whose words they are, and in which state."""

    about: str
    thing: str
    number: str
    who: UUID | None
    words: Words
    state: str


def attached(version: Version) -> dict[str, str]:
    """What the text of a version is called where it is kept."""
    name = f"minutes-{version.facts.gathering}-version-{version.facts.number}.json"
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def speakers(*versions: Version | None) -> list[UUID]:
    """Whose words stand there."""
    found = [each for version in versions if version for each in _content(version)["statements"]]
    return list(dict.fromkeys(UUID(each["speaker"]) for each in found if each["speaker"]))


def compared(
    version: Version, before: Version | None, reader: Reader, people: Mapping[UUID, Person]
) -> list[dict[str, Any]]:
    """Each paragraph with its `pieces`; `changed`: something in it is another than in the version before (None: in none)."""
    now = {(each.about, each.thing): each for each in blocks(version, reader)}
    then = {(each.about, each.thing): each for each in blocks(before, reader)} if before else now
    found = []
    for key in [*now, *(key for key in then if key not in now)]:
        here, there = now.get(key), then.get(key)
        block = here or there
        if block is None:
            continue
        pieces = differences(there.words.text if there else "", here.words.text if here else "")
        moved = (there.state if there else "") != (here.state if here else "")
        person = people.get(block.who) if block.who else None
        found.append(
            {
                **block._asdict(),
                "name": (person.name or "") if person else "",
                "pieces": pieces,
                "changed": moved or any(each.how != SAME for each in pieces),
                "gone": here is None,
            }
        )
    return found


def blocks(version: Version, reader: Reader) -> Iterator[Block]:
    """In the order of reading."""
    content = _content(version)
    yield Block("title", "", "", None, reader.words(content["title"]), "")
    for each in content["items"]:
        yield Block("item", each["id"], each["number"], None, reader.words(each["title"]), "")
        yield from _belongs(content, {each["id"]})
    on_items = {each["id"] for each in content["items"]}
    yield from _belongs(content, {each["item"] for each in _spoken(content)} - on_items)
    for each in content["decisions"]:
        yield Block("decision", each["id"], str(each["number"]), None, reader.words(each["text"]), each["state"])


def _spoken(content: dict[str, Any]) -> list[dict[str, Any]]:
    return [*content["statements"], *content["contributions"]]


def _belongs(content: dict[str, Any], items: Container[str | None]) -> Iterator[Block]:
    """What was said and brought forward on these items."""
    for each in content["statements"]:
        if each["item"] in items:
            who = UUID(each["speaker"]) if each["speaker"] else None
            yield Block("statement", each["id"], "", who, _said(each), each["state"])
    for each in content["contributions"]:
        if each["item"] in items:
            yield Block("contribution", each["id"], each["contribution_kind"], None, _said(each), each["state"])


def _said(each: Mapping[str, Any]) -> Words:
    return Words(each["said_in"], direction(each["said_in"]), each["words"])


def _content(version: Version) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(version.text)["content"]
    return content
