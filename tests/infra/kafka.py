"""How the tests on a broker write, listen and wait. Limits are short, so that giving up takes seconds."""

import asyncio
import time

from shared.errors import Unavailable
from shared.log import Appended, NotAppended, ProducerRecord
from shared.log.kafka import KafkaLog
from shared.log.kafka_client import Limits
from tests.contract.logs import Listener, numbers

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


class Took:
    """`with Took(at_most=5.0):` the block may take no longer (seconds)."""

    def __init__(self, at_most: float) -> None:
        self._at_most = at_most

    def __enter__(self) -> None:
        self._since = time.monotonic()

    def __exit__(self, *failure: object) -> None:
        if failure[0] is None:
            assert time.monotonic() - self._since <= self._at_most


class PatientListener(Listener):
    """Goes on where an acknowledgement did not arrive, as `consume` does."""

    async def _listen(self) -> None:
        async for batch in self.subscription:
            self.batches.append(batch)
            try:
                await self.subscription.acknowledge({(batch[-1].topic, batch[-1].partition): batch[-1].offset + 1})
            except Unavailable:
                continue


async def listen_on(log: KafkaLog, group: str, topic: str) -> PatientListener:
    return PatientListener(await log.subscribe(group, [topic]))


async def heard_all(listener: Listener, count: int) -> bool:
    return set(numbers(listener.records)) >= set(range(count))


async def nothing_left(log: KafkaLog, group: str, topic: str) -> bool:
    return await log.committed(group, topic) == await log.ends(topic)
