"""The gateway's own refusals: nginx with `deploy/gateway.conf` and nobody behind it. With everybody: `test_compose.py`."""

import json
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from testcontainers.core.wait_strategies import ExecWaitStrategy

from shared.http.problems import KINDS
from tests.containers import published
from tests.ports import free_port

pytestmark = [pytest.mark.containers]

CONFIGURATION = Path(__file__).parents[2] / "deploy" / "gateway.conf"


@pytest.fixture(scope="module")
def gateway(docker_engine: None) -> Iterator[int]:
    """Its port on loopback."""
    port = free_port()
    container = published("nginx:1.28", 8080, port).with_volume_mapping(str(CONFIGURATION), "/etc/nginx/nginx.conf")
    ready = ExecWaitStrategy(["curl", "-fs", "http://127.0.0.1:8080/health/gateway"]).with_poll_interval(0.2)
    with container.waiting_for(ready):
        yield port


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


def test_who_leaves_a_head_unfinished_is_not_waited_for(gateway: int) -> None:
    with ExitStack() as stack:
        half = [stack.enter_context(socket.create_connection(("127.0.0.1", gateway), timeout=60)) for _ in range(300)]
        for each in half:
            each.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Half: ")
        assert _asked(gateway, b"GET / HTTP/1.1\r\n" + END)[0] == 503, "the others are answered"
        assert [each.recv(65_536) for each in half] == [b""] * 300
