"""The feed of publications and corrections, as Atom (RFC 4287): for readers who would rather be told than look."""

import re
from collections.abc import Sequence
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from services.minutes.publication.queries import Told
from services.minutes.record.reader import Reader
from services.minutes.statements.model import Statement
from shared.locale import Texts

ATOM = "http://www.w3.org/2005/Atom"
MEDIA = "application/atom+xml; charset=utf-8"

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no place for."""


def feed(told: Sequence[Told], origin: str, language: str, t: Texts) -> bytes:
    """The feed in one language. Its ids stay what they are for ever: each language has its own, since its words are others."""
    here = f"{origin}/minutes/feed?lang={language}"
    root = Element("feed", {"xmlns": ATOM, "xml:lang": language})
    _say(root, "id", uuid5(NAMESPACE_URL, here).urn)
    _say(root, "title", t["feed"])
    _say(root, "updated", told[0].at.isoformat() if told else "1970-01-01T00:00:00+00:00")
    _say(SubElement(root, "author"), "name", t["site"])
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": here})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": f"{origin}/minutes/?lang={language}"})
    for each in told:
        _entry(root, each, origin, language, t)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _entry(root: Element, told: Told, origin: str, language: str, t: Texts) -> None:
    reader, entry = Reader.of(language, told.gathering.time_zone), SubElement(root, "entry")
    title, changed = reader.words(told.gathering.title).text or t["untitled"], told.changed
    page = f"{origin}{told.minutes.path}?lang={language}"
    if changed is None:
        says, summary = t("feed_published", title=title), reader.words(told.gathering.venue).text
    elif isinstance(changed, Statement):
        says = t("feed_statement_corrected" if told.nth else "feed_statement_withdrawn", title=title)
        summary, page = told.reason, f"{page}#statement-{changed.id}"
    else:
        key = "feed_corrected" if told.nth else "feed_withdrawn"
        says, summary = t(key, title=title, number=changed.facts.number), told.reason
        page += f"#decision-{changed.facts.number}"
    _say(entry, "id", _id(told, language).urn)
    _say(entry, "title", says)
    _say(entry, "updated", told.at.isoformat())
    _say(entry, "published", told.at.isoformat())
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "hreflang": language, "href": page})
    _say(entry, "summary", summary)


def _id(told: Told, language: str) -> UUID:
    """Of the thing that is told of, and of the language: the same whenever and wherever it is asked for."""
    thing, what = (told.changed.id, f"change {told.nth}") if told.changed else (told.minutes.id, "published")
    return uuid5(thing, f"{what} {language}")


def _say(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _NO_XML.sub("", text)
