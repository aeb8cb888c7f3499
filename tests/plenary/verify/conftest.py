"""Each test has a copy of an installation with a past; to lead that takes some seconds, so whatever has one is slow."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def data(past: Path, tmp_path: Path) -> Path:
    """To be broken."""
    return Path(shutil.copytree(past, tmp_path / "data"))
