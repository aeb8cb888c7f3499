"""The list of participants on paper: what `participants.typ` shows, every word of it in the reader's language."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.pages import facts
from services.registration.groups.queries import Told
from services.registration.participants.queries import Delegation
from shared.locale import DEFAULTS, Texts, date_time, direction

TEMPLATE: Final = Path(__file__).with_name("participants.typ")
PACKAGE: Final = "services.registration.participants"


def content(
    gathering: Gathering, delegations: Sequence[Delegation], groups: Sequence[Told], language: str, now: datetime
) -> dict[str, Any]:
    """What the template needs; `now` is said on the list, since it changes."""
    habits = DEFAULTS[language]
    t, shown = Texts(language, habits.digits, PACKAGE, "shared.web"), facts(gathering, language)
    at = date_time(now, language=language, calendar=habits.calendar, digits=habits.digits, zone=gathering.time_zone)
    return {
        "language": language,
        "direction": direction(language),
        "digits": habits.digits,
        "site": t["site"],
        "title": f"{t['participants']}: {shown['title']}",
        "foot": t("as_of", at=at),
        "page": t("page_of", page="@", pages="#"),
        "heading": t["participants"],
        "gathering": shown["title"],
        "when": " · ".join(filter(None, (shown["begins"], shown["venue"], t("count", count=_count(delegations))))),
        "about": t["who_stands_here"],
        "nobody": t["nobody_listed"],
        "delegations": [_delegation(each, t) for each in delegations],
        "unnamed": t["groups"],
        "groups": [_group(each, t) for each in groups],
    }


def category(name: str, texts: Texts) -> str:
    """As it is called; one that has no words as it is."""
    key = f"category_{name}"
    return texts[key] if key in texts else name  # noqa: SIM401  Texts is no dict


def _delegation(delegation: Delegation, t: Texts) -> dict[str, Any]:
    people = [asdict(each) | {"category": category(each.category, t)} for each in delegation.people]
    return {"organization": delegation.organization or t["for_themselves"], "people": people}


def _group(group: Told, t: Texts) -> dict[str, str]:
    people = t("people", count=group.facts.unnamed)
    return {"called": group.called, "organization": group.organization, "people": people}


def _count(delegations: Sequence[Delegation]) -> int:
    return sum(len(each.people) for each in delegations)
