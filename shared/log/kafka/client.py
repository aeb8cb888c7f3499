"""Where the brokers are, and clients that start late, are replaced after a failure, and end in bounded time.

aiokafka 0.14 leaves the last two to its caller. Its idempotent producer retries for ever, and `stop()` waits for it; its
consumer's `stop()` hangs, or raises a `CancelledError` that nobody asked for, once the broker is away, and leaves tasks behind.
"""

import asyncio
import logging
import ssl
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar
from urllib.parse import parse_qsl, urlsplit

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.errors import KafkaError

from shared.errors import Invalid, Unavailable

logger = logging.getLogger(__name__)

FAILURES = (TimeoutError, KafkaError, OSError)
"""What aiokafka raises when a broker does not answer as it should."""

_OPTIONS = {"security_protocol", "sasl_mechanism", "sasl_username", "sasl_password_file", "ssl_cafile", "replication"}
_MECHANISMS = ("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512")
_PROTOCOLS = ("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long (seconds) the adapter waits before it gives up; tests use shorter ones."""

    wave: float = 20.0
    """One `append`, until its outcomes are called unknown and the producer is replaced."""
    drain: float = 15.0
    """What a drain may take. The group waits 60 s for its slowest member."""
    commit: float = 10.0
    question: float = 5.0
    join: float = 15.0
    """Until `subscribe` returns although the group has not given it partitions yet."""
    stuck: float = 60.0
    """A consumer without a sign of life for so long, of a broker that answers, is given up."""
    joining: float = 90.0
    """The same for one that the group gives no partitions; more than the 60 s that a group waits for its members."""


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Address:
    """Where the brokers are. `options` is what every client of aiokafka takes; `replication` is for topics to be made."""

    options: Mapping[str, Any]
    replication: int

    @classmethod
    def of(cls, url: str) -> "Address":
        """`kafka://host:port[,host:port][?option=…]`. Raises `Invalid` and says what is wrong with it."""
        parts = urlsplit(url)
        asked = dict(parse_qsl(parts.query))
        if parts.scheme != "kafka" or not parts.netloc or parts.path.strip("/"):
            raise Invalid("the events URL must read kafka://host:port[,host:port][?option=…]")
        if "@" in parts.netloc:
            raise Invalid("credentials do not belong in the events URL: use sasl_username and sasl_password_file")
        if unknown := asked.keys() - _OPTIONS:
            raise Invalid(f"the events URL has unknown options: {', '.join(sorted(unknown))}")
        replication = asked.get("replication", "1")
        if not replication.isdecimal() or int(replication) < 1:
            raise Invalid("replication in the events URL must be a whole number from 1")
        return cls({"bootstrap_servers": parts.netloc.split(","), **_security(asked)}, int(replication))


def _security(asked: Mapping[str, str]) -> dict[str, Any]:
    protocol = asked.get("security_protocol", "PLAINTEXT")
    if protocol not in _PROTOCOLS:
        raise Invalid(f"security_protocol must be one of {', '.join(_PROTOCOLS)}")
    options: dict[str, Any] = {"security_protocol": protocol}
    if protocol.endswith("SSL"):
        try:
            options["ssl_context"] = ssl.create_default_context(cafile=asked.get("ssl_cafile"))
        except OSError as error:
            raise Invalid(f"ssl_cafile cannot be read: {error.strerror}") from error
    if protocol.startswith("SASL"):
        mechanism = asked.get("sasl_mechanism", "SCRAM-SHA-512")
        if mechanism not in _MECHANISMS or not asked.keys() >= {"sasl_username", "sasl_password_file"}:
            raise Invalid(f"SASL needs sasl_username, sasl_password_file, and one of {', '.join(_MECHANISMS)}")
        options |= {"sasl_mechanism": mechanism, "sasl_plain_username": asked["sasl_username"]}
        try:
            options["sasl_plain_password"] = Path(asked["sasl_password_file"]).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise Invalid(f"sasl_password_file cannot be read: {error.strerror}") from error
    return options


class Startable(Protocol):
    """What aiokafka's clients have in common."""

    async def start(self) -> None: ...


C = TypeVar("C", bound=Startable)


class Kept(Generic[C]):
    """A client that is started when it is first needed, and replaced after a failure. `retire` ends one in bounded time."""

    def __init__(self, make: Callable[[], C], retire: Callable[[C], Coroutine[Any, Any, None]]) -> None:
        self._make = make
        self._retire = retire
        self._client: C | None = None
        self._starting = asyncio.Lock()
        self._retiring: set[asyncio.Task[None]] = set()
        self._closed = False

    async def get(self) -> C:
        """The client, started. Raises what its start raises, and `Unavailable` after `close`."""
        async with self._starting:
            self._must_be_open()
            if self._client is None:
                client = self._make()
                try:
                    await client.start()
                    self._must_be_open()
                except BaseException:
                    self._end(client)
                    raise
                self._client = client
            return self._client

    def _must_be_open(self) -> None:
        if self._closed:
            raise Unavailable("the log is closed")

    @asynccontextmanager
    async def answering(self, seconds: float, what: str) -> AsyncIterator[C]:
        """The client for one question; a failure, or no answer in time, replaces it and raises `Unavailable`."""
        client = None
        try:
            async with asyncio.timeout(seconds):
                client = await self.get()
                yield client
        except FAILURES as error:
            if client is not None:
                self.drop(client)
            raise Unavailable(f"the log could not {what}: {error!r}") from error

    def drop(self, client: C) -> None:
        """Use `client` no more; it ends in the background."""
        if self._client is client:
            self._client = None
            self._end(client)

    def _end(self, client: C) -> None:
        task = asyncio.create_task(self._retire(client))
        self._retiring.add(task)
        task.add_done_callback(self._retiring.discard)

    async def close(self) -> None:
        """End the client, and wait for those that are ending."""
        self._closed = True
        if self._client is not None:
            self.drop(self._client)
        if self._retiring:
            await asyncio.wait(set(self._retiring))


async def retire_producer(producer: AIOKafkaProducer) -> None:
    """End a producer within 3 s. What it has not sent by then it never sends.

    Not by `stop()`: that leaves the task which retries for ever, and would send old records when the broker is back.
    """
    sender = producer._sender.sender_task
    await cancelled([sender] if sender else [])
    producer._closed = True
    await _within(1.0, producer.client.close())


async def retire_consumer(consumer: AIOKafkaConsumer) -> None:
    """Leave the group if the broker answers; end within 3.5 s in any case."""
    await _within(1.5, consumer.stop())
    coordinator, fetcher = consumer._coordinator, consumer._fetcher
    names = ("_heartbeat_task", "_commit_refresh_task", "_coordination_task")
    left = [getattr(coordinator, name, None) for name in names]
    if fetcher is not None:
        left += [fetcher._fetch_task, *fetcher._pending_tasks]
    await cancelled([task for task in left if task is not None])
    await _within(0.5, consumer._client.close())


async def _within(seconds: float, ending: Coroutine[Any, Any, None]) -> None:
    """Await it for so long. A task of its own, so that a stray `CancelledError` of aiokafka stays in it."""
    task = asyncio.create_task(ending)
    await asyncio.wait({task}, timeout=seconds)
    await cancelled([task])


async def cancelled(tasks: Iterable[asyncio.Future[Any]]) -> None:
    """Cancel what is not done, twice: aiokafka's tasks meet the first by waiting for tasks of their own."""
    tasks = set(tasks)
    for _ in range(2):
        if left := {task for task in tasks if not task.done()}:
            for task in left:
                task.cancel()
            await asyncio.wait(left, timeout=0.5)
    for task in tasks:
        if task.done() and not task.cancelled() and task.exception() is not None:
            logger.info("a Kafka client ended with %r", task.exception())
