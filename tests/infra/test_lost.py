"""On Kafka and MongoDB's protocol too: a store or a log that is gone is noticed at the start, by each process."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from uuid import uuid4

import httpx
import pytest
import pytest_asyncio
from pymongo import MongoClient

from shared.log.kafka.log import KafkaLog
from tests.containers import Server, kafka
from tests.infra.processes import Installation, Node
from tests.waiting import eventually, until

pytestmark = [
    pytest.mark.containers,
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.asyncio(loop_scope="module"),  # as the processes
]

ORGANIZATIONS = "plenary.organizations"


@pytest.fixture(scope="module")
def broker(docker_engine: None) -> Iterator[Server]:
    """A broker of its own: it is taken away, and these are the topics of an installation."""
    with kafka() as server:
        yield server


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def installed(
    tmp_path_factory: pytest.TempPathFactory, broker: Server, mongo_url: str
) -> AsyncIterator[Installation]:
    """Two processes of each service, for all tests: to start six takes longer than what is tried with them."""
    data = tmp_path_factory.mktemp("lost") / f"lost-{uuid4().hex[:8]}"
    async with Installation(data, broker.url, mongo_url) as installation:
        yield installation


@pytest_asyncio.fixture(loop_scope="module")
async def here(installed: Installation, broker: Server) -> AsyncIterator[Installation]:
    """Each service has just heard of an organization, or told of it; afterwards all run again, whatever the test did to them."""
    log = await KafkaLog.open(broker.url)
    before = await log.ends(ORGANIZATIONS)
    headers = {"Authorization": f"Bearer {installed.token}"}
    async with httpx.AsyncClient(headers=headers, base_url=installed.urls["registration"][0]) as client:
        form = {"code": f"weir-{uuid4().hex[:8]}", "organization_kind": "association", "name": {"en": "Weir Union"}}
        (await client.post("/v1/organizations", json=form)).raise_for_status()
    await until(lambda: acknowledged(log, before))
    await log.close()
    yield installed
    await asyncio.to_thread(broker.revive)
    gone = [node for node in installed.nodes if not node.runs]
    for node in gone:
        node.environment = {**installed.environment, "PLENARY_ACCEPT_LOSS": "true"}
    await asyncio.gather(*(node.start() for node in gone))
    for node in installed.nodes:
        node.environment = installed.environment


async def acknowledged(log: KafkaLog, before: Mapping[int, int]) -> bool:
    """Something was told of organizations since, and the minutes are done with all of it."""
    ends = {part: end for part, end in (await log.ends(ORGANIZATIONS)).items() if end}
    return (
        sum(ends.values()) > sum(before.values())
        and ends.items() <= (await log.committed("minutes", ORGANIZATIONS)).items()
    )


def nodes(here: Installation, service: str) -> list[Node]:
    return [node for node in here.nodes if node.service == service]


async def stopped(processes: list[Node]) -> None:
    await asyncio.gather(*(node.stop() for node in processes))


async def refused(processes: list[Node]) -> set[str]:
    """All are started at once; what each says last."""
    ended = await asyncio.gather(*(node.start() for node in processes), return_exceptions=True)
    assert [type(end) for end in ended] == [AssertionError] * len(processes), ended
    assert {node.process.returncode for node in processes if node.process} == {1}
    return {node.logs.read_text("utf-8").splitlines()[-1] for node in processes}


@pytest.mark.parametrize("service", ["registration", "minutes"])
async def test_a_store_that_is_gone_is_noticed_until_the_loss_is_accepted(
    here: Installation, mongo_url: str, service: str
) -> None:
    lost = nodes(here, service)
    await stopped(lost)
    with MongoClient[dict[str, object]](mongo_url) as client:
        client.drop_database(f"{here.data.name}-{service}")
    [told] = await refused(lost)
    named = f"The store of {service} (PLENARY_{service.upper()}_STORE_URL)"
    assert told.startswith(f"plenary: {named} is gone or empty, and the log is not: "), told
    for node in lost:
        node.environment = {**node.environment, "PLENARY_ACCEPT_LOSS": "true"}
    await asyncio.gather(*(node.start() for node in lost))
    await stopped(lost)
    for node in lost:
        node.environment = here.environment
    await asyncio.gather(*(node.start() for node in lost))


async def test_a_log_that_is_gone_is_noticed(here: Installation) -> None:
    ours = nodes(here, "registration")
    await stopped(ours)
    with kafka() as another:
        for node in ours:
            node.environment = {**node.environment, "PLENARY_EVENTS_URL": another.url}
        [told] = await refused(ours)
        assert told.startswith("plenary: The log (PLENARY_EVENTS_URL) is gone, or older than the stores: "), told
        for node in ours:
            node.environment = here.environment
        await asyncio.gather(*(node.start() for node in ours))


async def test_where_the_log_is_away_at_the_start_it_is_compared_as_soon_as_it_is_back(
    here: Installation, broker: Server, mongo_url: str
) -> None:
    [ours, beside] = nodes(here, "registration")
    await stopped([ours, beside])
    await asyncio.to_thread(broker.stop)
    await beside.start()  # requests are answered without a log
    await beside.stop()
    with MongoClient[dict[str, object]](mongo_url) as client:
        client.drop_database(f"{here.data.name}-registration")
    await ours.start()
    await asyncio.to_thread(broker.start)
    process = ours.process
    assert process
    await eventually(lambda: process.returncode is not None)
    assert process.returncode == 1
    assert "is gone or empty, and the log is not" in ours.logs.read_text("utf-8").splitlines()[-1]
