"""How the tests on a broker write, listen and wait. Limits are short, so that giving up takes seconds."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from shared.errors import Unavailable
from shared.log import Appended, ConsumerRecord, Intake, NotAppended, ProducerRecord
from shared.log.kafka.client import Limits
from shared.log.kafka.log import KafkaLog
from tests.contract.logs import Listener, numbers
from tests.waiting import until

QUICK = Limits(wave=3.0, drain=2.0, commit=2.0, question=2.0, join=4.0, stuck=4.0)


async def append(log: KafkaLog, topic: str, *numbers: int, key: bytes = b"k") -> list[Appended | NotAppended]:
    return await log.append([ProducerRecord(topic, key, b"%d" % n) for n in numbers])


async def insist(log: KafkaLog, topic: str, number: int) -> int:
    """Append it until the log has it, as the sender does; how often it was not known."""
    doubts = 0
    while not isinstance((await append(log, topic, number))[0], Appended):
        doubts += 1
        await asyncio.sleep(0.05)
    return doubts


class PatientListener(Listener):
    """Goes on as `consume` does where an acknowledgement did not arrive, and with another intake where one is given up."""

    def __init__(self, log: KafkaLog, group: str, topic: str, first: Intake) -> None:
        self._subscribe = lambda: log.subscribe(group, [topic])
        super().__init__(first)

    async def _listen(self) -> None:
        while True:
            try:
                return await super()._listen()
            except Unavailable:
                await self.intake.close()
                self.intake = await until(self._subscribe)

    async def _say_done(self, batch: Sequence[ConsumerRecord]) -> None:
        with suppress(Unavailable):
            await super()._say_done(batch)


async def listen_on(log: KafkaLog, group: str, topic: str) -> PatientListener:
    return PatientListener(log, group, topic, await log.subscribe(group, [topic]))


async def heard_all(listener: Listener, count: int) -> bool:
    return set(numbers(listener.records)) >= set(range(count))


async def nothing_left(log: KafkaLog, group: str, topic: str) -> bool:
    return await log.committed(group, topic) == await log.ends(topic)


async def told(admin: AIOKafkaAdminClient, topic: str) -> dict[str, str]:
    """The settings of a topic as the broker has them."""
    [response] = await admin.describe_configs([ConfigResource(ConfigResourceType.TOPIC, topic)])
    return {entry[0]: entry[1] for entry in response.resources[0][4]}


async def alter(admin: AIOKafkaAdminClient, topic: str, settings: Mapping[str, str]) -> None:
    """Give a topic these settings and no other. The controller says yes before the broker has heard of them."""
    await admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic, dict(settings))])

    async def heard() -> bool:
        return settings.items() <= (await told(admin, topic)).items()

    await until(heard)
