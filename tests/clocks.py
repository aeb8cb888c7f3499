"""Clocks that a test moves."""

import time
from datetime import UTC, datetime, timedelta


class Ahead:
    """The clocks of this machine, ahead of them by as much as a test let pass."""

    def __init__(self) -> None:
        self._by = timedelta(0)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._by

    def monotonic(self) -> float:
        return time.monotonic() + self._by.total_seconds()

    def passes(self, **span: float) -> None:
        """It becomes later: `passes(days=3)`."""
        self._by += timedelta(**span)
