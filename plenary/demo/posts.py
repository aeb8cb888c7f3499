"""What some of the guests were before: positions that they held, as precisely as it is known."""

from typing import Any

from plenary.client import Client
from plenary.demo.people import House
from plenary.demo.show import done

ADVISER = {"en": "Adviser on water", "fa": "مشاور آب", "ar": "مستشار المياه"}
HELD: tuple[dict[str, Any], ...] = (
    {
        "positions": ADVISER,
        "elsewhere": "Ministry of Streams",
        "calendar": "solar_hijri",
        "begins": "1395",
        "ends": "1398-06",
    },
    {"positions": {"en": "Deputy chair", "fa": "نایب‌رئیس"}, "title": "H.E.", "begins": "2012", "ends": "2016-03"},
    {"positions": {"en": "Hydrologist", "fa": "آب‌شناس"}, "begins": "2014-09", "ends": "2019"},
)
"""What each was before."""


async def tell_people(client: Client, house: House) -> None:
    """What is there already, or was changed since by somebody, stays as it is."""
    for guest, held in zip(house.guests, HELD, strict=False):
        path = f"/registration/v1/people/{guest.id}/posts"
        if not any(each["id"] for each in (await client.get(path)).json()):
            await client.post(path, held, key=f"demo-post-{guest.id}")
    done(f"positions that {len(HELD)} people held before")
