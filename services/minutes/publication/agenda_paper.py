"""The agenda on paper, with what belongs to each item: what `minutes.typ` shows of it, every word in the reader's language."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from services.minutes.record.reader import Words
from shared.locale import DEFAULTS, Texts, digits

_KINDS: Final = {"taken_up": "good", "made_action": "good", "declined": "bad", "open": "warn"}


def agenda(told: dict[str, Any], language: str) -> list[dict[str, Any]]:
    """Each item with its lines; nothing where there was no agenda and nothing was said."""
    style = DEFAULTS[language].digits
    t = Texts(language, style, "services.minutes.proceedings", "shared.web")
    numbers = [f"{digits(each['number'], style)}." if each["number"] else "" for each in told["groups"]]
    return [_item(each, number, t) for each, number in zip(told["groups"], numbers, strict=True)]


def _item(each: dict[str, Any], number: str, t: Texts) -> dict[str, Any]:
    return {
        "number": number,
        "title": (each["title"] or Words("", "auto", t["without_item"]))._asdict(),
        "sub": each["sub"],
        "marks": [t[key] for key, so in (("late", each["late"]), ("taken_off", each["gone"])) if so],
        "lines": [
            *(_document(put) for put in each["documents"]),
            *(_line("", "", Words("", "auto", _times(it, t)), of="course") for it in each["taken"]),
            *(line for said in each["statements"] for line in _statement(said, t)),
            *(line for brought in each["contributions"] for line in _contribution(brought, t)),
            *(
                _line(t("decision", number=it["number"]), t[f"decided_{it['state']}"], it["text"], of="decision")
                for it in each["decisions"]
            ),
        ],
    }


def _times(each: dict[str, Any], t: Texts) -> str:
    """From when to when it was dealt with, and how the quorum stood when it was taken up."""
    since, until, quorum = each["since"].text, each["until"], each["quorum"]
    if until is None:
        dealt = t("in_hand_since", at=since)
    elif until.text == since:
        dealt = t("dealt_with_at", at=since)
    else:
        dealt = t("dealt_with", since=since, until=until.text)
    if quorum is None:
        return dealt
    lacked = f" · {t('quorum_lacked', count=quorum['missing'])}" if quorum["missing"] else ""
    return f"{dealt} · {t('quorum_then', **quorum['count'])}{lacked}"


def _line(
    who: str, mark: str, words: Words | None, kind: str = "quiet", *, within: bool = False, of: str = "speech"
) -> dict[str, Any]:
    """Who, how, and the words; `within`: it answers what stands above. `of`: a speech, a document, a decision, or the course."""
    text = words._asdict() if words else None
    return {"who": who, "mark": mark, "kind": kind, "words": text, "within": within, "of": of}


def _document(each: dict[str, Any]) -> dict[str, Any]:
    """By its symbol, which is read from left to right everywhere, with the languages in which it is there."""
    tongues = " · ".join(f"\u2068{it['name']}\u2069" for it in each["versions"])
    return _line(f"\u2066{each['symbol']}\u2069", tongues, each["title"], of="document")


def _statement(each: dict[str, Any], t: Texts) -> Iterator[dict[str, Any]]:
    manner = t[f"manner_{each['manner']}"]
    behalf = f" · {_name(each['behalf'], t)}" if each["behalf"] else ""
    who = manner if each["account"] else f"{_name(each['speaker'], t)}{behalf}"
    if not each["stands"]:
        yield _line(who, t["withdrawn"], Words("", "auto", each["reason"]) if each["reason"] else None)
        return
    yield _line("", "", each["words"]) if each["account"] else _line(who, manner, each["words"])
    for was in each["earlier"]:
        yield _line(t("corrected_on", at=was["at"].text), "", Words("", "auto", was["reason"]), within=True)


def _contribution(each: dict[str, Any], t: Texts) -> Iterator[dict[str, Any]]:
    state = t[f"state_{each['state']}"]
    who = f"{t['kind_' + each['kind']]}: {_names(each['origin'], t)}"
    yield _line(who, state, each["words"] if each["stands"] else None, _KINDS.get(each["state"], "quiet"))
    for answer in each["answers"]:
        yield _line(_names(answer["origin"], t), "", answer["words"], within=True)
    if each["why"]:
        yield _line(state, "", Words("", "auto", each["why"]), within=True)
    if each["became"]:
        yield _line("", "", Words("", "auto", t[f"became_{each['became']}"]), within=True)


def _names(origin: Sequence[Words | None], t: Texts) -> str:
    return t["comma"].join(_name(each, t) for each in origin) if origin else t["nobody_named"]


def _name(words: Words | None, t: Texts) -> str:
    """A name, whose letters its neighbours do not see (Unicode's isolates, as <bdi> does on a page)."""
    return f"\u2068{words.text}\u2069" if words else t["participant"]
