"""One installation with a past, made once; each test has a copy."""

import asyncio
import shutil
from pathlib import Path

import pytest

from tests.plenary.verify.installation import lived


@pytest.fixture(scope="session")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Only to be copied."""
    folder = tmp_path_factory.mktemp("past") / "data"
    folder.mkdir()
    asyncio.run(lived(folder))
    return folder


@pytest.fixture
def data(past: Path, tmp_path: Path) -> Path:
    """A copy, to be broken."""
    return Path(shutil.copytree(past, tmp_path / "data"))
