"""An office as it is typed into its forms. What is wrong is noted at its field."""

from dataclasses import replace

from services.registration.offices.model import Office
from shared.contracts.offices import OfficeFacts, Term
from shared.contracts.people import Calendar
from shared.errors import Refused
from shared.locale import LANGUAGES, digits
from shared.web.typed import Typed

TITLES = tuple(f"title_{tag}" for tag in LANGUAGES)
CALENDARS: tuple[Calendar, ...] = ("gregorian", "solar_hijri", "islamic")
LONGEST = 200


def typed_of(there: Office) -> dict[str, str]:
    """An office as it would be typed into the form that changes it."""
    titles = {f"title_{tag}": there.facts.title.get(tag, "") for tag in LANGUAGES}
    times = {
        f"{name}_{n}": getattr(term, name) for n, term in enumerate(there.facts.terms) for name in ("since", "until")
    }
    return titles | {"calendar": there.facts.calendar} | times


def time(form: Typed, name: str) -> str:
    """A year, a month or a day, in whatever digits and with whatever strokes between."""
    return digits(form[name], "latin").replace("/", "-")


def title(form: Typed, there: dict[str, str]) -> dict[str, str]:
    """In each language that something was typed in; an error where it is none."""
    said = {tag: form[f"title_{tag}"] for tag in LANGUAGES}
    for tag, text in said.items():
        if len(text) > LONGEST:
            form.errors[f"title_{tag}"] = "wrong_long"
    if not any(said.values()):
        form.errors[TITLES[0]] = "say_this"
    others = {tag: text for tag, text in there.items() if tag not in LANGUAGES}
    return {tag: text for tag, text in said.items() if text} | others


def amended(form: Typed, there: OfficeFacts) -> OfficeFacts | None:
    """What the form says of an office that is there; None, with `form.errors`, where something is wrong."""
    calendar = form.one_of("calendar", CALENDARS)
    facts = {"title": title(form, there.title), "calendar": calendar, "terms": _terms(form, there)}
    return None if form.errors else OfficeFacts.model_validate(there.model_dump() | facts)


def note(form: Typed, refused: Refused, step: str = "") -> None:
    """At which field a rule refuses it. Raises what is about none."""
    if not refused.errors:
        raise refused
    for each in refused.errors:
        _, *rest = each["field"].split(".")
        name = f"{rest[1]}_{rest[0]}" if len(rest) == 2 else f"{step}_{each['field']}"
        form.errors[name] = "wrong_time"


def _terms(form: Typed, there: OfficeFacts) -> list[Term]:
    """Those that are not struck out, with their times as typed."""
    return [
        replace(term, since=time(form, f"since_{n}"), until=time(form, f"until_{n}"))
        for n, term in enumerate(there.terms)
        if not form[f"remove_{n}"]
    ]
