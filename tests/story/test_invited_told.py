"""Over days a meeting is put off, postponed, held after all, and cancelled: who is invited and has not answered hears it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from services.notifications.announcements.loop import spread
from services.notifications.notifications.model import Notification
from shared.store.every import every
from tests.notifications.calendar.own import read
from tests.plenary.verify.installation import broken, said
from tests.story.chain import Chain
from tests.story.house import House, house
from tests.story.test_announcements import WHY

WAITS, PERHAPS, COMES, DECLINED, TAKEN_BACK, POINT = range(6)


async def invited(chain: Chain) -> None:
    """Six people: of whom one answers for an organization."""
    by = {"reply_by": (datetime.now(UTC) + timedelta(days=20)).isoformat(), "category": "delegate"}
    made = {}
    for n in range(POINT):
        made[n] = await chain.post(f"{chain.path}/invitations", by | {"person": chain.people[n]})
    home = {"organization": await chain.organization(POINT), "quota": 2, "focal_points": [chain.people[POINT]]}
    await chain.post(f"{chain.path}/invitations", by | home)
    for n, step, form in (
        (PERHAPS, "reply", {"reply": "tentative"}),
        (COMES, "reply", {"reply": "accepted"}),
        (DECLINED, "reply", {"reply": "declined"}),
        (TAKEN_BACK, "withdraw", None),
    ):
        path = f"/registration/v1/invitations/{made[n].json()['id']}"
        tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
        await chain.post(f"{path}/{step}", form, **tag)


async def told(here: House, chain: Chain) -> dict[int, list[str]]:
    """By which templates each was told of the gathering, in this order."""
    running = here.service("notifications")
    await here.settle()
    await spread(running, running.clock())
    await here.settle()
    found = [stored.entity async for stored in every(running.store, Notification, {}, sort="queued_at")]
    there: dict[int, list[str]] = {}
    for each in found:
        if each.template.startswith(("gathering-", "invited-")):
            there.setdefault(chain.people.index(str(each.recipient)), []).append(each.template)
    return there


def entries(here: House, n: int) -> list[Any]:
    """What the mails to somebody brought for the calendar, the one that counts last."""
    found = [
        read(part.get_content().encode())
        for mail in here.mails()
        if f"p{n}@example.org" in mail["To"]
        for part in mail.walk()
        if part.get_content_type() == "text/calendar" and not part.is_attachment()
    ]
    return sorted(found, key=lambda each: int(each.vevent.sequence.value))


async def test_who_has_not_answered_hears_of_each_and_the_entry_moves_and_vanishes(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        chain = Chain(here, secretary)
        await chain.bring_in()
        starts_at = datetime.now(UTC) + timedelta(days=30)
        await chain.announce(
            starts_at=starts_at.isoformat(), ends_at=(starts_at + timedelta(days=1)).isoformat(), admission={}
        )
        await invited(chain)
        await here.passes(days=1)
        assert await told(here, chain) == {}
        overview = await secretary.get(f"/registration/gatherings/{chain.gathering}/overview?lang=en")
        assert "4 people will be told by mail" in overview.text
        later = starts_at + timedelta(days=7)
        moved = {"starts_at": later.isoformat(), "ends_at": (later + timedelta(days=1)).isoformat()}
        expected: dict[int, list[str]] = {n: [] for n in (WAITS, PERHAPS, COMES, POINT)}
        for step, form, word in (
            ("postpone", {"reason": WHY} | moved, "rescheduled"),
            ("postpone", {"reason": WHY}, "postponed"),
            ("announce", None, "announced"),
            ("cancel", {"reason": WHY}, "cancelled"),
        ):
            await here.passes(days=3)
            tag = {"If-Match": (await secretary.get(chain.path)).headers["ETag"]}
            await chain.post(f"{chain.path}/{step}", form, **tag)
            for n, words in expected.items():
                words.append(f"{'gathering' if n == COMES else 'invited'}-{word}")
            assert await told(here, chain) == expected
        for n in (WAITS, PERHAPS):
            methods = [each.method.value for each in entries(here, n)]
            assert methods == ["REQUEST", "REQUEST", "CANCEL", "REQUEST", "CANCEL"]
            assert len({each.vevent.uid.value for each in entries(here, n)}) == 1
        assert entries(here, POINT) == []
        assert said(await broken(tmp_path)) == ""
