"""An edition as it is typed into its forms. What is wrong is noted at its field."""

from typing import Any

from pydantic import ValidationError

from services.registration.editions.model import Edition
from shared.errors import Refused
from shared.http import Form
from shared.locale import LANGUAGES, digits
from shared.web.typed import Typed

TEXTS = ("objectives", "reason", "decided_by", "says", "stated_by", "proposed_by")
TIMES = ("due", "planned_for", "held_in", "decided_on", "stated_on", "proposed_on")
CHOSEN = ("body", "requirement", "proposal", "mode", "answer", "calendar")
"""What is chosen of a list; nothing for none."""
ABOUT = {
    "number": "wrong_edition",
    **dict.fromkeys(TIMES, "wrong_period"),
    **dict.fromkeys(CHOSEN, "wrong_choice"),
    **{f"{name}_{tag}": "wrong_long" for name in TEXTS for tag in LANGUAGES},
}
"""Field that a rule refuses -> what to do about it."""


def fields(step: str, *names: str) -> list[str]:
    """The fields of the form of a step; each form of a page has its own."""
    return [
        f"{step}_{name}"
        for each in names
        for name in ([f"{each}_{tag}" for tag in LANGUAGES] if each in TEXTS else [each])
    ]


def typed_of(there: Edition) -> dict[str, str]:
    """An edition as it would be typed into the form that changes it."""
    objectives = {f"objectives_{tag}": there.facts.objectives.get(tag, "") for tag in LANGUAGES}
    return {"due": there.facts.due} | objectives


def told(
    form: Typed, kind: type[Form], *names: str, step: str = "", there: dict[str, str] | None = None
) -> dict[str, Any]:
    """What was typed, as the API would be told it; empty, with `form.errors`, where something is wrong."""
    before = f"{step}_" if step else ""
    facts: dict[str, Any] = {}
    for name in names:
        if name in TEXTS:
            said = {tag: form[f"{before}{name}_{tag}"] for tag in LANGUAGES}
            others = {tag: text for tag, text in (there or {}).items() if tag not in LANGUAGES}
            facts[name] = {tag: text for tag, text in said.items() if text} | others
        elif name == "number":
            facts[name] = form.number(name)
        elif name in CHOSEN:
            facts[name] = form[f"{before}{name}"] or None
        else:
            facts[name] = digits(form[f"{before}{name}"], "latin").replace("/", "-")
    if form.errors:
        return {}
    try:
        return kind.model_validate(facts).model_dump()
    except ValidationError as error:
        for each in error.errors():
            first, *rest = map(str, each["loc"])
            name = f"{first}_{(rest or LANGUAGES)[0]}" if first in TEXTS else first
            missing = each["type"] == "too_short"
            form.errors.setdefault(before + name, "say_this" if missing else ABOUT[name])
        return {}


def note(form: Typed, refused: Refused, step: str = "") -> None:
    """At which field a rule refuses it. Raises what is about none."""
    before = f"{step}_" if step else ""
    if refused.slug == "exists":
        form.errors["number"] = "wrong_taken"
        return
    for each in refused.errors:
        name = each["field"]
        at, about = (f"{name}_{LANGUAGES[0]}", "say_this") if name in TEXTS else (name, ABOUT[name])
        form.errors[before + at] = about
    if not refused.errors:
        raise refused
