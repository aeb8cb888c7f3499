"""Over months an edition is postponed, planned again for a year and then for a day, and required to be held in person: the
secretariat and the chair of the body hear it, and who noted it does not."""

from pathlib import Path
from typing import Any
from uuid import UUID

from plenary.demo.mandate import COUNCIL, FLOOD, SERIES
from services.notifications.announcements.loop import spread
from services.notifications.notifications.model import Notification, State
from shared.store.every import every
from tests.plenary.verify.installation import broken, said
from tests.story.chain import Chain
from tests.story.house import House, house


async def told(here: House, person: str) -> list[str]:
    """By which templates somebody was told of editions, in this order."""
    running = here.service("notifications")
    await here.settle()
    await spread(running, running.clock())
    await here.settle()
    found = every(running.store, Notification, {"recipient": UUID(person), "state": State.SENT}, sort="queued_at")
    return [it.template async for stored in found if (it := stored.entity).template.startswith("edition-")]


async def test_those_responsible_hear_of_each_step_and_who_noted_it_does_not(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as first:
        chain = Chain(here, first)
        await chain.bring_in()
        body = (await chain.post("/registration/v1/bodies", {"code": "C", "name": COUNCIL, "members": []})).json()["id"]
        offices: dict[str, str] = {}
        for office, thing in (("secretariat", None), ("secretariat", None), ("chair", body)):
            name = f"{office} {len(offices)}"
            form = {"name": name, "email": f"{name.replace(' ', '')}@example.org", "office": office, "thing": thing}
            made = (await chain.post("/registration/v1/team/grants", form)).json()
            offices[name] = next(each["person"] for each in made["holders"] if each["person"] not in offices.values())
        asker, other, chair = offices.values()
        async with here.client("secretariat", sub=UUID(asker)) as secretary:
            chain.secretary = secretary
            series = (await chain.post("/registration/v1/series", SERIES | {"body": body})).json()["id"]
            form = {"number": 8, "due": "1405"}
            edition = (await chain.post(f"/registration/v1/series/{series}/editions", form)).json()["id"]
            path, expected = f"/registration/v1/editions/{edition}", list[str]()
            steps: tuple[tuple[str, dict[str, Any], str], ...] = (
                ("postpone", {"reason": FLOOD, "decided_by": COUNCIL}, "edition-postponed"),
                ("plan", {"planned_for": "1408"}, "edition-planned"),
                ("plan", {"planned_for": "1408-08-12"}, "edition-planned"),
                ("requirements", {"says": {"en": "In person."}, "stated_by": COUNCIL}, "edition-requirement"),
            )
            for step, said_of_it, template in steps:
                await here.passes(days=3)
                tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
                await chain.post(f"{path}/{step}", said_of_it, **tag)
                expected.append(template)
                assert [await told(here, each) for each in (asker, other, chair)] == [[], expected, expected]
        assert said(await broken(tmp_path)) == ""
