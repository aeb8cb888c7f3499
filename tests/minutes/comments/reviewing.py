"""A draft that is circulated, behind the doors of the minutes alone; and who looks at it."""

from typing import Any
from uuid import UUID

import httpx

from shared.contracts.minutes import MinutesCirculated
from tests.minutes import facts
from tests.minutes.actions.facts import TEXT
from tests.minutes.house import API, Site, Told
from tests.story.reviewed import in_days
from tests.world.facts import GATHERING, known
from tests.world.site import client

KEEPER = f"/minutes/gatherings/{GATHERING}/review"
OWN = f"/minutes/reviews/{GATHERING}"
PERSON = [known(f"person {n}") for n in range(3)]


def reader(there: Site, n: int) -> httpx.AsyncClient:
    """Whoever came as the delegate of this ministry, signed in."""
    return client(there.app, there.doors, "person", sub=PERSON[n])


async def circulated(there: Site, *approvers: UUID) -> None:
    """The session is over, and everybody who was there is asked for a week."""
    await there.adjourn()
    async with there.client("secretariat") as secretary:
        tag = {"If-Match": (await secretary.get(API)).headers["ETag"]}
        form = {"comments_until": in_days(7), "approvers": [str(each) for each in approvers]}
        told = (await secretary.post(f"{API}/circulate", json=form, headers=tag)).json()
    event = MinutesCirculated(
        gathering=GATHERING,
        comments_until=told["comments_until"],
        approvers=list(approvers),
        round=told["rounds"],
        circulated_at=facts.minute(600),
        changed=[],
    )
    await there.hear([Told(GATHERING, 1, event)])


async def action(there: Site, owner: UUID) -> str:
    """Something to be done that came of it, and who is to do it; its id."""
    form: dict[str, Any] = {"action_kind": "action", "text": TEXT, "gathering": str(GATHERING), "person": str(owner)}
    async with there.client("secretariat") as secretary:
        made = await secretary.post("/minutes/v1/actions", json={**form, "due": "2031-03"})
    assert made.status_code == 201, made.text
    return str(made.json()["id"])
