"""The installation that answers at PLENARY_URL: whether it does, how it says that it is, and what time it has."""

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import httpx

from plenary.doctor.check import Check, fault, warning, well
from plenary.doctor.settings import is_here
from services import NAMES
from shared.settings import Settings

APART = 3.0
"""Seconds by which two clocks may differ: an answer says only whole ones, and takes its time."""


async def look(settings: Settings) -> list[Check]:
    """Each service is asked, and the address that readers use."""
    async with httpx.AsyncClient(timeout=10, trust_env=False) as client:
        try:
            answer = await client.get(f"{settings.url}/health/live")
        except httpx.TransportError as error:
            do = "Start it, or let PLENARY_URL name it. (Nothing else here needs it to run.)"
            return [warning("installation", f"Nobody answers at {settings.url} ({type(error).__name__}).", do)]
        found = [clock(answer.headers.get("date", ""), datetime.now(UTC))]
        found += [check for name in NAMES for check in await _service(client, settings, name)]
        return found + await _public(client, settings)


def clock(date: str, now: datetime) -> Check:
    """What the `Date` of an answer says, beside this machine's clock."""
    try:
        apart = (now - parsedate_to_datetime(date)).total_seconds()
    except ValueError:
        return warning(
            "clock", "The installation does not say what time it has.", "Does a proxy take the header Date away?"
        )
    if abs(apart) > APART:
        ahead = "behind" if apart > 0 else "ahead of"
        said = f"The installation's clock is {abs(apart):,.0f} s {ahead} this machine's."
        return fault(
            "clock", said, "Let both follow a time server (timedatectl set-ntp true), and see docs/operations.md."
        )
    return well("clock", "the installation's is this machine's")


async def _service(client: httpx.AsyncClient, settings: Settings, name: str) -> list[Check]:
    try:
        told = (await client.get(f"{settings.url}/{name}/health/ready")).json()
        state = str(told["status"])
    except (httpx.TransportError, ValueError, KeyError, TypeError):
        state = "does not answer"
    if state == "ok":
        return [well(name, "ready")]
    return [fault(name, f"{name} is {state}.", "`plenary status` says which part; then its log.")]


async def _public(client: httpx.AsyncClient, settings: Settings) -> list[Check]:
    if settings.public_url in {"", settings.url} or is_here(urlsplit(settings.public_url).hostname or ""):
        return []
    try:
        answer = await client.get(f"{settings.public_url}/")
        if answer.status_code < 500:
            return [well("address", f"{settings.public_url} answers")]
        said = f"{settings.public_url} answers {answer.status_code}."
    except httpx.TransportError as error:
        said = f"Nobody answers at {settings.public_url} ({type(error).__name__}), where the links in mails lead."
    return [
        warning(
            "address", said, "Is PLENARY_PUBLIC_URL right, and is the proxy there? (Others may reach it all the same.)"
        )
    ]


def future(newest: datetime | None, now: datetime) -> Iterator[Check]:
    """Whether the log has a record of a time that is still to come."""
    if newest and (ahead := (newest - now).total_seconds()) > APART:
        said = f"The newest record of the log is of {newest:%Y-%m-%d %H:%M:%S} UTC, {ahead:,.0f} s from now."
        yield fault(
            "clock", said, "A clock was, or is, wrong: let all follow a time server, and see docs/operations.md."
        )
