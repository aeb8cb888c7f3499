"""The real docker-compose.yml, in a project of its own: the chain through the gateway, and each part gone and back."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

from bench.composed import HERE, Composed, Failed
from bench.drill import PARTS, drill, verified
from services import NAMES
from tests.ports import free_port
from tests.waiting import until

pytestmark = [pytest.mark.containers, pytest.mark.slow, pytest.mark.timeout(900)]

AWAY = 7.0
"""Seconds for which a part is away here; `python -m bench.drill` takes a minute."""

STORES_AND_LOG = [part for part in PARTS if part not in NAMES]


@pytest.fixture(scope="module")
def composed(docker_engine: None) -> Iterator[Composed]:
    """The deployment with its mail catcher, up and healthy; removed with its volumes at the end."""
    deployment = Composed(f"plenary-test-{os.getpid()}", free_port(), {"PLENARY_SMTP_URL": "smtp://mailpit:1025"})
    try:
        asyncio.run(deployment.up())
        yield deployment
    finally:
        asyncio.run(deployment.down())


@pytest.fixture(autouse=True)
def nothing_ends_by_itself(composed: Composed) -> Iterator[None]:
    """What was not stopped or killed by a test runs on: no container has started again, no service has said why it ends."""
    yield
    assert asyncio.run(composed.fallen()) == []


async def _inspected(composed: Composed, *services: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(await composed.docker("inspect", *await composed.containers(*services)))
    return found


async def test_only_the_gateway_can_be_reached_and_nobody_has_rights(composed: Composed) -> None:
    for container in await _inspected(composed):
        service = container["Config"]["Labels"]["com.docker.compose.service"]
        published = [at["HostIp"] for bound in container["NetworkSettings"]["Ports"].values() for at in bound or []]
        assert published == (["127.0.0.1"] if service == "gateway" else []), service
        host = container["HostConfig"]
        assert host["CapDrop"] == ["ALL"], service
        assert "no-new-privileges:true" in host["SecurityOpt"], service
        assert host["Memory"] > 0, service
        assert host["NanoCpus"] > 0, service
        assert host["PidsLimit"] > 0, service
        if service in {*NAMES, "gateway"}:
            assert host["ReadonlyRootfs"], service
            assert not container["Config"]["User"].startswith(("0", "root")), service
            assert container["Config"]["User"], service


async def test_a_service_reaches_the_log_and_its_own_store_alone(composed: Composed) -> None:
    hosts = [*STORES_AND_LOG, "gateway"]
    look = f"""
import socket
for host in {hosts}:
    try:
        print(host, socket.gethostbyname(host))
    except OSError:
        pass
"""
    for service in NAMES:
        found = {line.split()[0] for line in (await composed.inside(service, look)).splitlines()}
        assert found == {"kafka", f"mongo-{service}", "gateway"}


async def test_the_image_holds_nothing_that_builds_or_installs(composed: Composed) -> None:
    look = """
import os, shutil, subprocess, sys
installs = ("pip", "setuptools", "ensurepip")
for python in (sys.executable, os.path.realpath(sys.executable)):
    for name in installs:
        if not subprocess.run([python, "-c", f"import {name}"], stderr=subprocess.DEVNULL).returncode:
            print(python, name)
for name in ("gcc", "cc", "make", "curl", "git", "pip", "pip3"):
    print(shutil.which(name) or "", end="")
