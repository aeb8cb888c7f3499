"""The gateway's own refusals: nginx with `deploy/gateway.conf` and nobody behind it. With everybody: `test_compose.py`."""

import json
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from testcontainers.core.container import DockerContainer
from testcontainers.core.network import Network
from testcontainers.core.wait_strategies import ExecWaitStrategy

from shared.http.problems import KINDS
from tests.containers import published
from tests.ports import free_port

pytestmark = [pytest.mark.containers]

CONFIGURATION = Path(__file__).parents[2] / "deploy" / "gateway.conf"
READY = "http://127.0.0.1:8080/health/gateway"
MIB = 1_048_576
BEHIND = """
events {}
http {
    default_type text/html;
    server {
        listen 8000;
        location / {
            add_header ETag '"3-gzip"';
            add_header Content-Encoding gzip;
            add_header X-Asked '$http_accept_encoding $http_if_none_match';
            return 200 "%s";
        }
    }
}
""" % ("as it was" * 300)


@dataclass(frozen=True)
class Gateway:
    """nginx with our configuration, at a port on loopback."""

    container: DockerContainer
    port: int

    def memory(self) -> float:
        """MiB that its processes hold, without what the system keeps of files."""
        told = self.container.get_wrapped_container().stats(stream=False)["memory_stats"]
        return float(told["usage"] - told.get("stats", {}).get("inactive_file", 0)) / MIB

    def others(self, n: int = 50) -> list[float]:
        """How many milliseconds somebody else waits, sorted: for a refusal of the gateway's own."""
        took = []
        for _ in range(n):
            began = time.perf_counter()
            assert _asked(self.port, b"BREW / HTTP/1.1\r\n" + END)[0] == 405
            took.append((time.perf_counter() - began) * 1000)
        return sorted(took)


@contextmanager
def _nginx(configuration: Path, ready: str, network: Network | None = None, *names: str) -> Iterator[Gateway]:
    port = free_port()
    container = published("nginx:1.28", 8080, port).with_volume_mapping(str(configuration), "/etc/nginx/nginx.conf")
    if network is not None:
        container = container.with_network(network).with_network_aliases(*names)
    wait = ExecWaitStrategy(["curl", "-fs", ready]).with_poll_interval(0.2)
    with container.waiting_for(wait):
        yield Gateway(container, port)


@pytest.fixture(scope="module")
def nginx(docker_engine: None) -> Iterator[Gateway]:
    with _nginx(CONFIGURATION, READY) as running:
        yield running


@pytest.fixture(scope="module")
def gateway(nginx: Gateway) -> int:
    """Its port on loopback."""
    return nginx.port


