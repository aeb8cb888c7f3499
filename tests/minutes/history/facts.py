"""A series of six earlier editions, and tables of what was said and promised there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from services.minutes.history.rows import TABLES
from shared.contracts.editions import EditionPlanned
from shared.contracts.organizations import organization_id
from shared.contracts.series import SeriesMandated
from shared.imports.work import go_on
from tests.minutes import facts
from tests.minutes.house import Site, convened, tell
from tests.world.facts import known

CSV = {"Content-Type": "text/csv"}
SERIES = known("series")
IMPORT = "/minutes/v1/imports"
JOBS = f"{IMPORT}/jobs"
SAID = "/minutes/v1/history/statements"
OWED = "/minutes/v1/actions"
STATEMENTS = (
    "series,number,reference,said_on,speaker,organization,subject,language,manner,words\n"
    "Forum of the Springs,1,1/1,1377-08-12,Robin Example 0,Ministry of Waters 0,Gauges,en,as_said,We measure each spring.\n"
    'انجمن چشمه‌ها,۱,1/2,۱۳۷۷/۰۸/۱۳,نمونه رودبار ۱,وزارت آب‌های ۱,آب‌سنج‌ها,fa,summary,"هر چشمه جدا اندازه گرفته می‌شود.\nهر روز."\n'
).encode()
COMMITMENTS = (
    "series,number,reference,text_en,text_fa,person,organization,due,calendar\n"
    "Forum of the Springs,2,a,Publish the gauges.,انتشار آب‌سنج‌ها,,Ministry of Waters 0,1405-06,\n"
    "Forum of the Springs,1,a,Warn those downstream.,,Robin Example 0,,2031-03,gregorian\n"
).encode()


def edition(number: int) -> Any:
    return known(f"edition {number}")


@asynccontextmanager
async def before(path: Path, **series: Any) -> AsyncIterator[Site]:
    """A body in session, and a series of two earlier editions in the Solar Hijri calendar."""
    async with convened(path) as found:
        title = {"en": "Forum of the Springs", "fa": "انجمن چشمه‌ها"}
        mandated: Any = SeriesMandated(
            **{"series": SERIES, "title": title, "calendar": "solar_hijri", "interval": 4} | series
        )
        told = tell(SERIES, mandated)
        for number in (1, 2):
            planned = EditionPlanned(
                edition=edition(number),
                series=SERIES,
                number=number,
                calendar="solar_hijri",
                due=f"{1373 + 4 * number}",
                planned_for=f"{1373 + 4 * number}",
            )
            told += tell(edition(number), planned)
        coded = facts.listed(3).model_copy(update={"organization": organization_id("O3")})
        await found.hear(told + tell(organization_id("O3"), coded))
        yield found


async def send(client: httpx.AsyncClient, what: str, content: bytes | str, **params: Any) -> httpx.Response:
    table = content.encode() if isinstance(content, str) else content
    return await client.post(f"{IMPORT}/{what}", content=table, params=params, headers=CSV)


async def bring(client: httpx.AsyncClient, what: str, content: bytes) -> str:
    made = await client.post(JOBS, content=content, params={"what": what}, headers=CSV)
    assert made.status_code == 201, made.text
    return f"{JOBS}/{made.json()['id']}"


async def run_out(here: Site) -> None:
    service: Any = here
    await go_on(TABLES, service, here.doors.keys)
