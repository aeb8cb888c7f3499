"""An installation in which the pages have something to show: a gathering in session, and one that can be registered for."""

from datetime import datetime, timedelta
from uuid import UUID, uuid5

from plenary.client import Client
from plenary.demo import SAMPLES, arrivals, session
from plenary.demo.people import House, bring_in
from plenary.demo.stage import Stage, find_stage
from plenary.demo.strangers import come_by_the_form
from shared.settings import Settings

GUESTS = 12
PRESENT = 5


async def fill(settings: Settings) -> dict[str, UUID]:
    """Returns the gathering that is in session, and one of each other thing that has pages."""
    async with Client(settings, patience=20) as client:
        house = await bring_in(client, SAMPLES)
        first = await find_stage(client, House(house.guests[:GUESTS], house.members, house.body), fresh=True)
        await arrivals.announce(first)
        for guest in first.house.guests:
            form = {"category": "delegate", "person": str(guest.id), "organization": str(guest.organization)}
            await client.post(f"{first.path}/registrations", form, key=first.key(f"register-{guest.id}"))
        await come_by_the_form(first, settings)
        await session.convene(first)
        await _enter(first)
        await arrivals.announce(await find_stage(client, house, fresh=True))
        things = {"people": house.guests[0].id, "organizations": house.members[0], "bodies": house.body}
        return {"gathering": first.gathering, **things}


async def _enter(stage: Stage) -> None:
    """Some come in."""
    began = datetime.fromisoformat((await stage.look())["convened_at"]) + timedelta(seconds=1)
    for each in (await stage.registrations())[:PRESENT]:
        form = {"scan": str(uuid5(stage.gathering, each["id"])), "passed_at": began.isoformat()}
        path = f"/registration/v1/registrations/{each['id']}/entries"
        await stage.client.post(path, form, key=stage.key(f"in-{each['id']}"))
