"""The clocks of a copy."""

import time
from datetime import UTC, datetime, timedelta


class Ahead:
    """The clocks of this machine, ahead of them by as much as they were moved on. They are never moved back."""

    def __init__(self) -> None:
        self._by = timedelta(0)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._by

    def monotonic(self) -> float:
        return time.monotonic() + self._by.total_seconds()

    def moves_on_to(self, moment: datetime) -> None:
        """It is this moment, or later already."""
        self._by += max(timedelta(0), moment - self())
