"""A series whose editions go through every state."""

from typing import Any

from tests.story.chain import Chain


async def hold_editions(chain: Chain) -> None:
    """Of a series one edition is postponed, planned again and held, and one lapses."""
    form = {"title": {"en": "A series"}, "calendar": "gregorian", "interval": 2}
    series = (await chain.post("/registration/v1/series", form)).json()["id"]
    decided = {"reason": {"en": "A flood."}, "decided_by": {"en": "The council"}}
    steps: dict[str, dict[str, Any]] = {
        "postpone": decided,
        "plan": {"planned_for": "2021"},
        "hold": {"held_in": "2021-05"},
        "correct": {"held_in": "2021-06", "reason": {"en": "It was a slip."}},
    }
    for number, due, taken in ((1, "2020", steps), (2, "2022", {"lapse": {}})):
        form = {"number": number, "due": due}
        made = await chain.post(f"/registration/v1/series/{series}/editions", form)
        path = f"/registration/v1/editions/{made.json()['id']}"
        for step, said in taken.items():
            tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
            await chain.post(f"{path}/{step}", said, **tag)
