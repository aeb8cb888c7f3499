"""Who asks to speak on an item, and speaks: in their order, but for a point of order; in the end one replies."""

from typing import Any, Final
from uuid import UUID

from plenary.demo.show import done, must
from plenary.demo.stage import Stage

LIMIT: Final = 180
ASKED: Final = ((0, "statement"), (1, "statement"), (2, "statement"), (1, "right_of_reply"), (3, "point_of_order"))
"""Which of those present, and what for, as they ask."""
SPEAK: Final = (0, 4, 1, 3)
"""Who of them speaks: the point of order interrupts the first; the third does not speak after all."""


async def speak(stage: Stage, item: UUID, present: list[dict[str, Any]]) -> None:
    """Whatever is there already stays."""
    path = f"{stage.minutes}/speakers/{item}"
    await stage.client.post(f"{path}/open", {"limit": LIMIT}, key=stage.key("speakers-open"))
    for n, (who, purpose) in enumerate(ASKED):
        form = {"person": present[who]["person"], "purpose": purpose}
        await stage.client.post(f"{path}/add", form, key=stage.key(f"speaker-{n}"))
    asked = (await stage.client.get(path)).json()["asked"]
    await stage.client.post(f"{path}/{asked[2]['id']}/take-off", {}, key=stage.key("taken-off"))
    for n in SPEAK:
        await stage.client.post(f"{path}/{asked[n]['id']}/begin", None, key=stage.key(f"begins-{n}"))
    await stage.client.post(f"{path}/{asked[3]['id']}/end", None, key=stage.key("ends"))
    there = await stage.client.get(path)
    if there.json()["state"] == "open":
        await stage.client.post(f"{path}/close", None, key=stage.key("speakers-close"), match=there.headers["ETag"])
        there = await stage.client.get(path)
    spoken = [each for each in there.json()["asked"] if each["state"] == "spoken"]
    must(len(spoken) == len(SPEAK) and there.json()["now"] is None, "whoever had the floor has spoken")
    done(f"a list of speakers: {len(ASKED)} asked to speak, {len(spoken)} did, one of them on a point of order")
