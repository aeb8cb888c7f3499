"""`plenary doctor` beside an installation that answers: what it says of itself, what time it has, and where readers find it."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

from plenary.doctor import house
from tests.plenary.doctor.asked import doctor
from tests.plenary.running import Installation
from tests.ports import free_port


def test_two_clocks_are_compared() -> None:
    now = datetime.now(UTC)
    assert house.clock(format_datetime(now, usegmt=True), now).state == "well"
    late = house.clock(format_datetime(now - timedelta(minutes=2), usegmt=True), now)
    assert (late.state, "behind this machine's" in late.said) == ("fault", True)
    early = house.clock(format_datetime(now + timedelta(minutes=2), usegmt=True), now)
    assert (early.state, "ahead of this machine's" in early.said) == ("fault", True)
    assert house.clock("", now).state == "warning"


@asynccontextmanager
async def somebody(date: datetime, **states: str) -> AsyncIterator[str]:
    """Who answers as an installation whose clock shows this, and whose services say this of themselves."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        service = (await reader.readuntil(b"\r\n\r\n")).split()[1].decode().split("/")[1]
        body = json.dumps({"status": states.get(service, "ok")})
        head = f"HTTP/1.1 200 OK\r\nDate: {format_datetime(date, usegmt=True)}\r\nContent-Length: {len(body)}\r\n"
        writer.write(f"{head}Connection: close\r\n\r\n{body}".encode())
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def test_what_answers_is_asked_for_its_clock_its_services_and_the_address_of_readers(data: Path) -> None:
    now = datetime.now(UTC)

    async def faulty(public: str = "", **states: str) -> dict[str, tuple[str, bool]]:
        async with somebody(now, **states) as url:
            status, found = await asyncio.to_thread(doctor, data, PLENARY_URL=url, PLENARY_PUBLIC_URL=public)
        wrong = {each["what"]: (each["state"], bool(each["do"])) for each in found if each["state"] != "well"}
        wrong.pop("mail")  # without a mail server, that is a warning always
        assert status == any(state == "fault" for state, _ in wrong.values())
        return wrong

    assert await faulty() == {}
    assert await faulty(minutes="degraded") == {"minutes": ("fault", True)}
    assert await faulty(public="https://conference.invalid") == {"address": ("warning", True)}
    now -= timedelta(minutes=2)
    assert await faulty() == {"clock": ("fault", True)}


async def test_beside_a_running_one_it_says_what_that_says_of_itself_and_so_does_status(tmp_path: Path) -> None:
    here = Installation(tmp_path / "data")
    here.data.mkdir(mode=0o700)
    await asyncio.to_thread(here.start)
    try:
        status, said = await asyncio.to_thread(here.plenary, "doctor")
        assert status == 0, said
        assert "the installation's is this machine's" in said
        assert here.stop() == 0
        here.environ["PLENARY_SMTP_URL"] = f"smtp://127.0.0.1:{free_port()}"
        await asyncio.to_thread(here.start)

        await here.degraded("No mail is taken")
        status, said = await asyncio.to_thread(here.plenary, "doctor")
        assert (status, "notifications is degraded" in said) == (1, True), said
        status, said = await asyncio.to_thread(here.plenary, "status")
        assert (status, "degraded: mail server: No mail is taken (" in said) == (1, True), said
    finally:
        await asyncio.to_thread(here.stop)
