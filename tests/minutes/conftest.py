"""A house with nothing in it, and one whose gathering is in session, behind its doors."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.minutes.house import House, Site, convened


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[House]:
    house = await House.open(tmp_path / "minutes.db")
    yield house
    await house.store.close()


@pytest.fixture
async def there(tmp_path: Path) -> AsyncIterator[Site]:
    async with convened(tmp_path) as found:
        yield found
