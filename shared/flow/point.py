"""Named places where a process may die. In production they do nothing; a fault test arms them one by one."""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Literal, TypeAlias

Point: TypeAlias = Literal[
    "run.decided",
    "run.committed",
    "send.appended",
    "send.forgotten",
    "consume.decided",
    "consume.consequences",
    "consume.mirrors",
    "consume.acknowledged",
    "behind.noted",
    "behind.cleared",
    "timers.fired",
    "lease.taken",
]

ARMED: ContextVar[Callable[[str], None] | None] = ContextVar("plenary_point", default=None)
"""What happens at a point; tasks inherit it, so that a test arms exactly the services that it starts."""


def point(name: Point) -> None:
    """Die here if a test (or `PLENARY_CRASH_AT`) says so."""
    armed = ARMED.get()
    if armed is not None:
        armed(name)
