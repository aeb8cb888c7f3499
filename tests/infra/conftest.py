"""A broker of Kafka that a test may stop, a log on it, and the client that alters its topics."""

from collections.abc import AsyncIterator, Iterator

import pytest
from aiokafka.admin import AIOKafkaAdminClient

from shared.log.kafka.log import KafkaLog
from tests.containers import Server
from tests.infra.kafka import QUICK


@pytest.fixture
def broker(kafka_server: Server) -> Iterator[Server]:
    """The broker, running again at the end, whatever the test did to it."""
    yield kafka_server
    kafka_server.revive()


@pytest.fixture
async def log(kafka_url: str) -> AsyncIterator[KafkaLog]:
    log = await KafkaLog.open(kafka_url, limits=QUICK)
    yield log
    await log.close()


@pytest.fixture
async def admin(kafka_url: str) -> AsyncIterator[AIOKafkaAdminClient]:
    admin = AIOKafkaAdminClient(bootstrap_servers=kafka_url.removeprefix("kafka://"))
    await admin.start()
    yield admin
    await admin.close()
