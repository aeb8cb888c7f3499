"""Item after item is taken up, one of them by mistake; the last is in hand until the session ends."""

from typing import Any, Final
from uuid import UUID

from plenary.demo.show import done, must, until
from plenary.demo.stage import Stage

FIRST: Final = ("approval", "late", "water")
"""Before the decision. The second is pressed by mistake, and taken back."""
MISTAKE: Final = "late"
THEN: Final = ("gauges", "late", "next")
"""After it."""


async def begin(stage: Stage, items: dict[str, UUID]) -> None:
    """Whatever is there already stays."""
    for name in FIRST:
        await _take_up(stage, name, items[name])
        if name == MISTAKE:
            await _undo(stage, items[MISTAKE])
    taken = (await _course(stage))["taken"]
    must(
        [each["item"] for each in taken[:2]] == [str(items[each]) for each in ("approval", "water")], "two items stand"
    )
    must(all(each["quorum"]["present"] for each in taken), "each was taken up with the quorum of its moment")


async def go_on(stage: Stage, items: dict[str, UUID]) -> None:
    """The others, one after the other; whatever is there already stays."""
    for name in THEN:
        await _take_up(stage, f"then-{name}", items[name])
    taken = (await _course(stage))["taken"]
    must([each["state"] for each in taken[:-1]] == ["closed"] * (len(taken) - 1), "each closed the one before")
    done(f"{len(taken)} items were taken up, one after the other; a mistaken press was taken back")


async def ended(stage: Stage) -> None:
    """The last item is closed with the session."""
    await until("closing the last item", 1, lambda: _closed(stage))


async def _undo(stage: Stage, item: UUID) -> None:
    """Unless it was before."""
    there = await stage.client.get(f"{stage.minutes}/course")
    if [each["item"] for each in there.json()["taken"]][1:] == [str(item)]:
        tag = there.headers["ETag"]
        await stage.client.post(f"{stage.minutes}/course/undo", None, key=stage.key("undo"), match=tag)


async def _closed(stage: Stage) -> int:
    return int((await _course(stage))["in_hand"] is None)


async def _take_up(stage: Stage, name: str, item: UUID) -> None:
    """After the session nothing is."""
    if (await stage.look())["state"] == "in_session":
        path = f"{stage.minutes}/agenda/{item}/take-up"
        await stage.client.post(path, None, key=stage.key(f"take-up-{name}"))


async def _course(stage: Stage) -> dict[str, Any]:
    course: dict[str, Any] = (await stage.client.get(f"{stage.minutes}/course")).json()
    return course
