"""A series that is older than the installation: its mandate is entered, and what was before comes from tables: six editions, two
statements that were made there, and two things that are still to do.

Led again, it changes nothing; what was corrected, or done, since stays as it is.
"""

from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from plenary.client import Client
from plenary.demo.show import done, must, until

FORUM: dict[str, Any] = {
    "title": {"en": "Forum of the Springs", "fa": "انجمن چشمه‌ها", "ar": "منتدى الينابيع"},
    "calendar": "solar_hijri",
    "interval": 4,
    "instrument_date": "1373",
}
EDITIONS = 6
TABLES = {"statements": "statements that were made there", "commitments": "things that are still to do of them"}


async def bring_history(client: Client, samples: Path) -> None:
    """The table is looked at and imported, unless its editions are there; then what was said and promised."""
    known = {each["title"].get("en"): each["id"] async for each in client.every("/registration/v1/series")}
    forum = known.get(FORUM["title"]["en"])
    if forum is None:
        forum = (await client.post("/registration/v1/series", FORUM, key="demo-forum")).json()["id"]
    there = [each async for each in client.every(f"/registration/v1/series/{forum}/editions")]
    if len(there) < EDITIONS:
        content = (samples / "editions.csv").read_bytes()
        await client.post("/registration/v1/imports/editions", key="demo-forum-editions", content=content)
    done(f"{EDITIONS} earlier editions of another series, from a table: four held, one postponed, one lapsed")
    for what in TABLES:
        await _bring(client, what, (samples / f"{what}.csv").read_bytes())


async def _bring(client: Client, what: str, content: bytes) -> None:
    """As soon as the minutes have heard of all that it names: between topics there is no order."""
    if not await _right(client, what, content):
        await until("hearing of what was before", 1, partial(_right, client, what, content))
    key = f"demo-{what}-{sha256(content).hexdigest()}"
    report = (await client.post(f"/minutes/v1/imports/{what}", key=key, content=content)).json()
    must(not report["problems"], f"every row of {what}.csv is imported")
    done(f"{report['rows']} {TABLES[what]}, from a table; nobody is written to")


async def _right(client: Client, what: str, content: bytes) -> int:
    """1 once nothing is wrong with any row."""
    looked = await client.post(f"/minutes/v1/imports/{what}", key=f"demo-look-{what}", content=content, dry_run=True)
    return int(not looked.json()["problems"])
