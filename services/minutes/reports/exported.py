"""A report as a file: what the page tells, block by block."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from services.minutes.exports import markdown, web, word
from services.minutes.exports.sheet import Block, Fact, Heading, Items, Line, Note, Said, Sheet
from services.minutes.record.reader import Words
from services.minutes.reports.queries import Told
from services.minutes.reports.shown import shown
from shared.locale import DEFAULTS, Texts, direction


class Format(NamedTuple):
    """What a file is, and who writes it."""

    media: str
    written: Callable[[Sheet], bytes]


FORMATS: Final[Mapping[str, Format]] = {
    "docx": Format(word.MEDIA, word.word),
    "md": Format(markdown.MEDIA, markdown.markdown),
    "html": Format(web.MEDIA, web.web),
}
"""By the ending of the address."""


def sheet(told: Told, address: str, language: str) -> Sheet:
    """The report in this language, or the next best in which it is told."""
    t = Texts(language, DEFAULTS[language].digits, "services.minutes.reports", "shared.web")
    page = shown(told, language)
    title = Words(page["tongue"], page["way"], page["telling"].headline)
    under = page["published_on"].text if page["published_on"] else t["draft"]
    return Sheet(language, direction(language), t["site"], title, under, list(_blocks(page, address, language, t)))


def _blocks(page: dict[str, Any], address: str, language: str, t: Texts) -> Iterator[Block]:
    telling, tongue = page["telling"], (page["tongue"], page["way"])
    for each in page["corrections"]:
        yield Note(f"{t('corrected_at', at=each['at'].text)}: \u2068{each['reason']}\u2069")
    yield Said(Words(*tongue, telling.lead))
    if it := page["quoted"]:
        yield Said(Words(*tongue, f"“{it['words']}”"), within=True)
        who = [each.text for each in (it["who"], it["of"]) if each]
        yield Line(" · ".join(f"\u2068{each}\u2069" for each in who) or t["participant"], within=True)
    yield from (Said(Words(*tongue, each)) for each in page["paragraphs"])
    yield from _record(page, language, t)
    if page["coverage"]:
        yield Heading(_own(t["coverage"], language), 2)
        yield Items([Words("", "auto", f"{each['it'].outlet}: {each['it'].link}") for each in page["coverage"]])
    yield Heading(_own(t["about"], language), 2)
    if telling.source:
        yield Fact(t["source"], Words(*tongue, telling.source))
    yield Fact(t["address"], Words("", "ltr", address))


def _record(page: dict[str, Any], language: str, t: Texts) -> Iterator[Block]:
    """What the published record adds."""
    if page["decisions"]:
        yield Heading(_own(t["decisions"], language), 2)
        yield Items([each["texts"][0] for each in page["decisions"] if each["texts"]])
    if page["present"]:
        yield Heading(_own(t["present"], language), 2)
        yield Items(page["present"])


def _own(text: str, language: str) -> Words:
    return Words(language, direction(language), text)
