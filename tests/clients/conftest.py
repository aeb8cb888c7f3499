"""What the tests of this folder share: the documents of an installation as files, and one that runs."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.once import once
from tests.plenary.running import Installation
from tests.story.house import house
from tests.story.test_wire import site
from tests.story.wire import documents


@pytest.fixture(scope="session")
def described(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the document of each service and of the front; what a tool makes of them lies beside them, by its name."""
    return once(tmp_path_factory, "documents", lambda folder: asyncio.run(_write(folder)))


async def _write(folder: Path) -> None:
    async with house(folder / "data") as here:
        for server, document in documents(site(here)).items():
            (folder / f"{server[1:] or 'front'}.json").write_text(json.dumps(document))


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """An installation in a process of its own. Nothing in it at first: each test makes what it looks at."""
    made = Installation(tmp_path_factory.mktemp("client") / "data")
    made.start()
    yield made
    made.stop()
