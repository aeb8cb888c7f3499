"""A series and its mandate: entered, amended, refused where it makes no sense; and told."""

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.registration.series.model import AmendSeries, MandateSeries, Series
from shared.contracts.series import SeriesFacts
from shared.errors import Conflict, Invalid
from tests.registration.facts import message
from tests.story.house import house

FACTS = SeriesFacts(
    title={"en": "Conference of the River Basins"},
    calendar="solar_hijri",
    interval=4,
    counts_from="nominal",
    instrument={"en": "Resolution 12"},
    instrument_date="1378-05-20",
    issuer_name={"en": "Assembly of the Basins"},
)
FORM: dict[str, Any] = FACTS.model_dump(mode="json")


def mandated(facts: SeriesFacts = FACTS) -> Series:
    return Series.mandated(MandateSeries(**message(), facts=facts))[0]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("interval", 0),
        ("interval", 101),
        ("instrument_date", "1378-13"),
        ("instrument_date", "1979-05"),
        ("recurs_on", "13"),
        ("recurs_on", "09-32"),
        ("recurs_on", "spring"),
    ],
)
def test_a_mandate_that_makes_no_sense_is_refused_at_its_field(field: str, value: object) -> None:
    with pytest.raises(Invalid) as refused:
        mandated(FACTS.model_copy(update={field: value}))
    assert [each["field"] for each in refused.value.errors] == [field]


def test_issuer_and_secretariat_are_two_and_each_is_on_record_or_named() -> None:
    one = uuid4()
    same = {"issuer": one, "secretariat": one, "issuer_name": {}}
    for update in (same, {"issuer": one}):
        with pytest.raises(Invalid):
            mandated(FACTS.model_copy(update=update))


@given(st.lists(st.sampled_from(["interval", "counts_from", "title", "recurs_on", "same", "calendar"]), max_size=12))
def test_whatever_is_amended_the_calendar_stays_and_the_history_has_each_change(steps: list[str]) -> None:
    series, changes = mandated(), 0
    values: dict[str, list[object]] = {
        "interval": [4, 5],
        "counts_from": ["nominal", "actual"],
        "title": [{"en": "A"}, {"en": "B"}],
        "recurs_on": ["", "09"],
        "calendar": ["gregorian"],
        "same": [],
    }
    for n, step in enumerate(steps):
        update = {step: values[step][n % len(values[step])]} if values[step] else {}
        asked = AmendSeries(**message(), series=series.id, facts=series.facts.model_copy(update=update))
        if step == "calendar":
            with pytest.raises(Conflict):
                series.amend(asked)
            continue
        different = asked.facts != series.facts
        event = series.amend(asked)
        assert (event is not None) == different
        changes += different
        assert series.facts == asked.facts
    assert series.facts.calendar == "solar_hijri"
    assert len(series.history) == 1 + changes


async def test_a_series_is_entered_amended_and_told(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        made = await secretary.post("/registration/v1/series", json=FORM)
        assert made.status_code == 201, made.text
        path = made.headers["Location"]
        there = await secretary.get(path)
        assert there.json() == FORM | {"id": made.json()["id"]}
        tag = {"If-Match": there.headers["ETag"]}
        amended = await secretary.put(path, json=FORM | {"counts_from": "actual"}, headers=tag)
        assert amended.json()["counts_from"] == "actual"
        fixed = await secretary.put(
            path, json=FORM | {"calendar": "islamic"}, headers={"If-Match": amended.headers["ETag"]}
        )
        assert (fixed.status_code, fixed.json()["code"]) == (409, "calendar-fixed")
        [change, entered] = (await secretary.get(f"{path}/history")).json()
        assert (change["field"], change["old"], change["new"]) == ("counts_from", "nominal", "actual")
        assert entered["field"] == ""
        await here.settle()
        told = (await secretary.get("/registration/v1/events", params={"topic": "plenary.series"})).json()
        assert [event["type"] for event in told] == ["series.mandated.v1", "series.amended.v1"]
        async with here.client("observer") as observer:
            assert (await observer.get(path)).status_code == 200
            assert (await observer.post("/registration/v1/series", json=FORM)).status_code == 403


async def test_who_is_named_by_an_id_must_be_on_record(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        for field in ("issuer", "body", "secretariat"):
            form = FORM | {"issuer_name": {}, field: str(UUID(int=1))}
            refused = await secretary.post("/registration/v1/series", json=form)
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field), refused.text
