"""What makes sense of a gathering, and what is refused at its field."""

from datetime import datetime

from services.registration.gatherings.commands import GatheringTold
from services.registration.gatherings.theme import must_be_worded
from services.registration.gatherings.window import must_be_window
from services.registration.people.zones import must_be_zone
from shared.contracts.places import Point
from shared.errors import Invalid

CATEGORIES = 50
"""So many categories at most: an event about capacity causes one promotion for each."""

SEATS = 1_000_000
"""So many seats in a category at most."""


def must_make_sense(asked: GatheringTold) -> None:
    """Raises Invalid at the field that makes none."""
    if not asked.title:
        raise Invalid.at("Say in one language at least how it is called.", "title")
    must_be_span(asked.starts_at, asked.ends_at)
    must_be_zone(asked.time_zone)
    _must_be_held_so(asked)
    _must_be_somewhere(asked.facts.coordinates, "coordinates")
    must_be_worded(asked.facts)
    must_be_window(asked.facts, asked.ends_at)


def must_be_span(starts_at: datetime, ends_at: datetime) -> None:
    """It ends after it starts."""
    if ends_at <= starts_at:
        raise Invalid.at("It must end after it starts.", "ends_at")


def _must_be_held_so(asked: GatheringTold) -> None:
    """At many places without seats, which is for public events alone; or at one, with some."""
    if not asked.facts.places:
        return must_be_capacity(asked.capacity)
    if asked.gathering_kind != "public_event":
        raise Invalid.at("Only a public event is held at many places.", "places")
    if asked.capacity:
        raise Invalid.at("Nobody has a seat where it is held at many places; leave out the capacity.", "capacity")
    for place in asked.facts.places:
        _must_be_somewhere(place.coordinates, "places")
    return None


def _must_be_somewhere(coordinates: str, field: str) -> None:
    try:
        Point.of(coordinates or "0,0")
    except ValueError as error:
        raise Invalid.at(str(error), field) from error


def must_be_capacity(capacity: dict[str, int]) -> None:
    """There are categories, not too many, and no strange numbers of seats."""
    if not 1 <= len(capacity) <= CATEGORIES:
        raise Invalid.at(f"Name 1 to {CATEGORIES} categories with their seats.", "capacity")
    if wrong := sorted(name for name, seats in capacity.items() if not 0 <= seats <= SEATS):
        raise Invalid.at(f"Seats are 0 to {SEATS}: {', '.join(wrong)}.", "capacity")
