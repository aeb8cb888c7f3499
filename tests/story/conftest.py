"""The stories are told quickly, also where one starts its services itself: no pause of a process at leisure."""

from collections.abc import Iterator

import pytest

from tests.world.brisk import brisk


@pytest.fixture(autouse=True)
def at_once() -> Iterator[None]:
    """What was heard is acknowledged, and what was sent forgotten, as soon as it may be."""
    with brisk():
        yield
