"""What several files of tests need, made once however many workers share them; only to be copied or read."""

import asyncio
import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.plenary.led import lead
from tests.plenary.verify.installation import lived


@pytest.fixture(scope="session")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with a past."""
    return _once(tmp_path_factory, "past", lambda folder: asyncio.run(lived(folder)))


@pytest.fixture(scope="session")
def led(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a demo left, and backups of it."""
    return _once(tmp_path_factory, "led", lead)


def _once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """The folders of all workers lie in one: whoever comes first makes it there, the others wait."""
    root = factory.getbasetemp()
    root = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root
    folder = root / name
    with (root / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            making = factory.mktemp(name) / "data"
            making.mkdir()
            make(making)
            making.rename(folder)
    return folder
