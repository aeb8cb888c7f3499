"""The public page of a gathering of an edition: of which kind and series it is, its number, and its day as the mandate counts."""

from pathlib import Path

import pytest

from tests.registration.editions.test_pages import edition, series
from tests.registration.house import site


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("Public event", "Edition 3", "Saturday, 15 Ramadan 1451 AH")),
        ("fa", ("رویداد همگانی", "دورهٔ ۳", "شنبه ۱۵ رمضان ۱۴۵۱ قمری")),
        ("ar", ("فعالية عامة", "الدورة ٣", "السبت ١٥ رمضان ١٤٥١ هـ")),
    ],
)
async def test_an_event_of_a_lunar_series_says_its_number_and_its_day_in_that_calendar(
    language: str, said: tuple[str, ...], tmp_path: Path
) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        one = await edition(secretary, await series(secretary, calendar="islamic", interval=1), 3, "1451-09-15")
        when = {"starts_at": "2030-01-19T17:00:00Z", "ends_at": "2030-01-19T20:00:00Z", "time_zone": "UTC"}
        path = await here.gathering("announce", edition=one.rpartition("/")[2], gathering_kind="public_event", **when)
        async with here.client() as anybody:
            page = (await anybody.get(path.replace("/v1", ""), params={"lang": language})).text
        for each in said:
            assert each in page
