"""The meeting of which the stories are told: a council in session, four who came, and the meeting that is to follow it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import httpx

from tests.story.chain import Chain, gathering_form
from tests.story.house import House

CAME = (0, 1, 3)
"""Who is inside, by number: one for each of three members. Number 2 has a place and stays away."""

NEXT = {"en": "Autumn session", "fa": "نشست پاییزی", "ar": "دورة الخريف"}
TITLE = {"en": "Chair", "fa": "رئیس", "ar": "الرئيس"}


@dataclass
class Met:
    """`following`: the path of the next meeting; `body`: the id of the council, whose chair is number 0."""

    chain: Chain
    body: str
    following: str

    def address(self, n: int) -> str:
        return f"p{n}@example.org"


async def meets(here: House, secretary: httpx.AsyncClient) -> Met:
    """All of it was heard, and everybody told."""
    chain = Chain(here, secretary)
    await chain.bring_in()
    await chain.announce()
    body = (await secretary.get(chain.path)).json()["body"]
    office = {"body": body, "title": TITLE, "terms": [{"person": chain.people[0]}]}
    await chain.post("/registration/v1/offices", office)
    begins = datetime.now(UTC) + timedelta(days=90)
    when = {"starts_at": begins.isoformat(), "ends_at": (begins + timedelta(hours=5)).isoformat()}
    drafted = await chain.post("/registration/v1/gatherings", gathering_form(body=body, title=NEXT) | when)
    following = f"/registration/v1/gatherings/{drafted.json()['id']}"
    await chain.move(following, "announce")
    for n in range(4):
        await chain.register(n)
    await chain.move(chain.path, "close", "convene")
    for n in CAME:
        await chain.passes(n, "entries")
    await here.settle()
    return Met(chain, body, following)
