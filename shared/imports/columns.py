"""What cells of several tables may say."""

from collections.abc import Callable, Collection

from shared.imports.wrong import Wrong
from shared.locale import digits

NO_TIME = Wrong(
    "no-such-time", "Its calendar has no such time; write a year, a month or a day, as 1377, 1377-08 or 1377-08-12."
)
"""Of what `when` takes, once the calendar is known."""
SEVERAL_SERIES = Wrong("several-series", "Several series have this title; name one of them otherwise first.")


def text(value: str) -> str:
    """Any text."""
    return value


def number_to(most: int) -> Callable[[str], str]:
    """A number from 1 on, in whatever digits."""

    def check(value: str) -> str:
        try:
            found = int(value) if len(value) < 9 else 0
        except ValueError:
            found = 0
        if not 1 <= found <= most:
            raise Wrong("number-wanted", "Write a number from {n} to {most}.", n=1, most=most)
        return str(found)

    return check


def when(value: str) -> str:
    """A year, a month or a day; whether its calendar has it is asked when the calendar is known."""
    return digits(value, "latin").replace("/", "-")


def one_of(values: Collection[str]) -> Callable[[str], str]:
    """One of these words."""

    def check(value: str) -> str:
        value = value.casefold()
        if value not in values:
            raise Wrong("not-one-of", "Write one of: {names}.", names=", ".join(values))
        return value

    return check
