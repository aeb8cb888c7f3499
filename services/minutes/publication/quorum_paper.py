"""The quorum by agenda item on paper: a row for each moment, every word in the reader's language."""

from collections.abc import Sequence
from typing import Any

from services.minutes.record.reader import Words
from shared.locale import DEFAULTS, Texts, digits


def quorums(shown: Sequence[dict[str, Any]], t: Texts, language: str) -> list[dict[str, Any]]:
    """The item, and how the quorum stood when it was taken up and closed, and when something was put to the vote on it."""
    rows = [(_title(each, t, language), it) for each in shown for it in each["stood"]]
    return [{"label": title, "value": Words("", "auto", _stood(it, t))._asdict()} for title, it in rows]


def _title(each: dict[str, Any], t: Texts, language: str) -> str:
    """Letters of another direction do not reach their neighbours (Unicode's isolates, as <bdi> does on a page)."""
    if each["title"] is None:
        return t["quorum_on_no_item"]
    number = f"{digits(each['number'], DEFAULTS[language].digits)}. " if each["number"] else ""
    return f"{number}\u2068{each['title'].text}\u2069"


def _stood(each: dict[str, Any], t: Texts) -> str:
    came = t("quorum_lacked", count=each["missing"]) if each["missing"] else t["quorum_reached"]
    what = t("decision", number=each["number"]) if each["when"] == "vote" else t[f"moment_{each['when']}"]
    return f"{what} · {each['at'].text} · {t('decision_quorum', **each['count'])} {came}."
