"""The EventLog port on Apache Kafka, through aiokafka 0.14. Its traps, and what stands against each, are told where they are met.

`kafka://host:port[,host:port]?option=…` with the options `replication` (of topics to be made; 3 in production),
`security_protocol`, `sasl_mechanism`, `sasl_username`, `sasl_password_file` and `ssl_cafile`.
"""

import asyncio
from collections.abc import Sequence

from shared.errors import Unavailable
from shared.log import Appended, Drain, NotAppended, ProducerRecord, refusal
from shared.log.kafka.client import LIMITS, Address, Limits
from shared.log.kafka.consumer import KafkaIntake
from shared.log.kafka.producer import Appender
from shared.log.kafka.reader import Questions


class KafkaLog(Questions):
    """What one may ask, and besides append and subscribe. Opening needs no broker; each verb connects when it first needs to."""

    def __init__(self, address: Address, limits: Limits) -> None:
        super().__init__(address, limits)
        self._appender = Appender(address, limits)
        self._intakes: set[KafkaIntake] = set()
        self._known: set[str] = set()
        self._closed = False

    @classmethod
    async def open(cls, url: str, *, limits: Limits = LIMITS) -> "KafkaLog":
        """Raises `Invalid` for a URL that cannot be understood."""
        return cls(Address.of(url), limits)

    async def append(self, records: Sequence[ProducerRecord]) -> list[Appended | NotAppended]:
        """Raises `Unavailable` only if nothing was tried: the log is closed, or does not say what topics it has."""
        await self._missing({record.topic for record in records})
        refused = [refusal(record, self._known) for record in records]
        fit = [record for record, no in zip(records, refused, strict=True) if no is None]
        landed = iter(await self._appender.append(fit))
        return [no or next(landed) for no in refused]

    async def _missing(self, names: set[str]) -> set[str]:
        """Those of the topics that are not there. A producer or consumer that is given such a name would make the topic."""
        if not names <= self._known:
            self._known = set(await self.topics())
        return names - self._known

    async def subscribe(self, group: str, topics: Sequence[str], *, drain: Drain | None = None) -> KafkaIntake:
        """Raises `Unavailable` without a broker, and while a topic is missing (its service may not have made it yet)."""
        if self._closed:
            raise Unavailable("the log is closed")
        if missing := await self._missing(set(topics)):
            raise Unavailable(f"the log has no topic {', '.join(sorted(missing))} yet")
        intake = KafkaIntake(self, group, topics, drain)
        self._intakes = {member for member in self._intakes if not member.closed} | {intake}
        try:
            await intake.join()
        except BaseException:
            await intake.close()
            raise
        return intake

    async def beat(self, topic: str) -> None:
        """Write a small record into each partition, so that Kafka closes (and can clean) the segment before it."""
        await self._appender.beat(await self.partitions(topic))

    async def close(self) -> None:
        self._closed = True
        members = [intake.close() for intake in self._intakes]
        await asyncio.gather(*members, self._appender.close(), super().close())
