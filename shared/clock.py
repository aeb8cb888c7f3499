"""The clocks of a process, handed down from where it begins: whoever needs to know the time is given one."""

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """The time of day (UTC), which somebody may set; and `monotonic`, seconds that only grow."""

    def __call__(self) -> datetime: ...

    def monotonic(self) -> float: ...


class SystemClock:
    """The clocks of this machine."""

    def __call__(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()
