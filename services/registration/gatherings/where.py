"""Where a gathering is, in words, as who comes or may come reads it: what is held online is in no hall."""

from dataclasses import dataclass

from services.registration.gatherings.model import Gathering
from shared.contracts.places import Point
from shared.locale import Texts, choose

PACKAGE = "services.registration.gatherings"


@dataclass(frozen=True, slots=True)
class Location:
    """The venue, its address (empty if there is none) and where that is on a map."""

    venue: str
    address: str = ""
    point: Point | None = None


def where(gathering: Gathering, language: str) -> Location:
    """In the reader's language, as far as it is known in that."""
    texts, facts = Texts(language, "latin", PACKAGE), gathering.facts
    if gathering.mode == "online":
        return Location(texts["online"])
    venue = choose(gathering.venue, language)
    return Location(
        texts("and_online", venue=venue) if gathering.mode == "hybrid" else venue,
        choose(facts.venue_address, language),
        Point.of(facts.coordinates) if facts.coordinates else None,
    )
