"""One installation with a past, made once, however many workers share the tests; each test has a copy."""

import asyncio
import fcntl
import os
import shutil
from pathlib import Path

import pytest

from tests.plenary.verify.installation import lived


@pytest.fixture(scope="session")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Only to be copied. The folders of all workers lie in one: whoever comes first makes it there, the others wait."""
    root = tmp_path_factory.getbasetemp()
    root = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root
    folder = root / "past"
    with (root / "past.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            making = tmp_path_factory.mktemp("past") / "data"
            making.mkdir()
            asyncio.run(lived(making))
            making.rename(folder)
    return folder


@pytest.fixture
def data(past: Path, tmp_path: Path) -> Path:
    """A copy, to be broken."""
    return Path(shutil.copytree(past, tmp_path / "data"))
