"""Who a request is from: the address on the wire, or what a declared proxy says of it, and nobody else."""

import httpx
import orjson
import pytest
from starlette.types import Receive, Scope, Send

from shared.settings import Settings
from tests.story.test_unfinished import served

FORGED = {"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https"}


async def who(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers whom it takes the caller for."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": orjson.dumps([scope["client"][0], scope["scheme"]])})


@pytest.mark.parametrize(
    ("proxies", "taken_for"),
    [
        ((), ["127.0.0.1", "http"]),
        (("10.0.0.0/8",), ["127.0.0.1", "http"]),
        (("127.0.0.1/32",), ["203.0.113.7", "https"]),
        (("0.0.0.0/0", "::/0"), ["203.0.113.7", "https"]),
    ],
)
async def test_what_is_forwarded_is_believed_of_declared_proxies_only(
    proxies: tuple[str, ...], taken_for: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "*")  # uvicorn's own word counts for nothing
    settings = Settings(port=0, proxies=proxies)
    async with served(settings, who) as port, httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        assert (await client.get("/", headers=FORGED)).json() == taken_for


async def test_a_proxy_that_adds_is_believed_of_whom_it_saw() -> None:
    settings = Settings(port=0, proxies=("127.0.0.1/32",))
    async with served(settings, who) as port, httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
        said = {"X-Forwarded-For": "198.51.100.1, 203.0.113.7"}
        assert (await client.get("/", headers=said)).json()[0] == "203.0.113.7"
