"""A line of the table that `make bench` prints."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

WHY: Final[Mapping[str, str]] = {}
"""Row -> what stands in the way of its bar."""


@dataclass
class Row:
    """One line of the table. `ratio` is `value / peer_value`; `bar` is what the ratio (or the value) must reach.

    `why` explains a bar that is missed, as far as it is known.
    """

    name: str
    value: float
    unit: str
    peer: str
    peer_value: float | None
    ratio: float | None
    bar: str
    met: bool
    why: str = ""

    def __post_init__(self) -> None:
        if not self.met:
            self.why = WHY.get(self.name, "")


def show(rows: Iterable[Row]) -> None:
    """Each on a line."""
    for row in rows:
        beside = f"{row.peer} {row.peer_value:g} {row.unit}: {row.ratio:g} x" if row.peer_value is not None else ""
        print(f"{'met ' if row.met else 'MISS'}  {row.name:50} {row.value:>9g} {row.unit:4} bar {row.bar:14} {beside}")
        if row.why:
            print(f"      {row.why}")
