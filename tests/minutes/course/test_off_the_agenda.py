"""An item that was dealt with and taken off the agenda stays in the record: on the page, and in what is sealed."""

from services.minutes.publication.content import content_of
from services.minutes.publication.queries import account_of
from services.minutes.record.model import Minutes
from shared.flow import Read
from tests.minutes.documents.test_api import CHAIR
from tests.minutes.house import API, Site
from tests.minutes.test_meeting import put
from tests.world.facts import GATHERING


async def test_it_is_sealed_with_its_times_as_it_is_shown(there: Site) -> None:
    async with there.client(CHAIR) as chair, there.client() as anybody:
        gone, stays = [(await put(chair, "agenda", {"title": {"en": title}}))["id"] for title in ("Gone item", "Water")]
        for item in (gone, stays):
            assert (await chair.post(f"{API}/agenda/{item}/take-up")).is_success
        tag = (await chair.get(f"{API}/agenda/{gone}")).headers["ETag"]
        assert (await chair.post(f"{API}/agenda/{gone}/withdraw", headers={"If-Match": tag})).is_success
        await there.adjourn()
        await there.publish()
        assert "Gone item" in (await anybody.get(f"/minutes/{GATHERING}?lang=en", follow_redirects=True)).text
    read = Read(there.store)
    content = content_of(await account_of(read, await read.one(Minutes, GATHERING)))
    assert [(each["title"]["en"], each["number"], len(each["taken"])) for each in content["items"]] == [
        ("Water", "1", 1),
        ("Gone item", "", 1),
    ]


async def test_the_item_in_hand_is_no_choice(there: Site) -> None:
    async with there.client(CHAIR) as chair:
        item = (await put(chair, "agenda", {"title": {"en": "Water"}}))["id"]
        await chair.post(f"{API}/agenda/{item}/take-up")
        page = (await chair.get(f"/minutes/gatherings/{GATHERING}/course?lang=en")).text
    assert "It was taken up by mistake" in page
    assert '<select id="taking"' not in page
