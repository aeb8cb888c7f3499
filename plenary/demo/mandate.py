"""Why there is a conference at all: a mandate of long ago, six editions held, one that an epidemic took, one that was postponed
and is planned again; and a public event of every lunar year, of which one is overdue and the next one ahead.

Each step looks first: what is there already, or was changed since by somebody, stays as it is.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from plenary.client import Client
from plenary.demo.people import House
from plenary.demo.show import done
from shared.periods import period

SERIES: dict[str, Any] = {
    "title": {"en": "Conference of the River Basins", "fa": "همایش حوضه‌های رودخانه", "ar": "مؤتمر أحواض الأنهار"},
    "calendar": "solar_hijri",
    "interval": 4,
    "counts_from": "nominal",
    "instrument": {
        "en": "Resolution 12 of the Assembly of the Basins",
        "fa": "مصوبهٔ ۱۲ مجمع حوضه‌ها",
        "ar": "القرار ١٢ لمجمع الأحواض",
    },
    "instrument_date": "1373-05-20",
    "issuer_name": {"en": "Assembly of the Basins", "fa": "مجمع حوضه‌ها", "ar": "مجمع الأحواض"},
    "secretariat_name": {
        "en": "Permanent Secretariat of the Basins",
        "fa": "دبیرخانهٔ دائمی حوضه‌ها",
        "ar": "الأمانة الدائمة للأحواض",
    },
}
NIGHT: dict[str, Any] = {
    "title": {"en": "Night of the Wells", "fa": "شب چاه‌ها", "ar": "ليلة الآبار"},
    "gathering_kind": "public_event",
    "calendar": "islamic",
    "interval": 1,
    "recurs_on": "09-15",
    "instrument": {
        "en": "Resolution 3 of the Municipality of Sarvab",
        "fa": "مصوبهٔ ۳ شهرداری سرواب",
        "ar": "القرار ٣ لبلدية سرواب",
    },
    "instrument_date": "1444-11",
    "issuer_name": {"en": "Municipality of Sarvab", "fa": "شهرداری سرواب", "ar": "بلدية سرواب"},
    "body_name": {"en": "Friends of the Wells", "fa": "انجمن دوستداران چاه‌ها", "ar": "جمعية أصدقاء الآبار"},
}
EPIDEMIC = {
    "en": "An epidemic came, and nobody met.",
    "fa": "همه‌گیری آمد و کسی گرد هم نیامد.",
    "ar": "جاء وباء ولم يجتمع أحد.",
}
FLOOD = {
    "en": "The hall in Sarvab was flooded.",
    "fa": "تالار سرواب را سیل گرفت.",
    "ar": "غمر الفيضان قاعة سرواب.",
}
COUNCIL = {"en": "Council of the River Basins", "fa": "شورای حوضه‌های رودخانه", "ar": "مجلس أحواض الأنهار"}
AIM = {
    "en": "Every basin shares its gauges.",
    "fa": "هر حوضه آب‌سنج‌هایش را به اشتراک می‌گذارد.",
    "ar": "يشارك كل حوض مقاييسه.",
}


CHAIR = {"name": "Rowan Delta", "email": "council@team.example.org", "office": "chair"}
"""Of the council that is obliged to hold the conference, who is told by mail what becomes of an edition."""


@dataclass(frozen=True, slots=True)
class Told:
    """An edition: when it was due, and each step with what is said of it."""

    due: str
    steps: tuple[tuple[str, dict[str, Any]], ...] = ()
    objectives: dict[str, str] = field(default_factory=dict)


def _held(due: str, when: str) -> Told:
    return Told(due, (("hold", {"held_in": when}),))


def _postponed(day: str) -> tuple[str, dict[str, Any]]:
    return "postpone", {"reason": FLOOD, "decided_by": COUNCIL, "decided_on": day}


EDITIONS = (
    _held("1377", "1377-08-12"),
    _held("1381", "1381-07-03"),
    _held("1385", "1385-08-20"),
    _held("1389", "1389-02-15"),
    Told("1393", (_postponed("1393-01-18"), ("plan", {"planned_for": "1395"}), ("hold", {"held_in": "1395-07-21"}))),
    _held("1397", "1397-09-02"),
    Told("1401", (("lapse", {"reason": EPIDEMIC}),)),
    Told("1405", (_postponed("1405-02-30"), ("plan", {"planned_for": "1406"}), ("plan", {"planned_for": "1406-08-12"})), AIM),
)  # fmt: skip
NIGHTS = (_held("1445-09-15", "1445-09-15"), _held("1446-09-15", "1446-09-15"), Told("1447-09-15"))
NEXT_NIGHT = 1448
SOON = timedelta(days=30)


def next_night(today: date) -> str:
    """The day of the night that comes next and is no sooner than in a month, in the calendar of the mandate."""
    nights = (f"{year}-{NIGHT['recurs_on']}" for year in count(NEXT_NIGHT))
    return next(each for each in nights if period(each, NIGHT["calendar"]).first > today + SOON)


async def tell_mandates(client: Client, house: House) -> dict[int, str]:
    """Both series. The ids of the editions of the conference, by number."""
    await client.post("/registration/v1/team/grants", CHAIR | {"thing": str(house.body)}, key="demo-council-chair")
    conference = await _series(client, SERIES | {"body": str(house.body)}, EDITIONS)
    await _series(client, NIGHT, (*NIGHTS, Told(next_night(datetime.now(UTC).date()))))
    done(
        "a mandate of 1373: six editions held, one lapsed, one postponed and planned again; and a night of every lunar year"
    )
    done("the chair of the council is told by mail of what became of the last edition; of what is long ago nobody is")
    return conference


async def _series(client: Client, form: dict[str, Any], editions: tuple[Told, ...]) -> dict[int, str]:
    named = form["title"]["en"]
    nick = named.lower().replace(" ", "-")
    known = {each["title"].get("en"): each["id"] async for each in client.every("/registration/v1/series")}
    series = known.get(named) or (await client.post("/registration/v1/series", form, key=f"demo-{nick}")).json()["id"]
    path = f"/registration/v1/series/{series}/editions"
    there = {each["number"]: each async for each in client.every(path)}
    for number, told in enumerate(editions, 1):
        if number in there and len(there[number]["moves"]) > len(told.steps):
            continue
        said = {"number": number, "due": told.due, "objectives": told.objectives}
        made = there.get(number) or (await client.post(path, said, key=f"demo-{nick}-{number}")).json()
        there[number] = made
        await _lead(client, made["id"], told, len(made["moves"]) - 1)
    return {number: each["id"] for number, each in there.items()}


async def _lead(client: Client, edition: str, told: Told, taken: int) -> None:
    """From how far it is to where it stands today."""
    path = f"/registration/v1/editions/{edition}"
    for n, (step, said) in enumerate(told.steps[taken:], taken):
        tag = (await client.get(path)).headers["ETag"]
        await client.post(f"{path}/{step}", said, key=f"demo-{edition}-{n}", match=tag)
