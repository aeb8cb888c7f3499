"""`plenary doctor` at real servers: topics of Kafka that are not as declared, and the version of a store's."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiokafka.admin import AIOKafkaAdminClient

from plenary.doctor import servers
from shared.contracts.registry import TOPICS
from shared.log.kafka.log import KafkaLog
from shared.settings import Settings
from tests.containers import kafka
from tests.infra.kafka import alter
from tests.waiting import until

pytestmark = [pytest.mark.containers, pytest.mark.slow]


@pytest.fixture
async def own(docker_engine: None) -> AsyncIterator[str]:
    """A broker of its own, without topics."""
    with kafka() as server:
        yield server.url


async def test_topics_that_are_missing_and_one_that_forgets_are_named(own: str) -> None:
    log = await KafkaLog.open(own)
    admin = AIOKafkaAdminClient(bootstrap_servers=own.removeprefix("kafka://"))
    await admin.start()
    try:
        [missing] = await until(lambda: servers.topics(log))
        assert (missing.state, all(topic.name in missing.said for topic in TOPICS)) == ("fault", True)
        assert await admin.list_topics() == [], "looking makes none"
        await log.ensure(TOPICS)
        assert [each.state for each in await until(lambda: servers.topics(log))] == ["well"]
        await alter(admin, "plenary.minutes", {"retention.ms": "1000"})
        found = await until(lambda: servers.topics(log))
        assert [each.state for each in found] == ["fault"] * len(found)
        assert any("plenary.minutes has retention.ms = 1000" in each.said for each in found)
    finally:
        await admin.close()
        await log.close()


async def test_the_version_of_a_store_is_told(mongo_url: str, tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, store_urls={"minutes": f"{mongo_url}/doctor-minutes"})
    found = await servers.look(settings)
    [version] = [each for each in found if each.what == "store of minutes"]
    assert version.state == "well"
    assert version.said.removeprefix("it answers; version ")[0].isdigit()
