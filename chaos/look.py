"""Wait until the installation is quiet, then read all that it shows."""

import asyncio
import time
from collections.abc import Sequence

from chaos.client import Client
from chaos.seen import Seen, View
from chaos.targets import Target

SERVICES = ("registration", "notifications", "minutes")
WAITING = ("queued", "sending", "temporary_failure")
STILL = 12.0
"""Seconds without any movement after which nothing is on its way any more: two passes of the sweep of outboxes."""


async def settle(client: Client, gathering: str, patience: float) -> str:
    """Until nothing moves; what still moved after `patience` seconds, empty if all is still."""
    until = time.monotonic() + patience
    last, since = "", time.monotonic()
    while time.monotonic() < until:
        now = await _moving(client, gathering)
        if now != last:
            last, since = now, time.monotonic()
        if not now.partition("|")[0] and time.monotonic() - since > STILL:
            return ""
        await asyncio.sleep(0.5)
    return last


async def _moving(client: Client, gathering: str) -> str:
    """What is on its way, a bar, and how far the log is: the same twice is stillness."""
    moving = []
    for service in SERVICES:
        told = (await client.ask("GET", f"/{service}/health/ready")).json()["services"][service]
        moving += [f"{service} has {told['lag']} to hear"] if told["lag"] else []
    for state in WAITING:
        params = {"gathering": gathering, "state": state, "limit": 1}
        found = (await client.ask("GET", "/notifications/v1/notifications", params=params)).json()
        moving += [f"a mail is {state}"] if found else []
    newest = await client.ask("GET", "/notifications/v1/notifications", params={"gathering": gathering, "limit": 1})
    return f"{'; '.join(moving)}|{[each['id'] for each in newest.json()]}"


async def look(client: Client, target: Target, gathering: str) -> Seen:
    """Everything, once."""
    seen = Seen()
    registrations = await client.pages(f"/registration/v1/gatherings/{gathering}/registrations", limit=100)
    seen.registrations = {view["id"]: view for view in registrations}
    seen.events = [event for event in await _feed(client) if event["data"]["gathering"] == gathering]
    seen.notifications = await client.pages("/notifications/v1/notifications", gathering=gathering, limit=100)
    attendance = await client.pages(f"/minutes/v1/minutes/{gathering}/attendance", limit=100)
    seen.attendance = {view["registration"]: view for view in attendance}
    seen.mails = await target.mails()
    for service in SERVICES:
        told = (await client.ask("GET", f"/{service}/health/ready")).json()
        seen.readiness[service] = told["services"][service]
    return seen


async def _feed(client: Client) -> Sequence[View]:
    return await client.pages("/registration/v1/events", topic="plenary.registrations", limit=1000)
