"""The loop that tells everybody: page by page, each person by a command whose notification is made once, whoever repeats it."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from services.notifications.announcements.handlers import turn_page
from services.notifications.announcements.model import Announcement, TurnPage
from services.notifications.mirrors import STANDINGS
from services.notifications.mirrors.standing import Standing
from services.notifications.notifications.commands import TellOne
from services.notifications.notifications.handlers import tell_one
from services.notifications.notifications.model import Notification
from services.notifications.rules import CONCERNED, rule_of
from shared.contracts.registrations import REGISTRATIONS
from shared.flow.service import Service
from shared.loop import passing_by
from shared.store import Cursor, In, Page, Range, Stored
from shared.store.every import every

PAGE = 200
"""Registrations that are looked at together; so many are told at once."""

EVERY = 1.0
"""Seconds between two looks."""


async def spread_forever(service: Service, _installation: Any) -> None:
    """A loop of the process, until cancelled."""

    async def step() -> None:
        await spread(service, service.clock())

    await service.loop("announcements", EVERY).forever(step)


async def spread(service: Service, at: datetime) -> int:
    """Go through every announcement that is due; returns how many people were told. Broken off, it goes on where it was."""
    told = 0
    async for stored in every(service.store, Announcement, {"due": Range(lte=at)}, sort="due", passing_by=True):
        with passing_by("an announcement cannot go on", announcement=str(stored.id)):
            told += await _all_pages(service, stored, at)
    return told


async def _all_pages(service: Service, stored: Stored[Announcement], at: datetime) -> int:
    passes, told = stored.entity.passes, 0
    while (it := stored.entity).due is not None and it.passes == passes:
        page = await _page(service, it)
        made = await _tell(service, it, page)
        after = page.items[-1].id if page.items else it.after
        command = TurnPage(
            id=uuid5(it.id, f"{it.passes}/{it.after}"),
            at=at,
            correlation=it.correlation,
            announcement=it.id,
            before=it.after,
            after=after,
            told=made,
            last=page.next is None,
        )
        stored, told = await service.run(turn_page, command), told + made
    return told


async def _page(service: Service, it: Announcement) -> Page[Standing]:
    after: Cursor | None = (str(it.after), str(it.after)) if it.after else None
    where = {"gathering": it.gathering}
    return await service.store.find(STANDINGS[REGISTRATIONS.name], where, limit=PAGE, after=after)


async def _tell(service: Service, it: Announcement, page: Page[Standing]) -> int:
    """Those of a page who are concerned and were not told; how many they were."""
    concerned = [each for each in page.items if each.entity.standing in CONCERNED]
    then = await _concerned_then(service, it, [each.id for each in concerned])
    ids = {_notification(it, each.id): each for each in concerned if each.id in then}
    there = await service.store.get_many(Notification, list(ids))
    new = [_command(it, id, each, each.entity.person) for id, each in ids.items() if each.entity.person]
    new = [command for command in new if command.id not in there]
    await asyncio.gather(*(service.run(tell_one, command) for command in new))
    return len(new)


def _notification(it: Announcement, registration: UUID) -> UUID:
    return uuid5(it.id, f"{it.template}/{registration}")


async def _concerned_then(service: Service, it: Announcement, registrations: Sequence[UUID]) -> set[UUID]:
    """Of these registrations those that were concerned when it became so; who came later knows it as it is.

    Where a registration stood then, the last that was told of it until then says: each change of it is told.
    """
    where = {"about": In(registrations), "queued_at": Range(lte=it.at)}
    last: dict[UUID, Notification] = {}
    async for stored in every(service.store, Notification, where, sort="queued_at"):
        told = stored.entity
        if rule_of(told.template).standing and told.about_sequence > (
            last[told.about].about_sequence if told.about in last else 0
        ):
            last[told.about] = told
    return {about for about, told in last.items() if rule_of(told.template).standing in CONCERNED}


def _command(it: Announcement, id: UUID, registered: Stored[Standing], person: UUID) -> TellOne:
    heard = registered.heard.get(registered.id)
    return TellOne(
        id=id,
        at=it.at,
        correlation=it.correlation,
        cause=it.id,
        registration=registered.id,
        sequence=heard.sequence if heard else 1,
        person=person,
        gathering=it.gathering,
        template=it.template,
        facts=it.facts,
    )
