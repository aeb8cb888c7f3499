"""Real servers in containers, on loopback ports, for tests marked `containers`. Without Docker they skip and say why.

One container of a kind for each pytest session (so for each xdist worker); tests keep apart by fresh database and topic names.
"""

import socket
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from docker import from_env  # type: ignore[import-untyped]
from docker.errors import DockerException  # type: ignore[import-untyped]
from testcontainers.core.config import testcontainers_config
from testcontainers.core.container import DockerContainer
from testcontainers.core.wait_strategies import ExecWaitStrategy, WaitStrategy

MONGO = "mongo:8.0"
MONGO_PORT = 27017


@pytest.fixture(scope="session")
def docker_engine() -> None:
    """Skips where no Docker engine answers. Ryuk is off: fixtures remove what they start."""
    try:
        client = from_env(timeout=10)
    except DockerException as error:
        pytest.skip(f"no Docker engine answers: {error}")
    try:
        client.ping()
    except DockerException as error:
        pytest.skip(f"no Docker engine answers: {error}")
    finally:
        client.close()
    testcontainers_config.ryuk_disabled = True
    testcontainers_config.tc_host_override = "127.0.0.1"


def free_port() -> int:
    """A loopback port that nobody listens on. Fixed for a container's life, so that it comes back where it was."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


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
        """Kill it; what it answered lies on its disk."""
        self.container.get_wrapped_container().kill()

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
