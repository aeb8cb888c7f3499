"""A session as it is typed into its form, and back."""

from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from services.registration.gatherings.model import Gathering
from services.registration.programme.forms import PartForm
from services.registration.programme.model import Part
from shared.errors import Refused
from shared.locale import LANGUAGES
from shared.web.typed import Typed

FIELDS = (*(f"title_{tag}" for tag in LANGUAGES), "starts_at", "ends_at", *(f"room_{tag}" for tag in LANGUAGES))
WRONG = {"starts_at": "wrong_outside", "ends_at": "wrong_end"}
"""Field that a rule refuses -> what to do about it."""


def empty(of: Gathering) -> dict[str, str]:
    """The form of a new session: it begins with its gathering."""
    return dict.fromkeys(FIELDS, "") | {
        "starts_at": f"{of.starts_at.astimezone(ZoneInfo(of.time_zone)):%Y-%m-%dT%H:%M}"
    }


def typed_of(part: Part, of: Gathering) -> dict[str, str]:
    """As it would be typed."""
    facts, zone = part.facts, ZoneInfo(of.time_zone)
    return {
        **{f"title_{tag}": facts.title.get(tag, "") for tag in LANGUAGES},
        "starts_at": f"{facts.starts_at.astimezone(zone):%Y-%m-%dT%H:%M}",
        "ends_at": f"{facts.ends_at.astimezone(zone):%Y-%m-%dT%H:%M}",
        **{f"room_{tag}": facts.room.get(tag, "") for tag in LANGUAGES},
    }


def told(form: Typed, of: Gathering, there: Part | None = None) -> dict[str, Any]:
    """What the form says, by the names of the API. Empty, with `form.errors`, where something is wrong.

    What is there in a language that the form has no field for stays.
    """
    facts: dict[str, Any] = {name: form.moment(name, of.time_zone) for name in ("starts_at", "ends_at")}
    for name in ("title", "room"):
        kept = getattr(there.facts, name) if there else {}
        said = {tag: text for tag in LANGUAGES if (text := form[f"{name}_{tag}"])}
        facts[name] = said | {tag: text for tag, text in kept.items() if tag not in LANGUAGES}
    if not facts["title"]:
        form.errors[f"title_{LANGUAGES[0]}"] = "wrong_no_language"
    if form.errors:
        return {}
    try:
        return PartForm.model_validate(facts).model_dump()
    except ValidationError as error:
        for each in error.errors():
            first, *rest = map(str, each["loc"])
            form.errors.setdefault(
                f"{first}_{rest[0]}" if first in {"title", "room"} and rest else first, "wrong_other"
            )
        return {}


def note(form: Typed, refused: Refused) -> None:
    """At which field a rule refuses it. Raises what is about none."""
    for each in refused.errors:
        form.errors[each["field"]] = WRONG[each["field"]]
    if not refused.errors:
        raise refused
