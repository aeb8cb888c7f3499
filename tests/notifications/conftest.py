"""The service that a test of the sender runs."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from shared.flow.service import Service
from tests.notifications.house import house


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[Service]:
    async with house(tmp_path) as service:
        yield service
