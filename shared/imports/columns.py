"""What cells of several tables may say."""

from collections.abc import Callable, Collection

from shared.locale import digits


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
            raise ValueError(f"Write a number from 1 to {most}.")
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
            raise ValueError(f"Write one of: {', '.join(values)}.")
        return value

    return check
