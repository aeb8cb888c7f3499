"""A mail server that is away, or dies, is seen within a minute though nobody is written to; and so is that it is back."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from services.notifications.channels.mail import GREETING
from services.notifications.notifications import loop
from tests.notifications.post import post_office
from tests.ports import free_port
from tests.story.house import house
from tests.waiting import until

AS_IT_IS = loop.EVERY


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "EVERY", 0.02)


@pytest.fixture
def port() -> int:
    """Where a mail server will be."""
    return free_port()


async def _ready(client: httpx.AsyncClient) -> dict[str, Any]:
    answer = await client.get("/health/ready")
    assert answer.status_code == 200, "requests are answered all the same"
    told: dict[str, Any] = answer.json()
    return told


async def _degraded(client: httpx.AsyncClient) -> list[str]:
    found: list[str] = (await _ready(client))["services"]["notifications"]["degraded"]
    return found


async def _well(client: httpx.AsyncClient) -> bool:
    return str((await _ready(client))["status"]) == "ok"


def test_two_looks_that_fail_are_within_a_minute() -> None:
    assert 2 * (AS_IT_IS + GREETING + 1.0) < 60


async def test_a_dead_server_is_seen_and_one_that_is_back_too(tmp_path: Path, port: int) -> None:
    async with house(tmp_path, smtp_url=f"smtp://127.0.0.1:{port}") as here, here.client("secretariat") as client:
        [told] = await until(lambda: _degraded(client))
        assert told.startswith("mail server: No mail is taken (")
        assert (await _ready(client))["status"] == "degraded"
        async with post_office(port) as post:
            await until(lambda: _well(client))
            assert post.greetings
            assert post.mails == [], "nobody is written to for it"
        [told] = await until(lambda: _degraded(client))
        assert told.startswith("mail server: ")


async def test_what_is_said_of_it_holds_no_password(
    tmp_path: Path, port: int, caplog: pytest.LogCaptureFixture
) -> None:
    url = f"smtp://mailer:letmein@127.0.0.1:{port}?tls=off"
    async with house(tmp_path, smtp_url=url) as here, here.client("secretariat") as client:
        told = str(await until(lambda: _degraded(client)))
    logged = "".join(str(vars(record)) for record in caplog.records)
    assert "letmein" not in told + logged
    assert "No mail is taken" in logged


async def test_a_folder_that_takes_nothing_is_seen(tmp_path: Path) -> None:
    (tmp_path / "mails").write_text("somebody's file")
    async with house(tmp_path) as here, here.client("secretariat") as client:
        told = await until(lambda: _degraded(client))
    assert told == ["mail folder: No mail is taken (the folder does not take mails)."]
