"""The places of a public event as they are typed: a line for each, its parts between semicolons."""

import re

from services.registration.gatherings.model import Gathering
from shared.locale import digits
from shared.web.typed import Typed

PARTS = ("name", "address", "organiser", "coordinates")


def typed_of(there: Gathering) -> str:
    """As they would be typed."""
    lines = ("; ".join(getattr(place, part) for part in PARTS) for place in there.facts.places)
    return "\n".join(line.rstrip("; ") for line in lines)


def told(form: Typed) -> list[dict[str, str]]:
    """By the names of the API; notes a line that has no name, or too many parts."""
    lines = [[part.strip() for part in re.split("[;؛]", line)] for line in form["places"].splitlines() if line.strip()]
    if any(not line[0] or len(line) > len(PARTS) for line in lines):
        form.errors["places"] = "wrong_places"
    return [_place(dict(zip(PARTS, line, strict=False))) for line in lines]


def _place(parts: dict[str, str]) -> dict[str, str]:
    where = digits(parts.get("coordinates", ""), "latin").replace(" ", "").replace("،", ",")
    return parts | {"coordinates": where}
