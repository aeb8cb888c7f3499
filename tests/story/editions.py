"""A series whose editions go through every state, an office that is taken and left, and letters of credentials."""

from typing import Any

from tests.story.chain import Chain, gathering_form


async def come_before(chain: Chain) -> None:
    """What there is before any gathering."""
    await hold_editions(chain)
    await bring_an_earlier_edition(chain)
    await hold_an_office(chain)
    await bring_credentials(chain)


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


async def bring_an_earlier_edition(chain: Chain) -> None:
    """From a table."""
    table = b"series,number,due,became,held_in\nA series,9,2016,held,2016\n"
    answer = await chain.secretary.post(
        "/registration/v1/imports/editions", content=table, headers={"Content-Type": "text/csv"}
    )
    assert (answer.status_code, answer.json()["created"]) == (200, 1), answer.text


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


async def bring_credentials(chain: Chain) -> None:
    """An organization sends letters for three people: one is checked and accepted, one refused, one withdrawn."""
    form = {"code": "SPRING", "name": {"en": "Spring Union"}, "organization_kind": "union"}
    there = (
        await chain.secretary.get("/registration/v1/organizations")
    ).json()  # where there are some, they stay as many
    home = there[0]["id"] if there else (await chain.post("/registration/v1/organizations", form)).json()["id"]
    gathering = (await chain.post("/registration/v1/gatherings", gathering_form())).json()["id"]
    for n, steps in enumerate((("check", "accept"), ("refuse",), ("withdraw",))):
        person = {"name": f"Bearer {n}", "email": f"bearer{n}@example.org"}
        said = {"person": (await chain.post("/registration/v1/people", person)).json()["id"], "organization": home}
        letter = await chain.post(f"/registration/v1/gatherings/{gathering}/credentials", said | {"powers": ["speak"]})
        path = f"/registration/v1/credentials/{letter.json()['id']}"
        for step in steps:
            tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
            await chain.post(f"{path}/{step}", {"reason": "not_signed"} if step == "refuse" else None, **tag)