def _asked(port: int, request: bytes) -> tuple[int, dict[str, str], dict[str, object]]:
    """Status, headers (names in small letters) and body of the answer to these bytes."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(request)
        head, _, body = b"".join(iter(lambda: connection.recv(65536), b"")).partition(b"\r\n\r\n")
    first, *lines = head.decode("ascii").split("\r\n")
    headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}
    assert headers["content-type"] == "application/problem+json", head
    return int(first.split()[1]), headers, json.loads(body)


END = b"Host: x\r\nConnection: close\r\n\r\n"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        pytest.param(b"GET / HTTP/1.1\r\n" + END, 503, id="nobody behind"),
        pytest.param(b"GET /minutes/v1/x HTTP/1.1\r\n" + END, 503, id="no service"),
        pytest.param(
            b"POST /minutes/v1/x HTTP/1.1\r\nContent-Length: 0\r\n" + END, 503, id="a change without a service"
        ),
        pytest.param(b"no HTTP at all\r\n\r\n", 400, id="no HTTP"),
        pytest.param(b"GET / HTTP/1.1\r\nContent-Length: x\r\n" + END, 400, id="a broken header"),
        pytest.param(b"GET /gateway/413 HTTP/1.1\r\n" + END, 404, id="its own words"),
        pytest.param(b"GET /metrics HTTP/1.1\r\n" + END, 404, id="figures"),
        pytest.param(b"GET /minutes/%6detrics HTTP/1.1\r\n" + END, 404, id="figures of a service"),
        pytest.param(b"GET /x/..//registration//metrics?x HTTP/1.1\r\n" + END, 404, id="figures by a long way"),
        pytest.param(b"TRACE / HTTP/1.1\r\n" + END, 405, id="trace"),
        pytest.param(b"BREW / HTTP/1.1\r\n" + END, 405, id="an unknown method"),
        pytest.param(b"POST / HTTP/1.1\r\nContent-Length: 13000000\r\n" + END, 413, id="a large body"),
        pytest.param(
            b"POST /registration/status/answers?link=x HTTP/1.1\r\nContent-Length: 27300000\r\n" + END, 413, id="files"
        ),
        pytest.param(b"GET /" + b"x" * 9000 + b" HTTP/1.1\r\n" + END, 414, id="a long address"),
        pytest.param(b"GET / HTTP/1.1\r\nX: " + b"x" * 9000 + b"\r\n" + END, 431, id="a long header"),
    ],
)
def test_what_the_gateway_refuses_is_a_problem(gateway: int, said: bytes, status: int) -> None:
    answered, headers, problem = _asked(gateway, said)
    assert answered == status == problem["status"]
    kind = KINDS[str(problem["type"]).removeprefix("/problems/")]
    assert problem["title"] == kind.title
    assert problem["instance"] == f"urn:plenary:request:{headers['x-correlation-id']}"
    assert ("retry-after" in headers) == (status == 503)
    assert ("allow" in headers) == (status == 405)


@pytest.mark.parametrize("said", [b"", b"GET / HTTP/1.1\r\nHost: x\r\nX-Half: "], ids=["idle", "half a head"])
def test_who_leaves_a_head_unfinished_is_not_waited_for(
    nginx: Gateway, said: bytes, record_property: Callable[[str, object], None]
) -> None:
    alone, before = nginx.others(), nginx.memory()
    with ExitStack() as stack:
        opened = [
            stack.enter_context(socket.create_connection(("127.0.0.1", nginx.port), timeout=60)) for _ in range(300)
        ]
        for each in opened:
            each.sendall(said)
        took, held = nginx.others(), nginx.memory() - before
        assert [each.recv(65_536) for each in opened] == [b""] * 300
    record_property(
        "seen", f"{held:.1f} MiB; others wait {took[25]:.1f} ms, one {took[-1]:.1f}; before {alone[25]:.1f} ms"
    )
    assert held < 32


def test_headers_without_end_cost_the_gateway_nothing(
    nginx: Gateway, record_property: Callable[[str, object], None]
) -> None:
    alone, before = nginx.others(), nginx.memory()
    with ThreadPoolExecutor(4) as beside:
        floods = [beside.submit(_flood, nginx.port, 50 * MIB) for _ in range(4)]
        took, held = nginx.others(), nginx.memory() - before
        answers = [flood.result() for flood in floods]
    record_property("seen", f"{held:.1f} MiB; others wait {took[25]:.1f} ms; before {alone[25]:.1f} ms")
    assert all(b" 431 " in answer for answer in answers), (
        "what still comes is thrown away for a while, so that it can be read"
    )
    assert held < 32


def _flood(port: int, size: int) -> bytes:
    """Say headers without end; what the other side said."""
    part = b"X-Flood: " + b"x" * 4000 + b"\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
        with suppress(OSError):
            for _ in range(size // len(part)):
                connection.sendall(part)
        return connection.recv(65_536)


@pytest.fixture
def services(docker_engine: None, tmp_path: Path) -> Iterator[int]:
    """The gateway before somebody who says in a compressed answer what was asked for."""
    answers = tmp_path / "nginx.conf"
    answers.write_text(BEHIND)
    with Network() as network, ExitStack() as stack:
        stack.enter_context(_nginx(answers, "http://127.0.0.1:8000/", network, "registration"))
        yield stack.enter_context(_nginx(CONFIGURATION, READY, network, "gateway")).port


def test_what_a_service_compressed_passes_with_its_tag(services: int) -> None:
    asked = {"Accept-Encoding": "gzip;q=0.5, br", "If-None-Match": '"3-gzip"'}
    with httpx.stream("GET", f"http://127.0.0.1:{services}/", headers=asked) as answer:
        assert answer.headers["etag"] == '"3-gzip"', "a weak one would be good for no If-Match"
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers["x-asked"] == 'gzip;q=0.5, br "3-gzip"'
        assert b"".join(answer.iter_raw()) == b"as it was" * 300
