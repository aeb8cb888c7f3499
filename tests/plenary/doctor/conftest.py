"""An installation to look at."""

from pathlib import Path

import pytest

from services.__main__ import SERVICES
from services.process import Process
from shared.contracts.registry import TOPICS
from shared.log import ProducerRecord
from shared.settings import Settings
from tests.world.blank import lay_all


@pytest.fixture
async def data(tmp_path: Path) -> Path:
    """An installation that stands, with one record in its log."""
    where = tmp_path / "data"
    await lay_all(where, [*SERVICES.values()])
    async with Process.open(Settings(data=where), [*SERVICES.values()]) as process:
        log = process.services["registration"].log
        await log.ensure(TOPICS)
        await log.append([ProducerRecord("plenary.people", b"beat-0", b"")])
    return where
