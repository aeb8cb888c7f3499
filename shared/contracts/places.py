"""Where a place is on a map: two numbers, and the addresses of maps that they give. Nobody is asked for anything."""

import re
from typing import NamedTuple, Self

_WRITTEN = re.compile(r"(-?\d{1,2}(?:\.\d{1,7})?),(-?\d{1,3}(?:\.\d{1,7})?)", re.ASCII)
_NEAR = 17
"""How near a map shows it: the streets round a building."""


class Point(NamedTuple):
    """Degrees north and east (WGS 84), as they were written."""

    latitude: str
    longitude: str

    @classmethod
    def of(cls, text: str) -> Self:
        """From `35.70,51.40`. Raises ValueError for what is no point of the earth."""
        written = _WRITTEN.fullmatch(text)
        if not written or abs(float(written[1])) > 90 or abs(float(written[2])) > 180:
            raise ValueError("Write degrees north and east, as 35.70,51.40.")
        return cls(written[1], written[2])

    @property
    def geo(self) -> str:
        """For whatever shows maps on the reader's device (RFC 5870)."""
        return f"geo:{self.latitude},{self.longitude}"

    @property
    def page(self) -> str:
        """A page with a map of everybody."""
        there = f"mlat={self.latitude}&mlon={self.longitude}"
        return f"https://www.openstreetmap.org/?{there}#map={_NEAR}/{self.latitude}/{self.longitude}"
