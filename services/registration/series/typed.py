"""A series as it is typed into its form, and back. What is wrong is noted at its field."""

from typing import Any, get_args

from pydantic import ValidationError

from services.registration.series.forms import SeriesForm
from shared.contracts.gatherings import GatheringKind
from shared.contracts.people import Calendar
from shared.contracts.series import Counting, SeriesFacts
from shared.errors import Refused
from shared.locale import LANGUAGES, digits
from shared.web.typed import Typed

KINDS: tuple[str, ...] = get_args(GatheringKind)
CALENDARS: tuple[str, ...] = get_args(Calendar)
COUNTING: tuple[str, ...] = get_args(Counting)
PARTIES = ("issuer", "body", "secretariat")
"""Those whom a mandate names: on record, or by name."""
TEXTS = ("title", "instrument", *(f"{each}_name" for each in PARTIES))
LINES = ("gathering_kind", "calendar", "interval", "counts_from", "recurs_on", "instrument_date", *PARTIES)
FIELDS = (*(f"{name}_{tag}" for name in TEXTS for tag in LANGUAGES), *LINES)

ABOUT = {
    "interval": "wrong_interval",
    "recurs_on": "wrong_recurs",
    "instrument_date": "wrong_period",
    "secretariat": "wrong_same",
    "calendar": "wrong_fixed",
    **{f"{name}_{tag}": "wrong_both" for name in TEXTS[2:] for tag in LANGUAGES},
}
"""Field that a rule refuses -> what to do about it."""

EMPTY = {"gathering_kind": KINDS[0], "counts_from": COUNTING[0], "interval": "1"}


def typed_of(facts: SeriesFacts) -> dict[str, str]:
    """A series as it would be typed."""
    texts = {f"{name}_{tag}": getattr(facts, name).get(tag, "") for name in TEXTS for tag in LANGUAGES}
    return texts | {name: "" if (value := getattr(facts, name)) is None else str(value) for name in LINES}


def told(form: Typed, there: SeriesFacts | None = None) -> SeriesFacts | None:
    """What was typed; None, with `form.errors`, where something is wrong. What is there in other languages stays."""
    facts: dict[str, Any] = {name: _words(form, name, getattr(there, name) if there else {}) for name in TEXTS}
    facts |= {name: form[name] or None for name in PARTIES}
    facts |= {name: digits(form[name], "latin").replace("/", "-") for name in ("recurs_on", "instrument_date")}
    facts["interval"] = form.number("interval")
    facts["gathering_kind"] = form.one_of("gathering_kind", KINDS)
    facts["counts_from"] = form.one_of("counts_from", COUNTING)
    facts["calendar"] = there.calendar if there else form.one_of("calendar", CALENDARS)
    if not facts["title"]:
        form.errors[f"title_{LANGUAGES[0]}"] = "wrong_no_language"
    if not form.errors:
        try:
            return SeriesForm.model_validate(facts).facts
        except ValidationError as error:
            for each in error.errors():
                first, *rest = map(str, each["loc"])
                name = f"{first}_{(rest or LANGUAGES)[0]}" if first in TEXTS else first
                form.errors.setdefault(name, "wrong_choice" if first in PARTIES else ABOUT.get(name, "wrong_long"))
    return None


def note(form: Typed, refused: Refused) -> None:
    """At which field a rule refuses it. Raises what is about none."""
    if refused.slug == "calendar-fixed":
        form.errors["calendar"] = "wrong_fixed"
        return
    for each in refused.errors:
        first = each["field"].partition(".")[0]
        name = f"{first}_{LANGUAGES[0]}" if first in TEXTS else first
        known = "wrong_choice" if first in {"issuer", "body"} else ABOUT.get(name)
        if not known:
            raise refused
        form.errors[name] = known
    if not refused.errors:
        raise refused


def _words(form: Typed, name: str, there: dict[str, str]) -> dict[str, str]:
    said = {tag: form[f"{name}_{tag}"] for tag in LANGUAGES}
    others = {tag: text for tag, text in there.items() if tag not in LANGUAGES}
    return {tag: text for tag, text in said.items() if text} | others
