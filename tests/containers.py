"""Real servers in containers, on loopback ports, for tests marked `containers`. Without Docker they skip and say why.

One container of a kind for each pytest session (so for each xdist worker); tests keep apart by fresh database and topic names.
"""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from docker import from_env  # type: ignore[import-untyped]
from docker.errors import DockerException  # type: ignore[import-untyped]
from testcontainers.core.config import testcontainers_config
from testcontainers.core.container import DockerContainer
from testcontainers.core.wait_strategies import ExecWaitStrategy, WaitStrategy
from testcontainers.core.waiting_utils import WaitStrategyTarget

from tests.ports import free_port

NO_ENGINE = "no Docker engine answers"

MONGO = "mongo:8.0"
MONGO_PORT = 27017
KAFKA = "apache/kafka:4.1.0"
KAFKA_PORT = 9092


@pytest.fixture(scope="session")
def docker_engine() -> None:
    """Skips where no Docker engine answers. Ryuk is off: fixtures remove what they start."""
    try:
        client = from_env(timeout=60)
    except DockerException as error:
        pytest.skip(f"{NO_ENGINE} ({type(error).__name__})")
    try:
        client.ping()
    except DockerException as error:
        pytest.skip(f"{NO_ENGINE} ({type(error).__name__})")
    finally:
        client.close()
    testcontainers_config.ryuk_disabled = True
    testcontainers_config.tc_host_override = "127.0.0.1"


def published(image: str, inside: int, outside: int) -> DockerContainer:
    """A container, not yet started, whose port `inside` is 127.0.0.1:`outside` and nothing else."""
    container = DockerContainer(image)
    container.ports[f"{inside}/tcp"] = ("127.0.0.1", outside)  # type: ignore[assignment] # docker-py's form for one address
    return container


@dataclass(slots=True)
class Server:
    """A server that can go away (killed, as by a power cut of its process; or paused) and come back at the same address."""

    container: DockerContainer
    ready: WaitStrategy
    url: str

    def stop(self) -> None:
        """Kill it, and wait until it is gone; what it answered lies on its disk."""
        container = self.container.get_wrapped_container()
        container.kill()
        container.wait(timeout=60)

    def start(self) -> None:
        """Start it again; returns when it answers."""
        self.container.get_wrapped_container().start()
        self.ready.wait_until_ready(self.container)

    def pause(self) -> None:
        """It keeps its connections and answers nobody."""
        self.container.get_wrapped_container().pause()

    def resume(self) -> None:
        """Undo `pause`."""
        self.container.get_wrapped_container().unpause()

    def revive(self) -> None:
        """Let it run and answer again, whatever was done to it."""
        container = self.container.get_wrapped_container()
        container.reload()
        if container.status == "paused":
            container.unpause()
        elif container.status != "running":
            container.start()
        self.ready.wait_until_ready(self.container)


@pytest.fixture(scope="session")
def mongo_server(docker_engine: None) -> Iterator[Server]:
    """A server that speaks MongoDB's protocol, durable. Whoever stops it starts it again."""
    port = free_port()
    ready = ExecWaitStrategy(["mongosh", "--quiet", "--eval", "db.runCommand({ping: 1})"]).with_poll_interval(0.2)
    with published(MONGO, MONGO_PORT, port).waiting_for(ready) as container:
        yield Server(container, ready, f"mongodb://127.0.0.1:{port}")


@pytest.fixture(scope="session")
def mongo_url(mongo_server: Server) -> str:
    """`mongodb://127.0.0.1:<port>`; a test adds `/` and a database name of its own."""
    return mongo_server.url


class KafkaAnswers(WaitStrategy):
    """Ready when the broker says that there is a broker: for a while after it came back there is none."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self._port = port

    def wait_until_ready(self, container: WaitStrategyTarget) -> None:
        if not self.with_poll_interval(0.2)._poll(self._answers):
            raise TimeoutError("Kafka does not answer")

    def _answers(self) -> bool:
        metadata, version, correlation = 3, 1, 1
        question = struct.pack(">hhih4si", metadata, version, correlation, 4, b"test", 0)
        try:
            with socket.create_connection(("127.0.0.1", self._port), timeout=1) as connection:
                connection.sendall(struct.pack(">i", len(question)) + question)
                _, _, brokers = struct.unpack(">iii", connection.recv(12, socket.MSG_WAITALL))
                return bool(brokers)
        except (OSError, struct.error):
            return False


@contextmanager
def kafka() -> Iterator[Server]:
    """A Kafka broker that would make topics by itself, as Kafka does by default."""
    port = free_port()
    container = published(KAFKA, KAFKA_PORT, port).with_envs(
        KAFKA_HEAP_OPTS="-Xms256m -Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC",  # starts in half the time
        KAFKA_NODE_ID="1",
        KAFKA_PROCESS_ROLES="broker,controller",
        KAFKA_LISTENERS=f"PLAINTEXT://:{KAFKA_PORT},CONTROLLER://:9093",
        KAFKA_ADVERTISED_LISTENERS=f"PLAINTEXT://127.0.0.1:{port}",
        KAFKA_LISTENER_SECURITY_PROTOCOL_MAP="PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        KAFKA_CONTROLLER_LISTENER_NAMES="CONTROLLER",
        KAFKA_CONTROLLER_QUORUM_VOTERS="1@localhost:9093",
        KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR="1",
        KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS="4",
        KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR="1",
        KAFKA_TRANSACTION_STATE_LOG_MIN_ISR="1",
        KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS="0",
        KAFKA_LOG_CLEANER_BACKOFF_MS="300",
        # A broker that was killed may come back after so long. One that a busy machine held up for longer is taken for
        # dead by its own controller, and for a moment there is no broker: so not too short.
        KAFKA_BROKER_SESSION_TIMEOUT_MS="5000",
        KAFKA_BROKER_HEARTBEAT_INTERVAL_MS="500",
    )
    ready = KafkaAnswers(port)
    with container.waiting_for(ready):
        yield Server(container, ready, f"kafka://127.0.0.1:{port}")


@pytest.fixture(scope="session")
def kafka_server(docker_engine: None) -> Iterator[Server]:
    """One Kafka broker for all who use topics of their own. Whoever stops it starts it again."""
    with kafka() as server:
        yield server


@pytest.fixture(scope="session")
def kafka_url(kafka_server: Server) -> str:
    """`kafka://127.0.0.1:<port>`; a test uses topic and group names of its own."""
    return kafka_server.url
