"""A feed as Atom (RFC 4287): for readers who would rather be told than look."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, NamedTuple
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from services.minutes.exports.xml import writable

ATOM: Final = "http://www.w3.org/2005/Atom"
MEDIA: Final = "application/atom+xml; charset=utf-8"


class Entry(NamedTuple):
    """Something became so: its id (the same whenever it is asked for), what is said of it, when, the page, and a word more."""

    id: UUID
    title: str
    at: datetime
    page: str
    summary: str


class About(NamedTuple):
    """What the feed is: its title, who writes, where it is (`here`) and the page that it belongs to (`home`), in no language."""

    title: str
    author: str
    here: str
    home: str


def atom(about: About, language: str, entries: Sequence[Entry]) -> bytes:
    """The feed in one language, the newest entry first. Its ids stay what they are for ever: each language has its own, since its
    words are others."""
    here = f"{about.here}?lang={language}"
    root = Element("feed", {"xmlns": ATOM, "xml:lang": language})
    _say(root, "id", uuid5(NAMESPACE_URL, here).urn)
    _say(root, "title", about.title)
    _say(root, "updated", entries[0].at.isoformat() if entries else "1970-01-01T00:00:00+00:00")
    _say(SubElement(root, "author"), "name", about.author)
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": here})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": f"{about.home}?lang={language}"})
    for each in entries:
        _entry(SubElement(root, "entry"), each, language)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _entry(entry: Element, it: Entry, language: str) -> None:
    _say(entry, "id", it.id.urn)
    _say(entry, "title", it.title)
    _say(entry, "updated", it.at.isoformat())
    _say(entry, "published", it.at.isoformat())
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "hreflang": language, "href": it.page})
    _say(entry, "summary", it.summary)


def _say(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = writable(text)
