"""What the desk asks of the store: mails with who they are for, how many there are in each state, and what failed first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from services.notifications.announcements.audiences import TOPICS, audience_of
from services.notifications.announcements.model import Announcement
from services.notifications.channels import Trouble
from services.notifications.mirrors import STANDINGS, Gathering
from services.notifications.notifications.model import FAILED, Notification, State
from services.notifications.notifications.queries import people_of
from services.notifications.notifications.repeat import REPEATS, repeat_id
from services.notifications.rules import rule_of
from services.notifications.wording import heading
from shared import locale
from shared.store import Store, Stored, Where

NEWS = 10
"""So many announcements of a gathering are shown, the latest first."""


@dataclass(frozen=True, slots=True)
class Row:
    """A mail as a list tells it. `name`: of the recipient, empty if nobody is known; `gathering`: what it is called."""

    mail: Notification
    name: str
    subject: str
    gathering: str


async def rows(store: Store, found: Sequence[Stored[Notification]], language: str) -> list[Row]:
    """These mails, with the names of now."""
    people = await people_of(store, found)
    gatherings = await store.get_many(Gathering, list({id for each in found if (id := each.entity.gathering)}))

    def row(mail: Notification) -> Row:
        person, gathering = people.get(mail.recipient), gatherings.get(mail.gathering) if mail.gathering else None
        title = locale.choose(gathering.entity.title, language) if gathering else ""
        return Row(mail, person.name if person else "", subject(mail, language), title)

    return [row(each.entity) for each in found]


async def repeats(store: Store, mail: Notification) -> list[Notification]:
    """What sent it again by hand, in this order."""
    ids = [repeat_id(mail.id, number + 1) for number in range(REPEATS)]
    found = await store.get_many(Notification, ids) if mail.state is State.SENT else {}
    return [found[id].entity for id in ids if id in found]


def subject(mail: Notification, language: str) -> str:
    """As it was written; of what is not written yet as it will be."""
    return mail.wording.subject if mail.wording else heading(mail.template, language)


async def by_state(store: Store, where: Where) -> list[tuple[State, int]]:
    """How many of these are in each state; states of none are left out."""
    counted = [(state, await store.count(Notification, {**where, "state": state})) for state in State]
    return [(state, number) for state, number in counted if number]


async def failed(store: Store, most: int) -> tuple[list[tuple[State, int]], list[Stored[Notification]]]:
    """How many failed, by state, and the oldest of them."""
    counted = [(state, number) for state, number in await by_state(store, {}) if state in FAILED]
    oldest = [
        stored
        for state, _ in counted
        for stored in (await store.find(Notification, {"state": state}, sort="queued_at", limit=most)).items
    ]
    return counted, sorted(oldest, key=lambda each: each.entity.queued_at)[:most]


async def stuck(store: Store) -> tuple[int, datetime | None]:
    """How many were delayed, and since when the way out of the house is shut for the first of them; None: it is open."""
    delayed = {"state": State.TEMPORARY_FAILURE}
    found = await store.find(Notification, delayed, sort="queued_at", limit=1)
    tries = [each for stored in found.items for each in stored.entity.attempts]
    if not tries or tries[-1].trouble is not Trouble.TECHNICAL:
        return 0, None
    return await store.count(Notification, delayed), tries[0].began_at


@dataclass(frozen=True, slots=True)
class News:
    """An announcement, to `who`, and of how many of these (`all`) so many were `told`; None: everybody, twice looked at."""

    announcement: Announcement
    subject: str
    who: str
    all: int | None


async def news(store: Store, gathering: UUID, language: str) -> list[News]:
    """What everybody of a gathering is told, the latest first; not what there was nobody beside the registered to tell."""
    found = await store.find(Announcement, {"gathering": gathering}, sort="-at", limit=NEWS)
    there = [each.entity for each in found.items if each.entity.told or not rule_of(each.entity.template).beside]
    return [await _news(store, it, language) for it in there]


async def _news(store: Store, it: Announcement, language: str) -> News:
    who, going_on = audience_of(it).who, it.due and not it.passes
    all_ = await store.count(STANDINGS[TOPICS[who]], {"gathering": it.gathering}) if going_on else None
    return News(it, heading(it.template, language), who, all_)
