"""The stories of a meeting on the embedded default: as they are, and with every topic heard late, twice and in a drawn order.

On Kafka and MongoDB's protocol: `tests/infra/test_stories.py`.
"""

import asyncio
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.story.interleaved import heard_in_any_order
from tests.story.told.telling import tell

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@cache
def untroubled() -> dict[str, Any]:
    """What they see where nothing is late."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(tell(Path(folder)))


def test_the_stories_are_told_as_they_should_be() -> None:
    assert untroubled()["told"]


@pytest.mark.parametrize("seed", range(2))
def test_the_stories_end_the_same_however_topics_are_heard(seed: int, tmp_path: Path) -> None:
    with heard_in_any_order(seed) as logs:
        assert asyncio.run(tell(tmp_path)) == untroubled()
    assert sum(log.overtaken for log in logs) > 20, "topics overtook each other"
