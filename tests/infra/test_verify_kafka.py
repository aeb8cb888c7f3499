"""`verify` beside a broker that has compacted and deleted, as topics are declared, with milliseconds for hours."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete

from plenary.verify import Finding, verify
from shared.contracts.notifications import NOTIFICATIONS
from shared.contracts.people import PEOPLE
from shared.flow.lanes import Item
from shared.log import EventLog
from shared.log.kafka.topics import settings as declared
from shared.settings import Settings
from tests.containers import kafka
from tests.infra.kafka import alter
from tests.plenary.verify.installation import renamed, said
from tests.plenary.verify.tamper import changed
from tests.registration.house import erase
from tests.story.chain import registered
from tests.story.house import House, house
from tests.waiting import until

pytestmark = [pytest.mark.containers, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def url(docker_engine: None) -> Iterator[str]:
    """Its own: `verify` reads all that is on the topics."""
    with kafka() as server:
        yield f"{server.url}?replication=1"


@pytest.fixture
async def broker(url: str) -> AsyncIterator[AIOKafkaAdminClient]:
    admin = AIOKafkaAdminClient(bootstrap_servers=url.removeprefix("kafka://").partition("?")[0])
    await admin.start()
    yield admin
    await admin.close()


async def broken(folder: Path, url: str) -> list[Finding]:
    findings = await verify(Settings(data=folder, events_url=url), lambda _: None, longest=10)
    return [each for each in findings if not each.holds]


async def compacted(here: House, admin: AIOKafkaAdminClient) -> None:
    """Only the newest record of each person is left, of an erased one none."""
    quick = {"segment.ms": "100", "max.compaction.lag.ms": "200", "delete.retention.ms": "100"}
    await alter(admin, PEOPLE.name, declared(PEOPLE, 1) | quick)
    log = here.service("registration").log

    async def done() -> bool:
        await log.beat(PEOPLE.name)
        keys = [item.key for item in await _people(log) if not item.is_beat]
        return len(keys) == len(set(keys)) and all(item.record.value is not None for item in await _people(log))

    await until(done)


async def _people(log: EventLog) -> list[Item]:
    ends = await log.ends(PEOPLE.name)
    return [Item(record) for partition in ends for record in [each async for each in log.read(PEOPLE.name, partition)]]


async def forgotten(here: House, admin: AIOKafkaAdminClient) -> None:
    """In each partition all but the last record is gone, in one of them this too."""
    ends = {
        partition: end for partition, end in (await here.service("minutes").log.ends(NOTIFICATIONS.name)).items() if end
    }
    whole = max(ends)
    await admin.delete_records(
        {
            TopicPartition(NOTIFICATIONS.name, partition): RecordsToDelete(end if partition == whole else end - 1)
            for partition, end in ends.items()
        }
    )


async def test_after_compaction_and_deletion_by_a_broker_verify_is_clean_and_not_blind(
    url: str, broker: AIOKafkaAdminClient, tmp_path: Path
) -> None:
    async with house(tmp_path, events_url=url) as here, here.client("secretariat") as secretary:
        chain = await registered(here, secretary)
        for n in range(len(chain.people)):
            await renamed(chain, n, "Robin Sample")
        await erase(here.service("registration"), UUID(chain.people[3]))
        await here.settle()
        await compacted(here, broker)
        await forgotten(here, broker)
        await here.settle()
    assert said(await broken(tmp_path, url)) == ""
    changed(
        tmp_path / "registration.db",
        "UPDATE people SET body = json_set(body, '$.name', 'Somebody Else') WHERE id = ?",
        chain.people[5],
    )
    changed(
        tmp_path / "minutes.db", "UPDATE person SET body = json_set(body, '$.name', 'X') WHERE id = ?", chain.people[6]
    )
    found = said(await broken(tmp_path, url))
    assert f"people {chain.people[5]} is not what its events say: name" in found
    assert f"minutes: person {chain.people[6]} is not what its events say: name" in found
