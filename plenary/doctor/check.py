"""One thing that was looked at, and what came of it."""

from dataclasses import dataclass
from typing import Literal

State = Literal["well", "warning", "fault"]


@dataclass(frozen=True)
class Check:
    """`said`: how it is. `do`: what a person is to do; empty where all is well."""

    what: str
    state: State
    said: str
    do: str = ""


def well(what: str, said: str) -> Check:
    """As it should be."""
    return Check(what, "well", said)


def warning(what: str, said: str, do: str) -> Check:
    """It works, and may be meant so."""
    return Check(what, "warning", said, do)


def fault(what: str, said: str, do: str) -> Check:
    """Something does not work, or soon will not."""
    return Check(what, "fault", said, do)
