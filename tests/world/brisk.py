"""A process whose loops take their turns at once: who waits until all is sent, heard and told does not wait for a pause."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

PAUSES = {
    "shared.flow.consume.ACKNOWLEDGE": 0.01,
    "shared.flow.send.LEISURE": 0.01,
    "services.notifications.announcements.loop.EVERY": 0.05,
}
"""Seconds. The loops are the real ones; processes with pauses of their own are what `tests/plenary` starts."""


@contextmanager
def brisk() -> Iterator[None]:
    """While inside, whoever is at work pauses no longer than this."""
    with pytest.MonkeyPatch.context() as patch:
        for pause, seconds in PAUSES.items():
            patch.setattr(pause, seconds)
        yield
