"""Places in an order, as texts that sort: between any two there is room for another, so that moving one thing is one write."""

from typing import Final

DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
BASE: Final = len(DIGITS)
WIDTH: Final = 4
STEP: Final = 36
"""What is put at the end leaves so much room before it, so that a long list has short turns."""


def after(last: str) -> str:
    """A turn behind the last one ("" if there is none yet)."""
    place = int(last[:WIDTH].ljust(WIDTH, DIGITS[0]) or "0", BASE) + STEP
    return _written(place) if place < BASE**WIDTH else between(last, "")


def between(low: str, high: str) -> str:
    """A turn behind `low` ("": the beginning) and before `high` ("": the end). A turn is a fraction that ends in no zero.

    Of two who ask for the same at once both get the same: a claim decides, and the other asks again.
    """
    same = 0
    while same < len(high) and low[same : same + 1].ljust(1, DIGITS[0]) == high[same]:
        same += 1
    if same:
        return high[:same] + between(low[same:], high[same:])
    first = DIGITS.index(low[0]) if low else 0
    last = DIGITS.index(high[0]) if high else BASE
    if last - first > 1:
        return DIGITS[(first + last) // 2]
    return high[0] if len(high) > 1 else DIGITS[first] + between(low[1:], "")


def _written(place: int) -> str:
    """The number as a fraction of this width."""
    digits = ""
    for _ in range(WIDTH):
        place, digit = divmod(place, BASE)
        digits = DIGITS[digit] + digits
    return digits.rstrip(DIGITS[0])
