"""The gathering of a demo: found again, or drafted."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from plenary.client import Answered, Client
from plenary.demo.people import House
from plenary.demo.show import done
from shared.locale import DEFAULTS, digits

SEATS = 300
OTHERS = {"observer": 5, "guest": 2}
"""Seats of those who come by the public form: observers are approved, guests come as they like."""
ZONE = "Asia/Tehran"
TITLE = {
    "en": "Conference of the River Basins, demonstration {}",
    "fa": "همایش حوضه‌های رودخانه، نمایش {}",
    "ar": "مؤتمر أحواض الأنهار، العرض {}",
}
NUMBER = re.compile(TITLE["en"].format(r"(\d+)"))


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the demo plays: one gathering, by number and id; `part` tells one that stands beside it from the demonstration."""

    client: Client
    house: House
    number: int
    gathering: UUID
    part: str = ""

    @property
    def path(self) -> str:
        return f"/registration/v1/gatherings/{self.gathering}"

    @property
    def minutes(self) -> str:
        return f"/minutes/v1/minutes/{self.gathering}"

    def key(self, step: str) -> str:
        """The Idempotency-Key of a step."""
        return f"demo-{self.number}{self.part}-{step}"

    async def look(self) -> dict[str, Any]:
        """The gathering as it is."""
        return dict((await self.client.get(self.path)).json())

    async def registrations(self, *categories: str) -> list[dict[str, Any]]:
        """Those of these categories as they are; of the delegates, where none is named."""
        wanted = categories or ("delegate",)
        everybody = self.client.every(f"{self.path}/registrations")
        return [each async for each in everybody if each["category"] in wanted]

    async def minutes_are(self, when: str) -> int:
        """1 as soon as the minutes say when (`opened_at`, `closed_at`); 0 before it, and where there are none yet."""
        try:
            return int((await self.client.get(self.minutes)).json()[when] is not None)
        except Answered as answer:
            if answer.status != 404:
                raise
            return 0

    async def move(self, path: str, step: str) -> None:
        """A POST that changes what is at `path`: with the ETag that was just read."""
        tag = (await self.client.get(path)).headers["ETag"]
        await self.client.post(f"{path}/{step}", key=self.key(step), match=tag)


async def find_stage(client: Client, house: House, *, fresh: bool) -> Stage:
    """The last demonstration, or with `fresh` (or where there is none) another one."""
    found: dict[int, UUID] = {}
    async for each in client.every("/registration/v1/gatherings"):
        if named := NUMBER.fullmatch(each["title"].get("en", "")):
            found[int(named[1])] = UUID(each["id"])
    last = max(found, default=0)
    if found and not fresh:
        done(f"demonstration {last} is there; going on with it (--fresh leads another one)")
        return Stage(client, house, last, found[last])
    number = last + 1
    form = _form(number, house, datetime.now(UTC))
    key = f"demo-{number}-draft-{form['starts_at']}"
    answer = await client.post("/registration/v1/gatherings", form, key=key)
    done(f"a gathering with {SEATS} seats: {form['title']['en']}")
    return Stage(client, house, number, UUID(answer.json()["id"]))


def _form(number: int, house: House, now: datetime) -> dict[str, Any]:
    """From this morning, in the venue's zone, for three days: the door opens only then."""
    morning = now.astimezone(ZoneInfo(ZONE)).replace(hour=8, minute=30, second=0, microsecond=0)
    return {
        "gathering_kind": "conference",
        "title": {
            language: text.format(digits(str(number), DEFAULTS[language].digits)) for language, text in TITLE.items()
        },
        "venue": {"en": "Assembly Hall, Sarvab", "fa": "تالار مجمع، سرواب", "ar": "قاعة المجلس، سرواب"},
        "venue_address": {
            "en": "1 River Road, Sarvab",
            "fa": "سرواب، خیابان رود، شمارهٔ ۱",
            "ar": "سرواب، شارع النهر، رقم ١",
        },
        "coordinates": "34.35,55.75",
        "mode": "in_person",
        "starts_at": morning.isoformat(),
        "ends_at": (morning + timedelta(days=2, hours=9)).isoformat(),
        "time_zone": ZONE,
        "capacity": {"delegate": SEATS, **OTHERS},
        "body": str(house.body),
    }
