"""Experts who come as a group, without their names: one of them became known, and most of the others came."""

from plenary.demo.show import done
from plenary.demo.stage import Stage

CALLED = {"en": "Experts on silt", "fa": "کارشناسان رسوب", "ar": "خبراء الطمي"}
NUMBER, CAME = 12, 9


async def bring_group(stage: Stage) -> None:
    """What is there already, or was changed since by somebody, stays as it is."""
    path = "/registration/v1/groups"
    if [each async for each in stage.client.every(path, gathering=str(stage.gathering))]:
        return
    guest = stage.house.guests[-1]
    group = {"gathering": str(stage.gathering), "called": CALLED, "number": NUMBER, "came": CAME}
    await stage.client.post(path, group | {"named": [str(guest.id)]}, key=stage.key("group"))
    done(f"{NUMBER} experts came as a group: one by name, {CAME} without")