"""
    assert (await composed.inside("registration", look)).strip() == ""


async def test_the_story_is_told_through_the_gateway_and_every_invariant_holds(
    composed: Composed, tmp_path: Path
) -> None:
    await composed.key(tmp_path)
    process = await asyncio.create_subprocess_exec(
        str(Path(sys.executable).with_name("plenary")),
        "demo",
        cwd=HERE,
        env={**os.environ, "PLENARY_URL": composed.url, "PLENARY_DATA": str(tmp_path)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await asyncio.wait_for(process.communicate(), 240)
    assert process.returncode == 0, said.decode()
    assert "the next 30 days are not rehearsed" in said.decode(), "its stores are servers"
    assert await verified(composed) == []
    mails = [mail["MessageID"] for mail in await composed.mails()]
    guests, strangers = 402, 9  # one was promoted, one cancelled; four strangers are asked, and told what came of it
    # of the meeting, the workshop and the evening beside it, the team, editions, invitations, silence, actions
    others = 59
    told = 401  # that the final statement is adopted: who holds a place, and who waits for one
    readers = 302  # who holds a place and is told that the minutes are published
    subscriber = 3  # is asked to confirm the address, and told of the report and of its correction
    assert len(mails) == len(set(mails)) == guests + strangers + others + told + readers + subscriber


@pytest.mark.parametrize("part", PARTS)
async def test_a_part_that_stops_and_one_that_is_killed_comes_back_and_nothing_is_lost(
    composed: Composed, part: str
) -> None:
    service = part.removeprefix("mongo-")
    for how in ("stop", "kill"):
        row = await drill(composed, part, how, AWAY, per_second=2)
        assert row.wrong == []
        if part == "kafka":
            assert row.missing == {f"{each}: log" for each in NAMES}
            assert not row.refused, "without Kafka everything is answered; events wait in the outboxes"
        else:
            assert row.missing == {f"{service}: {'no answer' if part == service else 'store'}"}
            assert set(row.refused) == {service}
        assert all(row.answered[each] for each in NAMES if each not in row.refused), "the others go on"


async def test_after_all_of_it_every_invariant_holds_and_each_mail_came_once(composed: Composed) -> None:
    assert await verified(composed) == []
    mails = [mail["MessageID"] for mail in await composed.mails()]
    assert len(mails) == len(set(mails)), "what a killed process had begun is sent again after ten minutes only"
    sent = {each["message_id"].strip("<>") async for each in _notifications(composed, "sent")}
    begun = {each["message_id"].strip("<>") async for each in _notifications(composed, "sending")}
    assert sent <= set(mails)
    assert set(mails) - sent <= begun


async def _notifications(composed: Composed, state: str) -> AsyncIterator[dict[str, Any]]:
    headers = {"Authorization": f"Bearer {await composed.token()}"}
    async with httpx.AsyncClient(base_url=composed.url, headers=headers) as client:
        path = f"/notifications/v1/notifications?limit=100&state={state}"
        while path:
            page = await client.get(path)
            for each in page.json():
                yield each
            path = page.links.get("next", {}).get("url", "")


@pytest.mark.parametrize("missing", [(), STORES_AND_LOG], ids=["nothing missing", "without stores and log"])
async def test_a_service_that_is_told_to_stop_ends_by_itself_within_ten_seconds(
    composed: Composed, missing: Sequence[str]
) -> None:
    if missing:
        await composed.compose("stop", *missing)
    containers = await composed.containers(*NAMES)
    await asyncio.gather(*(composed.docker("stop", "--time", "10", each) for each in containers))
    for container in await _inspected(composed, *NAMES):
        assert container["State"]["ExitCode"] == 0, "it had to be killed"
    await composed.up()


async def test_the_gateway_ends_what_is_in_flight_and_waits_for_no_feed(composed: Composed) -> None:
    gateway = (await composed.containers("gateway"))[0]
    going = asyncio.Event()

    async def slowly() -> AsyncIterator[bytes]:
        yield b"{"
        await going.wait()
        yield b"}"

    headers = {"Authorization": f"Bearer {await composed.token()}"}
    feed = {"Accept": "text/event-stream"}
    async with (
        httpx.AsyncClient(base_url=composed.url, headers=headers, timeout=30) as client,
        client.stream("GET", "/minutes/v1/events?topic=plenary.minutes", headers=feed) as listening,
    ):
        await anext(listening.aiter_bytes())
        answer = asyncio.create_task(client.post("/registration/v1/people", content=slowly()))
        stop = asyncio.create_task(composed.docker("stop", "--time", "10", gateway))
        await _refuses(composed)
        going.set()
        assert (await answer).headers["content-type"] == "application/problem+json"
        await stop
    assert (await _inspected(composed, "gateway"))[0]["State"]["ExitCode"] == 0, "it had to be killed"
    await composed.up()


async def _refuses(composed: Composed) -> None:
    """Wait until the gateway takes no new request."""
    with suppress(httpx.TransportError):
        while True:
            async with httpx.AsyncClient(base_url=composed.url) as client:
                await client.get("/health/gateway")


async def test_a_wrong_door_says_what_a_right_one_would(composed: Composed) -> None:
    async with httpx.AsyncClient(base_url=composed.url) as client:
        unknown = await client.get("/registration/v1/nothing")
        large = await client.post("/registration/v1/people", content=b"x" * 13_000_000)
        published = await client.get("/minutes")
    assert unknown.headers["content-type"] == large.headers["content-type"] == "application/problem+json"
    assert (unknown.status_code, large.status_code) == (404, 413)
    assert published.status_code == 200, "the page of the minutes, as without a gateway"


async def test_a_process_that_ends_by_itself_is_started_again_and_noticed(composed: Composed) -> None:
    await composed.up()  # whatever the tests before it left
    with suppress(Failed):  # it takes the one that asks along
        await composed.inside("minutes", "import os, signal; os.kill(-1, signal.SIGKILL)")
    [container] = await composed.containers("minutes")

    async def noticed() -> list[str]:
        return await composed.fallen()

    assert await until(noticed) == [f"{composed.name}-minutes-1 was started again 1 times"]
    await composed.docker("restart", container)
    await composed.up()
