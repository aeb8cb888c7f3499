"""What no door can see: apologies, and who spoke for somebody who could not come; noted by hand, while the record is a draft."""

from plenary.demo.show import done
from plenary.demo.stage import Stage


async def note_apologies(stage: Stage) -> None:
    """Of delegates who did not come in: one is excused, and one represented by another who did. What is noted stays."""
    if (await stage.client.get(stage.minutes)).json()["state"] != "draft":
        return
    if [each async for each in stage.client.every(f"{stage.minutes}/roll")]:
        return
    there = [each async for each in stage.client.every(f"{stage.minutes}/attendance")]
    delegates = [each for each in there if each["category"] == "delegate" and each["state"] and each["person"]]
    absent = sorted(each["person"] for each in delegates if not each["passages"])
    inside = min((each["person"] for each in delegates if each["inside"]), default=None)
    forms: tuple[dict[str, str | None], ...] = (
        {"state": "excused"},
        {"state": "represented", "represented_by": inside},
    )
    for person, form in zip(absent, forms, strict=False):
        await stage.client.post(f"{stage.minutes}/roll", {"person": person, **form}, key=stage.key(f"note-{person}"))
    done("noted by hand: one delegate is excused, and one represented by another")
