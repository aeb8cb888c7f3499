"""What only a broker across a network can do: it refuses, hangs, is killed, and comes back."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace
from typing import Any

import pytest
from aiokafka.admin import AIOKafkaAdminClient

from shared.contracts import Topic
from shared.errors import Unavailable
from shared.log import Appended, NotAppended, ProducerRecord
from shared.log.kafka.log import KafkaLog
from tests.containers import Server
from tests.contract.logs import fresh_group, fresh_topic, numbers, whole, write_numbers
from tests.infra.kafka import QUICK, alter, append, heard_all, insist, listen_on, nothing_left
from tests.waiting import Took, eventually, until

pytestmark = [pytest.mark.containers, pytest.mark.timeout(600)]

STOP_WITHIN = 5.0


async def test_a_batch_that_the_broker_refused_spoils_nothing_after_it(
    log: KafkaLog, admin: AIOKafkaAdminClient
) -> None:
    """Its sequence numbers are used up: the same producer would be refused for ever (OutOfOrderSequenceNumber)."""
    topic = await fresh_topic(log, partitions=1)
    await append(log, topic, 1)
    await alter(admin, topic, {"max.message.bytes": "1000"})
    await until(lambda: _refused(log, topic))
    assert isinstance((await append(log, topic, 2))[0], Appended)
    assert (await whole(log, topic, 1))[-1].value == b"2"


async def _refused(log: KafkaLog, topic: str) -> bool:
    [outcome] = await log.append([ProducerRecord(topic, b"k", b"%05000d" % 1)])
    return isinstance(outcome, NotAppended) and not outcome.final


async def test_a_broker_that_was_killed_loses_nothing_and_is_heard_on(log: KafkaLog, broker: Server) -> None:
    topic, group = await fresh_topic(log, partitions=1), fresh_group()
    listener = await listen_on(log, group, topic)
    written, doubts, enough = 0, 0, asyncio.Event()

    async def write_on() -> None:
        nonlocal written, doubts
        while not enough.is_set():
            doubts += await insist(log, topic, written)
            written += 1

    writing = asyncio.create_task(write_on())
    await eventually(lambda: writing.done() or written >= 50)
    await asyncio.to_thread(broker.stop)
    [outcome] = await append(log, topic, 0, key=b"other")
    assert isinstance(outcome, NotAppended)
    assert not outcome.final
    before = written
    await asyncio.to_thread(broker.start)
    await eventually(lambda: writing.done() or written >= before + 50)
    enough.set()
    await writing
    assert doubts > 0
    found = numbers([record for record in await until(lambda: whole(log, topic, 1)) if record.key == b"k"])
    assert list(dict.fromkeys(found)) == list(range(written)), "none is missing, first occurrences are in order"
    await until(lambda: heard_all(listener, written))
    await until(lambda: nothing_left(log, group, topic))
    await listener.close()


async def test_a_producer_that_is_stuck_is_replaced(log: KafkaLog, broker: Server) -> None:
    topic = await fresh_topic(log, partitions=1)
    await append(log, topic, 1)
    await asyncio.to_thread(broker.pause)
    with Took(at_most=QUICK.wave):  # both: two waves, one after the other, would take longer than the machine may add
        [first], [second] = await asyncio.gather(append(log, topic, 2), append(log, topic, 2))
    for outcome in (first, second):
        assert isinstance(outcome, NotAppended)
        assert not outcome.final
    await asyncio.to_thread(broker.resume)
    await insist(log, topic, 2)
    await insist(log, topic, 3)
    assert list(dict.fromkeys(numbers(await until(lambda: whole(log, topic, 1))))) == [1, 2, 3]


@pytest.mark.parametrize("trouble", ["stop", "pause"])
async def test_without_a_broker_every_verb_says_so_and_closing_takes_five_seconds(
    kafka_url: str, broker: Server, trouble: str
) -> None:
    log = await KafkaLog.open(kafka_url, limits=replace(QUICK, wave=60.0, commit=60.0))
    topic = await fresh_topic(log)
    await write_numbers(log, topic, range(100))
    listener = await listen_on(log, fresh_group(), topic)
    await listener.heard(100)
    await asyncio.to_thread(getattr(broker, trouble))
    appending = asyncio.create_task(append(log, topic, 1, 2, 3))
    beyond = dict.fromkeys(listener.intake.owned(), 1000)
    acknowledging = asyncio.create_task(listener.intake.acknowledge(beyond))
    with Took(at_most=1.5), pytest.raises(Unavailable):
        await log.ping()
    await asyncio.gather(*(unavailable(verb) for verb in questions(log, topic)))
    assert not appending.done()
    assert not acknowledging.done()
    with Took(at_most=STOP_WITHIN):
        await log.close()
    with Took(at_most=0.0):
        await asyncio.gather(listener.close(), acknowledging)
        outcomes = await appending
    assert all(isinstance(one, NotAppended) and not one.final for one in outcomes)
    assert asyncio.all_tasks() == {asyncio.current_task()}, "nothing goes on behind the back of whoever closed it"


def questions(log: KafkaLog, topic: str) -> list[Awaitable[Any]]:
    async def read() -> None:
        assert [record async for record in log.read(topic, 0)]

    return [
        log.ends(topic),
        log.committed(fresh_group(), topic),
        log.ensure([Topic(topic, "tests", "")]),
        log.subscribe(fresh_group(), [topic]),
        read(),
    ]


async def unavailable(verb: Awaitable[Any]) -> None:
    with pytest.raises(Unavailable):
        await verb
