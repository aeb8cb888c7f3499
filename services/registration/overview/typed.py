"""A gathering as it is typed into its form, and back. What is wrong is noted at its field."""

from datetime import datetime
from typing import Any, get_args
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from services.registration.gatherings.admission import BY_NAME, OTHERWISE
from services.registration.gatherings.checks import SEATS
from services.registration.gatherings.forms import GatheringForm
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import GatheringState
from services.registration.overview import places, theme
from services.registration.overview.preparing import prepares
from services.registration.people.zones import must_be_zone
from shared.contracts.gatherings import Admission, GatheringKind, Mode
from shared.errors import Invalid, Refused
from shared.locale import LANGUAGES, digits
from shared.web.typed import Typed

KINDS: tuple[str, ...] = get_args(GatheringKind)
MODES: tuple[str, ...] = get_args(Mode)
RULES: tuple[str, ...] = get_args(Admission)
BY_LANGUAGE = ("title", "venue", "venue_address", *theme.BY_LANGUAGE)
AT_FIRST = {"title": f"title_{LANGUAGES[0]}", "capacity": f"seats_{next(iter(BY_NAME))}"}
"""What has a field for each language or category: where a rule about the whole is noted."""
TIMES = ("starts_at", "ends_at", "registration_from", "registration_until")
LONGEST = 500
"""Characters of a title, and of a venue."""

ABOUT = {
    "ends_at": "wrong_order",
    "starts_at": "wrong_same",
    "time_zone": "wrong_zone",
    "body": "wrong_choice",
    "edition": "wrong_choice",
    "coordinates": "wrong_coordinates",
    "coordination": "wrong_coordination",
    "prepares": "wrong_choice",
    "title": "wrong_no_language",
    "theme_authoritative": "wrong_authoritative",
    "theme": "wrong_theme_more",
    "places": "wrong_places",
    "capacity": "wrong_no_seats_there",
    "slug": "wrong_slug",
    "registration_from": "wrong_window_from",
    "registration_until": "wrong_window_until",
}
"""Field that a rule refuses -> what to do about it."""


def categories(there: Gathering | None) -> list[str]:
    """Those that have rules of their own, and what the gathering has beside them."""
    return list(dict.fromkeys([*BY_NAME, *(there.capacity if there else ())]))


def empty(zone: str) -> dict[str, str]:
    """The form of a new gathering."""
    return {
        "gathering_kind": KINDS[0],
        "mode": MODES[0],
        "time_zone": zone,
        **{f"rule_{name}": rule for name, rule in BY_NAME.items()},
    }


def typed_of(there: Gathering) -> dict[str, str]:
    """A gathering as it would be typed."""
    zone = ZoneInfo(there.time_zone)
    return {
        "gathering_kind": there.gathering_kind,
        **{f"title_{tag}": there.title.get(tag, "") for tag in LANGUAGES},
        "body": str(there.body or ""),
        "edition": str(there.edition or ""),
        "slug": there.facts.slug if there.state is GatheringState.DRAFT else "",
        **theme.typed_of(there),
        "places": places.typed_of(there),
        "mode": there.mode,
        **{f"venue_{tag}": there.venue.get(tag, "") for tag in LANGUAGES},
        **{f"venue_address_{tag}": there.facts.venue_address.get(tag, "") for tag in LANGUAGES},
        "coordinates": there.facts.coordinates,
        "coordination": "" if there.facts.coordination is None else str(there.facts.coordination),
        "time_zone": there.time_zone,
        **{name: f"{at.astimezone(zone):%Y-%m-%dT%H:%M}" if at else "" for name, at in _times(there).items()},
        **{f"seats_{name}": str(there.capacity.get(name, "")) for name in categories(there)},
        **{f"rule_{name}": there.admission.get(name, BY_NAME.get(name, OTHERWISE)) for name in categories(there)},
    }


