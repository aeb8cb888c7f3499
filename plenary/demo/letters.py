"""Invitations of the coordination meeting on paper: signed by the secretary of the council, numbered; two went out, and one was
written anew.

Each step looks first: what was written already stays as it is.
"""

from datetime import UTC, datetime
from typing import Any

from plenary.demo.around import beside
from plenary.demo.invitations import DAYS, FACTS, MEETING
from plenary.demo.show import done
from plenary.demo.stage import Stage

SECRETARY = "Secretary"
WRITTEN = 4
"""To so many of those who are invited, and may still answer."""
WAYS = ("handed_over", "posted")


async def write_letters(stage: Stage) -> None:
    """As long as the meeting is to come; the first letter had a wrong name, and another one replaced it."""
    here = await beside(stage, "coordination", MEETING, DAYS, FACTS)
    offices = [each async for each in here.client.every("/registration/v1/offices", body=here.house.body)]
    office = next((each["id"] for each in offices if each["title"].get("en") == SECRETARY), None)
    known = {
        each["invitation"] async for each in here.client.every("/registration/v1/letters", gathering=here.gathering)
    }
    invited = [each async for each in here.client.every(f"{here.path}/invitations")]
    if office and (await here.look())["state"] == "announced":
        for n, each in enumerate([each for each in invited if _waits(each)][:WRITTEN]):
            if each["id"] not in known:
                await _write(here, each["id"], str(office), n)
    done("letters of invitation: numbered and signed by the secretary; two went out, one replaces another")


def _waits(invitation: dict[str, Any]) -> bool:
    """Whether a letter about it still makes sense."""
    in_time = datetime.fromisoformat(invitation["reply_by"]) > datetime.now(UTC)
    return in_time and invitation["state"] in {"pending", "tentative", "accepted"}


async def _write(here: Stage, invitation: str, office: str, n: int) -> None:
    made = await _draw_up(here, invitation, office, f"letter-{invitation}")
    if n == 0:
        await _step(here, made["id"], "void", {"reason": "The name was spelled wrongly."})
        made = await _draw_up(here, invitation, office, f"letter-again-{invitation}")
    if n < len(WAYS):
        await _step(here, made["id"], "send", {"on": made["dated"], "how": WAYS[n]})


async def _draw_up(here: Stage, invitation: str, office: str, key: str) -> dict[str, Any]:
    path = f"/registration/v1/invitations/{invitation}/letters"
    made: dict[str, Any] = (await here.client.post(path, {"office": office}, key=here.key(key))).json()
    return made


async def _step(here: Stage, letter: str, step: str, form: dict[str, str]) -> None:
    path = f"/registration/v1/letters/{letter}"
    tag = (await here.client.get(path)).headers["ETag"]
    await here.client.post(f"{path}/{step}", form, key=here.key(f"{step}-{letter}"), match=tag)
