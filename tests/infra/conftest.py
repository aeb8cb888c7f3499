"""A broker of Kafka that a test may stop, a log on it, and the client that alters its topics."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiokafka.admin import AIOKafkaAdminClient

from shared.log.kafka import KafkaLog
from tests.containers import Server
from tests.infra.kafka import QUICK


@pytest.fixture
def broker(kafka_server: Server) -> Any:
    """The broker, running again at the end, whatever the test did to it."""
    yield kafka_server
    container = kafka_server.container.get_wrapped_container()
    container.reload()
    if container.status == "paused":
        kafka_server.resume()
    elif container.status != "running":
        kafka_server.start()


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