def told(form: Typed, there: Gathering | None = None) -> dict[str, Any]:
    """What a form says of a gathering, by the names of its command. Empty if something in it is wrong."""
    capacity, zone = seats(form, there), _zone(form)
    facts = {
        "gathering_kind": form.one_of("gathering_kind", KINDS),
        "title": _words(form, "title", there.title if there else {}, must=not form["coordination"]),
        "venue": _words(form, "venue", there.venue if there else {}),
        "venue_address": _words(form, "venue_address", there.facts.venue_address if there else {}, must=False),
        "coordinates": digits(form["coordinates"], "latin").replace(" ", "").replace("،", ","),
        "mode": form.one_of("mode", MODES),
        **{name: moment(form, name, zone, there) for name in TIMES},
        "time_zone": zone,
        "capacity": capacity,
        "body": _id(form, "body"),
        "edition": _id(form, "edition"),
        "coordination": form.number("coordination") if form["coordination"] else None,
        "prepares": prepares(form),
        "slug": form["slug"].strip("/").lower(),
        **theme.told(form, there),
        "places": places.told(form),
        "admission": {name: form.one_of(f"rule_{name}", RULES) for name in capacity},
    }
    if form.errors:
        return {}
    try:
        return GatheringForm.model_validate(facts).model_dump()
    except ValidationError as error:
        for each in error.errors():
            first, *rest = map(str, each["loc"])
            name = f"{first}_{(rest or LANGUAGES)[0]}" if first in BY_LANGUAGE else first
            form.errors.setdefault(name, ABOUT[first] if first == "slug" else "wrong_other")
        return {}


def moment(form: Typed, name: str, zone: str, there: Gathering | None) -> datetime | None:
    """A time by the clocks of the venue. What was not touched stays what it was, to the second that no form shows."""
    if there and zone == there.time_zone and form[name] == typed_of(there)[name]:
        return _times(there)[name]
    return form.moment(name, zone) if form[name] or name in ("starts_at", "ends_at") else None


def _times(there: Gathering) -> dict[str, datetime | None]:
    at = (there.starts_at, there.ends_at, there.facts.registration_from, there.facts.registration_until)
    return dict(zip(TIMES, at, strict=True))


def seats(form: Typed, there: Gathering | None) -> dict[str, int]:
    """Places by category. A new one may stay without any; one that is there is closed with 0."""
    capacity: dict[str, int] = {}
    for name in categories(there):
        field = f"seats_{name}"
        if not form[field] and not (there and name in there.capacity):
            continue
        capacity[name] = form.number(field)
        if not 0 <= capacity[name] <= SEATS:
            form.errors[field] = "wrong_seats"
    if not capacity and not form["places"]:
        form.errors[f"seats_{next(iter(BY_NAME))}"] = "wrong_no_seats"
    return capacity


def note(form: Typed, refused: Refused) -> None:
    """At which field a rule refuses it. Raises what is about none."""
    for each in refused.errors:
        name = each["field"].partition(".")[0]
        if name not in ABOUT:
            raise refused
        form.errors[AT_FIRST.get(name, name)] = ABOUT[name]
    if not refused.errors:
        raise refused


def _words(form: Typed, name: str, there: dict[str, str], *, must: bool = True) -> dict[str, str]:
    """A text in one of the languages of the form at least, if there `must` be one; what is there in another one stays."""
    said = {tag: form[f"{name}_{tag}"] for tag in LANGUAGES}
    if must and not any(said.values()):
        form.errors[f"{name}_{LANGUAGES[0]}"] = "wrong_no_language"
    form.errors.update({f"{name}_{tag}": "wrong_long" for tag, text in said.items() if len(text) > LONGEST})
    others = {tag: text for tag, text in there.items() if tag not in LANGUAGES}
    return {tag: text for tag, text in said.items() if text} | others


def _zone(form: Typed) -> str:
    """The zone that was typed; UTC for none, so that the times are looked at all the same."""
    try:
        return must_be_zone(form["time_zone"]).key
    except Invalid:
        form.errors["time_zone"] = "wrong_zone"
        return "UTC"


def _id(form: Typed, name: str) -> UUID | None:
    try:
        return UUID(form[name]) if form[name] else None
    except ValueError:
        form.errors[name] = "wrong_choice"
        return None
