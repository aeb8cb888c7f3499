"""A mail server with an API that somebody else wrote takes our mails and reads them as they were meant."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from testcontainers.core.wait_strategies import LogMessageWaitStrategy

from services.notifications.channels.mail import MailServer, Server
from services.notifications.notifications.sender import Mailer
from services.notifications.wording import Templates
from tests.containers import published
from tests.notifications.house import LETTERHEAD, NAMES, Clock, confirmed, house, knows, person
from tests.ports import free_ports

MAILPIT = "axllent/mailpit:v1.27"

pytestmark = pytest.mark.containers


@pytest.fixture
def mailpit(docker_engine: None) -> Iterator[tuple[str, str]]:
    """The URLs of its SMTP server and of its API."""
    smtp, web = free_ports(2)
    container = published(MAILPIT, 1025, smtp)
    container.ports["8025/tcp"] = ("127.0.0.1", web)  # type: ignore[assignment]
    ready = LogMessageWaitStrategy("accessible via")
    with container.waiting_for(ready):
        yield f"smtp://127.0.0.1:{smtp}", f"http://127.0.0.1:{web}"


async def test_mailpit_reads_our_mails_in_three_languages(tmp_path: Path, mailpit: tuple[str, str]) -> None:
    smtp, web = mailpit
    async with house(tmp_path) as service, httpx.AsyncClient(base_url=web) as client:
        await knows(service, *(person(n, language) for n, language in enumerate(NAMES, 1)))
        mails = [await confirmed(service, n) for n in (1, 2, 3)]
        channel = MailServer(Server.of(smtp), LETTERHEAD)
        assert await Mailer(service, channel, Templates(), Clock()).step() == 3
        await channel.close()
        listed = (await client.get("/api/v1/messages")).json()["messages"]
        assert {each["MessageID"] for each in listed} == {f"{mail.id}@basins.example" for mail in mails}
        assert {each["To"][0]["Name"] for each in listed} == set(NAMES.values())
        for each in listed:
            mail = (await client.get(f"/api/v1/message/{each['ID']}")).json()
            assert mail["Text"].strip()
            assert "<bdi>" in mail["HTML"]
            assert [each["ContentType"] for each in mail["Attachments"]] == ["application/ics"]
