"""What several files of tests need, made once however many workers share them; only to be copied or read."""

import asyncio
from pathlib import Path

import pytest

from tests.once import once
from tests.plenary.led import lead
from tests.plenary.verify.installation import lived


@pytest.fixture(scope="session")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with a past."""
    return once(tmp_path_factory, "past", lambda folder: asyncio.run(lived(folder)))


@pytest.fixture(scope="session")
def led(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a demo left, and backups of it."""
    return once(tmp_path_factory, "led", lead)
