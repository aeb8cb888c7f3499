"""A question becomes another one after it was answered: what was said is no answer any more, and does no harm."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from services.registration.fields.checks import Field
from tests.registration.answers.test_answers import FIELDS, asked, registration
from tests.registration.registrations.test_personal import Own
from tests.registration.roster.test_pages import english

DIET: dict[str, Any] = {"key": "diet", "kind": "text", "label": {"en": "Diet"}, "decides": True}


def chosen(kind: str, *keys: str) -> dict[str, Any]:
    return DIET | {"kind": kind, "choices": [{"key": each, "label": {"en": each.title()}} for each in keys]}


async def asks_now(own: Own, *fields: dict[str, Any]) -> None:
    async with own.here.client("secretariat") as secretary:
        before = await secretary.get(f"{own.gathering}/fields", params={"category": "guest"})
        form = {"category": "guest", "fields": fields}
        headers = {"If-Match": before.headers["ETag"]} if "ETag" in before.headers else {}
        done = await secretary.post(f"{own.gathering}/fields", json=form, headers=headers)
        assert done.status_code == 200, done.text


@pytest.mark.parametrize(
    "now", [DIET | {"kind": "yes_no"}, DIET | {"kind": "date"}, chosen("choice", "halal"), chosen("several", "halal")]
)
async def test_an_answer_to_what_was_asked_before_is_shown_nowhere_and_keeps_the_place(
    tmp_path: Path, now: dict[str, Any]
) -> None:
    async with asked(tmp_path, fields=[DIET]) as own, english(own.here) as secretary:
        await own.post("/answers", {"answer_diet": "Vegan"})
        await asks_now(own, now, FIELDS[0] | {"required": False})
        list_ = own.gathering.replace("/v1", "") + "/registrations"
        path = f"/v1/registrations/{await registration(own)}/answers"
        assert (await secretary.get(path)).json()["answers"]["diet"] in (None, [])
        for page in (f"{list_}.csv", f"{list_}/{await registration(own)}"):
            shown = await secretary.get(page)
            assert (shown.status_code, "Vegan" in shown.text) == (200, False)
        assert (await secretary.get(f"{list_}.xlsx")).status_code == 200
        assert "Vegan" not in await own.page("/answers")
        async with own.here.client(sub=UUID(own.person)) as self_:
            said = await self_.post(path, json={"answers": {"diet": None, "passport": "K1"}})
            assert said.status_code == 200, "what is no answer any more is not changed by saying so"
        assert await own.state() == "confirmed"


async def test_with_the_question_the_answer_comes_back(tmp_path: Path) -> None:
    async with asked(tmp_path, fields=[DIET]) as own:
        await own.post("/answers", {"answer_diet": "Vegan"})
        await asks_now(own, DIET | {"kind": "yes_no"})
        await asks_now(own, DIET)
        assert "Vegan" in await own.page("/answers")


def test_of_several_choices_those_stay_that_are_still_there() -> None:
    left = Field("diet", "several", {"en": "Diet"}, [])
    assert left.still(["halal"]) == []
    assert Field("fee", "yes_no", {"en": "Fee"}).still(["yes"]) == ["yes"]
    assert Field("day", "date", {"en": "Day"}).still(["2030-02-30"]) == []
    assert Field("note", "text", {"en": "Note"}).still(["x"]) == ["x"]
