"""The loop that sends, as the process runs it: through the channel that the settings name, until it is told to end."""

import asyncio
from contextlib import suppress
from functools import partial
from pathlib import Path
from uuid import UUID

from services.notifications.channels import Channel, Letterhead
from services.notifications.channels.folder import Folder
from services.notifications.notifications.courier import without_addresses
from services.notifications.notifications.sender import send_forever
from services.notifications.rules import Link
from services.notifications.wording import Templates
from shared.contracts.calendar import ENTRY
from shared.errors import Unavailable
from shared.flow.service import Service
from shared.http.app import Installation

EVERY = 15.0
"""Seconds between two looks whether mails would be taken: after two that fail readiness says so, within a minute."""

GRACE = 4.0
"""Seconds that mails which have begun have to end."""


def channel_of(*, smtp_url: str, mail_from: str, folder: Path) -> Channel:
    """The mail server at `smtp_url`, or the folder where that is empty. Raises `ValueError` for a sender without address."""
    letterhead = Letterhead.of(mail_from)
    if not smtp_url:
        return Folder(folder, letterhead)
    from services.notifications.channels.mail import MailServer, Server

    return MailServer(Server.of(smtp_url), letterhead)


def signed(installation: Installation, link: Link, about: UUID, language: str) -> str:
    """The address where a mail leads, in its language: a signed link that opens one thing for one purpose, or a page as it is."""
    if not link.purpose:
        return f"{installation.settings.address}{link.path}?lang={language}"
    token = installation.keys.link(link.purpose, about, link.good_for)
    return f"{installation.settings.address}{link.path}?link={token}&lang={language}"


def entry_uid(installation: Installation, registration: UUID) -> str:
    """How calendars call the entry of this registration."""
    return installation.keys.sealed(ENTRY, str(registration))


def templates_of(installation: Installation) -> Templates:
    """The texts of mails, with the links and the entries of this installation."""
    return Templates(link=partial(signed, installation), uid=partial(entry_uid, installation))


async def send(service: Service, installation: Installation) -> None:
    """Send until cancelled; then the mails that have begun are finished, within `GRACE`."""
    settings = installation.settings
    channel = channel_of(smtp_url=settings.smtp_url, mail_from=settings.mail_from, folder=settings.data / "mails")
    templates, stop = templates_of(installation), asyncio.Event()
    sending = send_forever(
        service, channel, now=service.clock, stop=stop, templates=templates, loop=service.loop("mails")
    )
    task = asyncio.create_task(sending)
    asking = asyncio.create_task(service.loop(f"mail {channel.name}", EVERY).forever(partial(ask, channel)))
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        asking.cancel()
        stop.set()
        with suppress(TimeoutError):
            await asyncio.wait_for(task, GRACE)
        raise


async def ask(channel: Channel) -> None:
    """Raises `Unavailable` if no mail would be taken now, so that it is known before there is one."""
    answer = await channel.greet()
    if answer.trouble is not None:
        raise Unavailable(f"No mail is taken ({without_addresses(answer.said)}).")
