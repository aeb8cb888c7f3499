"""The list of speakers: who asked is heard in the order of the chair, and the page shows it."""

from typing import Any

from tests.story.chain import Chain
from tests.story.speaking import speak
from tests.story.told.met import Met


async def listed(met: Met) -> dict[str, Any]:
    """On two items of the agenda; the second list holds a point of order alone. Returns who became what, on each."""
    chain = met.chain
    titles = ("Water for the upper basin", "Gauges")
    items = [(await chain.post(f"{chain.minutes}/agenda", {"title": {"en": each}})).json()["id"] for each in titles]
    await speak(chain, *items)
    await chain.house.settle()
    first, second = [await _stands(chain, item) for item in items]
    assert first["state"] == "closed"
    assert first["asked"] == [
        (0, "statement", "spoken"),
        (1, "statement", "taken_off"),
        (3, "statement", "spoken"),
        (3, "right_of_reply", "waiting"),
    ]
    assert second["asked"] == [(0, "point_of_order", "waiting")]
    page = await chain.secretary.get(f"/minutes/gatherings/{chain.gathering}/speakers/{items[0]}?lang=en")
    assert page.status_code == 200, page.text
    events = {each["id"]: each for each in await chain.events("minutes", "plenary.speakers")}
    kinds = sorted(each["type"] for each in events.values())
    return {"first": first, "second": second, "said of them": kinds}


async def _stands(chain: Chain, item: str) -> dict[str, Any]:
    found = (await chain.secretary.get(f"{chain.minutes}/speakers/{item}")).json()
    asked = [(chain.people.index(each["person"]), each["purpose"], each["state"]) for each in found["asked"]]
    return {"state": found["state"], "limit": found["limit"], "asked": asked, "waiting": len(found["line"])}
