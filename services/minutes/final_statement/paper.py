"""The final statement on paper: what `statement.typ` shows, every word of it in the reader's language."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from services.minutes.final_statement import shown
from services.minutes.final_statement.model import FinalStatement
from services.minutes.mirrors.model import Gathering
from services.minutes.record.reader import Reader
from shared.locale import DEFAULTS, Texts, digits, direction
from shared.paper import printed

TEMPLATE: Final = Path(__file__).with_name("statement.typ")


def paper(filled: dict[str, Any]) -> bytes:
    """The text as PDF, of what `drawn` gives. See `printed` for what it raises."""
    return printed(TEMPLATE, filled)


def drawn(it: FinalStatement, gathering: Gathering, address: str, language: str) -> dict[str, Any]:
    """What is written of it in this language, else in the one that counts; `address` is where it is on the web."""
    t = Texts(language, DEFAULTS[language].digits, "services.minutes.final_statement", "shared.web")
    return content(it, gathering, t, address, language)


def content(it: FinalStatement, gathering: Gathering, t: Texts, address: str, language: str) -> dict[str, Any]:
    """What the template needs."""
    reader, style = Reader.of(language, gathering.time_zone), DEFAULTS[language].digits
    title = reader.words(gathering.title).text or t["untitled"]
    read_in = language if language in shown.tongues(it, language) else it.authoritative
    counts = (
        t["this_counts"] if read_in == it.authoritative else t("counting_is", language=shown.name_of(it.authoritative))
    )
    rows = shown.rows(it, read_in)
    return {
        "language": language,
        "direction": direction(language),
        "digits": style,
        "site": t["site"],
        "title": f"{t['final_statement']}: {title}",
        "foot": title,
        "page": t("page_of", page="@", pages="#"),
        "heading": t["final_statement"],
        "under": reader.words(gathering.title)._replace(text=title)._asdict(),
        "notes": list(_notes(it, t, reader)),
        "counts": counts,
        "parts": [
            {
                "title": t[f"part_{part}"],
                "paragraphs": [
                    {
                        "number": digits(f"{row.number}.", style) if row.number else "",
                        "words": _words(row, read_in),
                    }
                    for row in rows
                    if row.part == part
                ],
            }
            for part in ("preamble", "operative")
        ],
        "address": {"label": t["address"], "value": address},
    }


def _notes(it: FinalStatement, t: Texts, reader: Reader) -> Iterator[str]:
    if it.adopted_at is None:
        yield t["mark_draft"]
    else:
        at = reader.moment(it.adopted_at)
        yield f"{t['adopted_on']} {at.text} {at.zone}".rstrip()
    for each in it.published[1:]:
        at = reader.moment(each.at)
        yield f"{t['corrected_on']} {at.text} {at.zone}: \u2068{each.reason}\u2069"


def _words(row: shown.Row, language: str) -> dict[str, str]:
    """In this language; where a paragraph is not there yet, in the one that counts."""
    said = next((each for each in row.said if each.language == language and each.text), row.said[0])
    return {"language": said.language, "direction": said.direction, "text": said.text}
