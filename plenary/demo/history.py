"""A series that is older than the installation: its mandate is entered, and the six editions behind it come from a table.

Led again, it changes nothing; an edition that was corrected since stays as it is.
"""

from pathlib import Path
from typing import Any

from plenary.client import Client
from plenary.demo.show import done

FORUM: dict[str, Any] = {
    "title": {"en": "Forum of the Springs", "fa": "انجمن چشمه‌ها", "ar": "منتدى الينابيع"},
    "calendar": "solar_hijri",
    "interval": 4,
    "instrument_date": "1373",
}
EDITIONS = 6


async def bring_history(client: Client, samples: Path) -> None:
    """The table is looked at and imported, unless its editions are there."""
    known = {each["title"].get("en"): each["id"] async for each in client.every("/registration/v1/series")}
    forum = known.get(FORUM["title"]["en"])
    if forum is None:
        forum = (await client.post("/registration/v1/series", FORUM, key="demo-forum")).json()["id"]
    there = [each async for each in client.every(f"/registration/v1/series/{forum}/editions")]
    if len(there) < EDITIONS:
        content = (samples / "editions.csv").read_bytes()
        await client.post("/registration/v1/imports/editions", key="demo-forum-editions", content=content)
    done(f"{EDITIONS} earlier editions of another series, from a table: four held, one postponed, one lapsed")
