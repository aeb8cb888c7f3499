"""What of minutes is taken along: all that the page shows, a summary, or the decisions alone."""

from enum import StrEnum
from typing import Any

from services.minutes.record.reader import Words
from shared.locale import Texts


class Part(StrEnum):
    """`full`: all of the record. `summary`: without what was said, who came by number, decisions as they are now.

    `decisions`: they alone, with what was corrected.
    """

    FULL = "full"
    SUMMARY = "summary"
    DECISIONS = "decisions"


def narrowed(content: dict[str, Any], part: Part, t: Texts) -> dict[str, Any]:
    """What stands on the paper (`paper.content`), narrowed to this part; `sections` says which there are."""
    if part is Part.FULL:
        return {**content, "sections": ["agenda", "decisions", "quorum", "present", "about"]}
    under = [*content["under"], t[f"part_{part}"]]
    if part is Part.DECISIONS:
        return {**content, "under": under, "sections": ["decisions", "about"]}
    return {
        **content,
        "under": under,
        "sections": ["agenda", "decisions", "quorum", "present", "about"],
        "agenda": [_resolved(each) for each in content["agenda"]],
        "decisions": [_as_it_stands(each) for each in content["decisions"]],
        "delegations": [{**each, "names": [_counted(each, t)]} for each in content["delegations"]],
        "away": [],
    }


def _resolved(item: dict[str, Any]) -> dict[str, Any]:
    """An item of the agenda with what was put before it, when it was dealt with, and what was decided on it."""
    return {**item, "lines": [line for line in item["lines"] if line["of"] != "speech"]}


def _as_it_stands(decision: dict[str, Any]) -> dict[str, Any]:
    """In one language, with reservations and that it was withdrawn, and why; without what it said before."""
    notes = [each for each in decision["notes"] if each["of"] != "earlier"]
    return {**decision, "texts": decision["texts"][:1], "notes": notes}


def _counted(delegation: dict[str, Any], t: Texts) -> dict[str, str]:
    """How many came, in place of their names."""
    return Words("", "auto", t("people", count=len(delegation["names"])))._asdict()
