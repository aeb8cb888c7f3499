"""What was changed of a gathering is remembered, field by field: who, when, from what to what."""

from datetime import timedelta
from pathlib import Path

from services.registration.gatherings import handlers
from tests.registration.facts import change, draft, move, postpone, seats
from tests.registration.house import FORM, gathering, house, site
from tests.world.facts import EVENING, MORNING


async def test_each_field_that_is_different_is_remembered_and_each_step(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await service.run(handlers.draft_gathering, draft())
        await service.run(handlers.announce_gathering, move())
        await service.run(handlers.change_gathering, change(title={"en": "River Basins"}))
        await service.run(handlers.change_capacity, seats(delegate=5))
        date = {"starts_at": MORNING + timedelta(days=1), "ends_at": EVENING + timedelta(days=1)}
        await service.run(handlers.postpone_gathering, postpone(**date))
        history = (await gathering(service)).history
        assert history[0].field == ""
        said = {each.field: (each.old, each.new) for each in history}
        assert said["state"] == ("draft", "announced")
        assert said["title.en"][1] == "River Basins"
        assert said["title.fa"][1] == "", "a language that is gone is told, too"
        assert said["capacity.delegate"] == ("3", "5")
        assert "reason.en" in said
        assert "starts_at" in said


async def test_the_same_once_more_is_not_remembered(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await service.run(handlers.draft_gathering, draft())
        await service.run(handlers.change_gathering, change())
        assert len((await gathering(service)).history) == 1


async def test_the_history_says_who_and_is_the_secretariats(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client() as anybody:
        made = await secretary.post("/v1/gatherings", json=FORM)
        path = f"/v1/gatherings/{made.json()['id']}"
        tag = {"If-Match": made.headers["ETag"]}
        assert (await secretary.put(path, json=FORM | {"mode": "hybrid"}, headers=tag)).status_code == 200
        [changed, entered] = (await secretary.get(f"{path}/history")).json()
        assert (changed["field"], changed["old"], changed["new"]) == ("mode", "in_person", "hybrid")
        assert changed["by"] == entered["by"] is not None
        assert (await anybody.get(f"{path}/history")).status_code == 401
