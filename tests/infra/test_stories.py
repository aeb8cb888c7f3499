"""The stories of a meeting on Kafka and MongoDB's protocol, each topic heard late, twice, in a drawn order: as embedded."""

from pathlib import Path
from uuid import uuid4

import pytest

from tests.containers import kafka
from tests.infra.processes import SERVICES
from tests.story.interleaved import heard_in_any_order
from tests.story.told.telling import tell

pytestmark = [pytest.mark.containers, pytest.mark.slow, pytest.mark.timeout(600)]

SEED = 7


async def test_the_stories_end_on_servers_as_on_the_embedded_default(
    tmp_path: Path, docker_engine: None, mongo_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.flow.consume.ACKNOWLEDGE", 0.01)  # a story waits until all is acknowledged
    stores = {service: f"{mongo_url}/told-{uuid4().hex[:8]}-{service}" for service in SERVICES}
    with kafka() as log, heard_in_any_order(SEED) as logs:  # its own: `verify` reads all that is on the topics
        servers = await tell(tmp_path / "servers", events_url=f"{log.url}?replication=1", store_urls=stores)
    assert sum(each.overtaken for each in logs) > 0, "topics overtook each other; how often is for the servers to say"
    assert servers == await tell(tmp_path / "embedded")
