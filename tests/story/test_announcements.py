"""What becomes of a gathering, from the secretariat's request to everybody's mail, and `verify` that knows who must be told."""

from pathlib import Path
from uuid import uuid5

from services.notifications.announcements.loop import spread
from services.notifications.announcements.model import Announcement
from services.notifications.notifications.model import Notification
from shared.locale import LANGUAGES
from shared.store.every import every
from tests.plenary.verify.installation import broken, said
from tests.registration.entries.test_pages import form_of
from tests.story.chain import PEOPLE, everybody_registered
from tests.story.gatherings import plan_a_part
from tests.waiting import until

WHY = {"en": "The road is flooded.", "fa": "راه را آب گرفته است.", "ar": "الطريق مغمور."}


async def test_everybody_is_told_that_it_is_cancelled_and_verify_misses_whoever_is_not(tmp_path: Path) -> None:
    async with everybody_registered(tmp_path) as chain:
        here, secretary = chain.house, chain.secretary
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
        announcements = {
            it.template: it async for stored in every(running.store, Announcement, {}) if (it := stored.entity)
        }
        assert announcements.keys() == {"gathering-cancelled", "invited-cancelled"}
        one = (await told())[0]
        assert one.id == uuid5(announcements["gathering-cancelled"].id, f"gathering-cancelled/{one.about}")


async def test_as_many_are_told_as_the_page_said_before(tmp_path: Path) -> None:
    """Put off to a new date, changed in what is material, cancelled: each time all who hold a place or wait for one."""
    async with everybody_registered(tmp_path) as chain:
        here, secretary = chain.house, chain.secretary
        for n in (2, PEOPLE - 1):
            await chain.cancel(n)
        await here.settle()
        page = f"/registration/gatherings/{chain.gathering}"
        running = here.service("notifications")

        async def told(template: str) -> int:
            found = [stored.entity async for stored in every(running.store, Notification, {})]
            return len([each for each in found if each.template == template])

        later = {"starts_at": "2031-04-21T09:00", "ends_at": "2031-04-21T18:00"}
        for shown, step, typed, template in (
            ("overview", "overview/postpone", later | {"postpone_en": WHY["en"]}, "gathering-rescheduled"),
            ("edit", "edit", {"venue_en": "River Hall", "mode": "hybrid"}, "gathering-changed"),
            ("overview", "overview/cancel", {"cancel_fa": WHY["fa"]}, "gathering-cancelled"),
        ):
            assert f"{PEOPLE - 2} people will be told by mail" in (await secretary.get(f"{page}/{shown}")).text
            form = await form_of(secretary, f"{page}/{shown}")
            assert (await secretary.post(f"{page}/{step}", data=form | typed)).status_code == 303
            await here.settle()
            await spread(running, running.clock())

            async def as_said(template: str = template) -> bool:
                return await told(template) == PEOPLE - 2

            await until(as_said)


async def test_who_is_registered_gets_one_mail_for_all_that_moved_on_the_programme(tmp_path: Path) -> None:
    async with everybody_registered(tmp_path) as chain:
        here, secretary = chain.house, chain.secretary
        moved, gone = await plan_a_part(chain), await plan_a_part(chain, "Gauges")
        page = f"/registration/gatherings/{chain.gathering}/programme"
        assert "is not published yet" in (await secretary.get(page)).text
        assert (await chain.post(f"{chain.path}/programme/publish")).json()["number"] == 1
        for hall in range(5):
            there = await secretary.get(moved)
            kept = {name: there.json()[name] for name in ("title", "starts_at", "ends_at")}
            told = kept | {"room": {"en": f"Hall {hall}"}}
            assert (await secretary.put(moved, json=told, headers={"If-Match": there.headers["ETag"]})).is_success
        await chain.post(f"{gone}/withdraw", {}, **{"If-Match": (await secretary.get(gone)).headers["ETag"]})
        running = here.service("notifications")

        async def mails() -> list[Notification]:
            await here.settle()
            await spread(running, running.clock())
            found = [stored.entity async for stored in every(running.store, Notification, {})]
            return [each for each in found if each.template == "programme-changed"]

        assert await mails() == []
        form = await form_of(secretary, page)
        assert "is told by one mail" in (await secretary.get(page)).text
        for _ in range(2):
            assert (await secretary.post(f"{page}/publish", data=form)).status_code == 303

        async def everybody() -> bool:
            return len(await mails()) == PEOPLE

        await until(everybody)
        await here.settle()
        facts = {"moved": dict.fromkeys(LANGUAGES, "Opening"), "withdrawn": dict.fromkeys(LANGUAGES, "Gauges")}
        assert {str(each.recipient) for each in await mails()} == set(chain.people)
        assert all(each.facts == facts for each in await mails())
        assert said(await broken(tmp_path)) == ""
