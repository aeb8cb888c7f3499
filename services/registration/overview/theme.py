"""The theme of a gathering as it is typed: a wording for each language of the form, and a line for each other one or region."""

from datetime import date
from typing import Any

from services.registration.gatherings.model import Gathering
from shared.locale import LANGUAGES, digits
from shared.web.typed import Typed

BY_LANGUAGE = ("theme", "theme_announced_by")
FIELDS = (
    *(f"theme_{tag}" for tag in LANGUAGES),
    "theme_more",
    "theme_authoritative",
    *(f"theme_announced_by_{tag}" for tag in LANGUAGES),
    "theme_announced_on",
)
"""From the top of the form to its foot."""


def typed_of(there: Gathering) -> dict[str, str]:
    """As it would be typed."""
    facts = there.facts
    return {
        **{f"theme_{tag}": facts.theme.get(tag, "") for tag in LANGUAGES},
        "theme_more": "\n".join(f"{tag}: {text}" for tag, text in facts.theme.items() if tag not in LANGUAGES),
        "theme_authoritative": facts.theme_authoritative,
        **{f"theme_announced_by_{tag}": facts.theme_announced_by.get(tag, "") for tag in LANGUAGES},
        "theme_announced_on": facts.theme_announced_on.isoformat() if facts.theme_announced_on else "",
    }


def told(form: Typed, there: Gathering | None) -> dict[str, Any]:
    """By the names of the command; what cannot be read is noted. Who announced it in another language stays."""
    others = there.facts.theme_announced_by if there else {}
    return {
        "theme": {**_by_language(form, "theme"), **_more(form)},
        "theme_authoritative": form["theme_authoritative"],
        "theme_announced_by": {
            **_by_language(form, "theme_announced_by"),
            **{tag: text for tag, text in others.items() if tag not in LANGUAGES},
        },
        "theme_announced_on": _day(form),
    }


def _by_language(form: Typed, name: str) -> dict[str, str]:
    return {tag: text for tag in LANGUAGES if (text := form[f"{name}_{tag}"])}


def _more(form: Typed) -> dict[str, str]:
    """`fa-AF: …`, a line each."""
    lines = [line.partition(":") for line in form["theme_more"].splitlines() if line.strip()]
    if any(not tag.strip() or not text.strip() or tag.strip() in LANGUAGES for tag, _, text in lines):
        form.errors["theme_more"] = "wrong_theme_more"
    return {tag.strip(): text.strip() for tag, _, text in lines}


def _day(form: Typed) -> date | None:
    written = digits(form["theme_announced_on"], "latin").replace("/", "-")
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        form.errors["theme_announced_on"] = "wrong_day"
        return None
