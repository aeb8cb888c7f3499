"""The report on paper: what `report.typ` shows, every word of it in the reader's language."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from services.minutes.record.reader import Words
from services.minutes.reports.queries import Told
from services.minutes.reports.shown import shown
from shared.locale import DEFAULTS, Texts, direction
from shared.paper import printed

TEMPLATE: Final = Path(__file__).with_name("report.typ")
QUOTED: Final = {"ltr": "“{}”", "rtl": "«{}»"}
"""The marks round a quotation, by the direction of its language."""


def paper(filled: dict[str, Any]) -> bytes:
    """The report as PDF, of what `drawn` gives. See `printed` for what it raises."""
    return printed(TEMPLATE, filled)


def drawn(told: Told, address: str, language: str) -> dict[str, Any]:
    """What is written of it in this language, or the next best in which it is told; `address` is where it is on the web."""
    t = Texts(language, DEFAULTS[language].digits, "services.minutes.reports", "shared.web")
    return content(shown(told, language), t, address, language)


def content(page: dict[str, Any], t: Texts, address: str, language: str) -> dict[str, Any]:
    """What the template needs of what the page shows."""
    telling, tongue = page["telling"], (page["tongue"], page["way"])
    headline = telling.headline or t["untitled"]
    return {
        "language": language,
        "direction": direction(language),
        "digits": DEFAULTS[language].digits,
        "site": t["site"],
        "title": f"{t['report']}: {headline}",
        "foot": page["title"].text or t["report"],
        "page": t("page_of", page="@", pages="#"),
        "headline": Words(*tongue, headline)._asdict(),
        "under": [t["report"], *([page["published_on"].text] if page["published_on"] else ())],
        "state": _state(page, t),
        "notes": list(_notes(page, t)),
        "lead": Words(*tongue, telling.lead)._asdict(),
        "quoted": _quoted(page, t, tongue),
        "paragraphs": [Words(*tongue, each)._asdict() for each in page["paragraphs"]],
        "lists": list(_lists(page, t)),
        "about": t["about"],
        "facts": list(_facts(page, t, tongue)),
        "address": {"label": t["address"], "value": address},
    }


def _state(page: dict[str, Any], t: Texts) -> dict[str, str] | None:
    """What is to be known of it in a word: that it was corrected, or is not published."""
    if not page["report"].published:
        return {"word": t["state_draft"], "kind": "warn"}
    return {"word": t["state_corrected"], "kind": "warn"} if page["corrected_on"] else None


def _notes(page: dict[str, Any], t: Texts) -> Iterator[str]:
    if not page["report"].published:
        yield t["mark_draft"]
    for each in page["corrections"]:
        yield f"{t('corrected_at', at=each['at'].text)}: \u2068{each['reason']}\u2069"


def _quoted(page: dict[str, Any], t: Texts, tongue: tuple[str, str]) -> dict[str, Any] | None:
    """The words, and on a line who said them, and for whom."""
    if not (it := page["quoted"]):
        return None
    who = [f"\u2068{each.text}\u2069" for each in (it["who"], it["of"]) if each] or [t["participant"]]
    translated = [t["translated"]] if it["translated"] else []
    said = Words(*tongue, QUOTED[tongue[1]].format(it["words"]))
    return {"words": said._asdict(), "who": " · ".join((*who, *translated))}


def _lists(page: dict[str, Any], t: Texts) -> Iterator[dict[str, Any]]:
    """What the published record adds, and what appeared."""
    appeared = [Words("", "auto", f"\u2068{each['it'].outlet}\u2069: {each['it'].link}") for each in page["coverage"]]
    found = {
        "decisions": [each["texts"][0] for each in page["decisions"] if each["texts"]],
        "present": page["present"],
        "coverage": appeared,
    }
    yield from ({"title": t[key], "words": [each._asdict() for each in words]} for key, words in found.items() if words)


def _facts(page: dict[str, Any], t: Texts, tongue: tuple[str, str]) -> Iterator[dict[str, Any]]:
    if page["title"].text:
        yield {"label": t["gathering"], "value": page["title"]._asdict()}
    if page["telling"].source:
        yield {"label": t["source"], "value": Words(*tongue, page["telling"].source)._asdict()}
