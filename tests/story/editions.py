"""A series whose editions go through every state, what they are required to be, and an office that is taken and left."""

from typing import Any

from tests.story.chain import Chain


async def come_before(chain: Chain) -> None:
    """What there is before any gathering."""
    await hold_editions(chain)
    await hold_an_office(chain)


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
    required = {"says": {"en": "It must be held in person."}, "stated_by": {"en": "The ministry"}}
    for number, due, taken in ((1, "2020", steps), (2, "2022", {"lapse": {}})):
        form = {"number": number, "due": due}
        made = await chain.post(f"/registration/v1/series/{series}/editions", form)
        path = f"/registration/v1/editions/{made.json()['id']}"
        for step, said in taken.items():
            tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
            await chain.post(f"{path}/{step}", said, **tag)
        tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
        [noted] = (await chain.post(f"{path}/requirements", required, **tag)).json()["requirements"]
        tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
        gone = f"{path}/requirements/{noted['requirement']['id']}/withdraw"
        await chain.post(gone, {"reason": {"en": "It was said otherwise."}}, **tag)


async def hold_an_office(chain: Chain) -> None:
    """Somebody takes an office of a body, and leaves it."""
    body = await chain.post("/registration/v1/bodies", {"code": "BOARD", "name": {"en": "Board"}, "members": []})
    form = {"body": body.json()["id"], "title": {"en": "Chair"}}
    office = await chain.post("/registration/v1/offices", form)
    person = await chain.post("/registration/v1/people", {"name": "Ana Chair", "email": "chair@example.org"})
    path = f"/registration/v1/offices/{office.json()['id']}"
    for step, said in (("take", {"person": person.json()["id"], "since": "2020"}), ("leave", {"until": "2021"})):
        tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
        await chain.post(f"{path}/{step}", said, **tag)
