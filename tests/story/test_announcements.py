"""What becomes of a gathering, from the secretariat's request to everybody's mail, and `verify` that knows who must be told."""

from pathlib import Path
from uuid import uuid5

from services.notifications.announcements.loop import spread
from services.notifications.announcements.model import Announcement
from services.notifications.notifications.model import Notification
from shared.store.every import every
from tests.plenary.verify.installation import broken, said
from tests.story.chain import PEOPLE, registered
from tests.story.house import house
from tests.waiting import until

WHY = {"en": "The road is flooded.", "fa": "راه را آب گرفته است.", "ar": "الطريق مغمور."}


async def test_everybody_is_told_that_it_is_cancelled_and_verify_misses_whoever_is_not(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        chain = await registered(here, secretary)
        tag = {"If-Match": (await secretary.get(chain.path)).headers["ETag"]}
        await chain.post(f"{chain.path}/cancel", {"reason": WHY}, **tag)
        await here.settle()
        running = here.service("notifications")
        await spread(running, running.clock())

        async def told() -> list[Notification]:
            found = [stored.entity async for stored in every(running.store, Notification, {})]
            return [each for each in found if each.template == "gathering-cancelled"]

        async def everybody() -> bool:
            return len(await told()) == PEOPLE

        await until(everybody)
        await here.settle()
        assert {str(each.recipient) for each in await told()} == set(chain.people)
        assert said(await broken(tmp_path)) == ""
        [announcement] = [stored.id async for stored in every(running.store, Announcement, {})]
        one = (await told())[0]
        assert one.id == uuid5(announcement, f"gathering-cancelled/{one.about}")
