"""What an edition is prepared by: the first coordination meeting of the eighth edition, which prepares a night of the wells, too;
and the programme of the demonstration.

Each step looks first: what is there already stays as it is.
"""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from plenary.client import Client
from plenary.demo.mandate import NIGHT, SERIES, next_night
from plenary.demo.modes import TITLE
from plenary.demo.show import done
from plenary.demo.stage import ZONE, Stage
from shared.periods import period

PATH = "/registration/v1/gatherings"
WELLS = {"en": "Night of the Wells in Sarvab", "fa": "شب چاه‌ها در سرواب", "ar": "ليلة الآبار في سرواب"}
HALL = {"en": "Assembly Hall, Sarvab", "fa": "تالار مجمع، سرواب", "ar": "قاعة المجلس، سرواب"}
SQUARE = {"en": "Square of the wells, Sarvab", "fa": "میدان چاه‌ها، سرواب", "ar": "ساحة الآبار، سرواب"}
WELL = (
    {"name": "چاه کهنه", "address": "سرواب، کوچهٔ چاه ۲", "organiser": "شهرداری سرواب", "coordinates": "34.35,55.75"},
    {"name": "The new well", "address": "1 Mill Road, Upper Delta", "organiser": "Friends of the Upper Delta"},
    {"name": "بئر الوادي", "address": "الوادي، شارع البئر ٣", "organiser": "بلدية الوادي"},
)
"""Where the night is held at once, as it is written there."""

SESSIONS: tuple[tuple[int, int, dict[str, str], dict[str, str]], ...] = (
    (0, 60, {"en": "Opening", "fa": "گشایش", "ar": "الافتتاح"}, {"en": "Great hall", "fa": "تالار بزرگ", "ar": "القاعة الكبرى"}),
    (90, 180, {"en": "Gauges and what they say", "fa": "آب‌سنج‌ها و آنچه می‌گویند", "ar": "المقاييس وما تقوله"}, {}),
    (1440, 1560, {"en": "Floods", "fa": "سیلاب‌ها", "ar": "الفيضانات"}, {"en": "Room 2", "fa": "اتاق ۲", "ar": "الغرفة ٢"}),
)  # fmt: skip
"""Of the demonstration: begins and ends so many minutes after it, is called so, in that room."""


async def put_on_programme(stage: Stage) -> None:
    """The sessions of the demonstration, as long as it is ahead."""
    there = await stage.look()
    if (await stage.client.get(f"{stage.path}/programme")).json() or there["state"] in {
        "adjourned",
        "held",
        "cancelled",
    }:
        return
    begins = datetime.fromisoformat(there["starts_at"])
    for n, (first, last, title, room) in enumerate(SESSIONS):
        times = {"starts_at": begins + timedelta(minutes=first), "ends_at": begins + timedelta(minutes=last)}
        form = {"title": title, "room": room, **{name: at.isoformat() for name, at in times.items()}}
        await stage.client.post(f"{stage.path}/programme", form, key=stage.key(f"session-{n}"))


async def prepare(client: Client) -> None:
    """The conference of the eighth edition and the next night of the wells, both ahead, and the meeting that prepares them."""
    known = {each["title"].get("en"): each async for each in client.every(PATH)}
    eighth, fourth = await _edition(client, SERIES, 8), await _edition(client, NIGHT, 4)
    whole, at = known[TITLE["en"]], datetime.now(UTC)
    if whole["state"] == "draft":
        await _announce(client, whole["id"])
    evening = datetime.combine(period(next_night(at.date()), NIGHT["calendar"]).first, time(19, 30), ZoneInfo(ZONE))
    night = {"gathering_kind": "public_event", "capacity": {}, "places": WELL, "edition": fourth, **_hours(evening, 4)}
    ids = [whole["id"], await _gathering(client, known, WELLS, 120, SQUARE, night)]
    if not any(each["edition"] == eighth and each["coordination"] for each in known.values()):
        meeting = {
            "gathering_kind": "meeting",
            "capacity": {"delegate": 25, "observer": 5},
            "edition": eighth,
            "coordination": 0,
        }
        await _publish_programme(client, await _gathering(client, {}, {}, 30, HALL, meeting | {"prepares": ids}))
    done(
        "ahead: a conference of the eighth edition, a night of the wells, and the coordination meeting that prepares both"
    )


async def _publish_programme(client: Client, gathering: str) -> None:
    """Two sessions, published; then one is withdrawn and another one planned, of which nobody is told yet."""
    path = f"{PATH}/{gathering}/programme"
    begins = datetime.fromisoformat((await client.get(f"{PATH}/{gathering}")).json()["starts_at"])

    async def plan(n: int, first: int, last: int, title: dict[str, str]) -> str:
        times = {"starts_at": begins + timedelta(minutes=first), "ends_at": begins + timedelta(minutes=last)}
        form = {"title": title, **{name: at.isoformat() for name, at in times.items()}}
        return str((await client.post(path, form, key=f"demo-{gathering}-session-{n}")).json()["id"])

    made = [await plan(n, n * 90, n * 90 + 60, title) for n, (_, _, title, _) in enumerate(SESSIONS[:2])]
    await client.post(f"{path}/publish", key=f"demo-{gathering}-publish")
    one = f"/registration/v1/programme/{made[1]}"
    tag = (await client.get(one)).headers["ETag"]
    await client.post(f"{one}/withdraw", {}, key=f"demo-{gathering}-withdraw", match=tag)
    await plan(2, 90, 180, SESSIONS[2][2])


async def _edition(client: Client, series: dict[str, Any], number: int) -> str:
    named = series["title"]["en"]
    [id] = [each["id"] async for each in client.every("/registration/v1/series") if each["title"].get("en") == named]
    path = f"/registration/v1/series/{id}/editions"
    [edition] = [each["id"] async for each in client.every(path) if each["number"] == number]
    return str(edition)


async def _gathering(
    client: Client,
    known: dict[str, Any],
    title: dict[str, str],
    days: int,
    venue: dict[str, str],
    facts: dict[str, Any],
) -> str:
    """Found by its title, or drafted for so many days from now, and announced."""
    if title.get("en") in known:
        return str(known[title["en"]]["id"])
    morning = datetime.now(UTC).astimezone(ZoneInfo(ZONE)).replace(hour=9, minute=0, second=0, microsecond=0)
    begins = morning + timedelta(days=days)
    times = {**_hours(begins, 8), "time_zone": ZONE}
    if facts["capacity"]:
        times["registration_from"] = (begins - timedelta(days=200)).isoformat()
        times["registration_until"] = (begins - timedelta(days=10)).isoformat()
    form = {"title": title, "venue": venue, **times, **facts}
    made = await client.post(PATH, form, key=f"demo-ahead-{days}-{times['starts_at']}")
    await _announce(client, made.json()["id"])
    return str(made.json()["id"])


async def _announce(client: Client, gathering: str) -> None:
    path = f"{PATH}/{gathering}"
    tag = (await client.get(path)).headers["ETag"]
    await client.post(f"{path}/announce", key=f"demo-announce-{path}", match=tag)


def _hours(begins: datetime, hours: int) -> dict[str, str]:
    return {"starts_at": begins.isoformat(), "ends_at": (begins + timedelta(hours=hours)).isoformat()}
