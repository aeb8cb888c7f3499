"""What is answered: by the person behind the link, over HTTP and by the secretariat; read by few, and erased with the person."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from services.registration.erasure.work import erase_all
from shared.settings import Settings
from tests.registration.house import erase
from tests.registration.registrations.test_personal import Own, registered
from tests.registration.roster.test_pages import english

FIELDS: list[dict[str, Any]] = [
    {"key": "passport", "kind": "text", "label": {"en": "Passport number"}, "required": True},
    {
        "key": "diet",
        "kind": "several",
        "label": {"en": "Diet"},
        "choices": [{"key": "halal", "label": {"en": "Halal"}}],
    },
    {"key": "visa", "kind": "yes_no", "label": {"en": "Visa letter sent"}, "said_by": "shown"},
    {"key": "doubts", "kind": "long_text", "label": {"en": "Doubts"}, "said_by": "secretariat"},
]
SECRET = "K7731990"


@asynccontextmanager
async def asked(folder: Path, **other: Any) -> AsyncIterator[Own]:
    """Somebody is registered as a guest, and guests are asked for a passport."""
    async with registered(folder) as own, own.here.client("secretariat") as secretary:
        form = {"category": "guest", "fields": FIELDS} | other
        assert (await secretary.post(f"{own.gathering}/fields", json=form)).status_code == 200
        own.owner.headers["Accept-Language"] = "en"
        yield own


async def registration(own: Own) -> str:
    async with own.here.client("secretariat") as secretary:
        [there] = (await secretary.get(f"{own.gathering}/registrations")).json()
    return str(there["id"])


async def test_the_personal_page_asks_says_what_is_wrong_and_keeps_what_was_typed(tmp_path: Path) -> None:
    async with asked(tmp_path) as own:
        assert "Details for the gathering" in await own.page()
        asks = await own.page("/answers")
        assert "Passport number" in asks
        assert "Doubts" not in asks
        wrong = await own.post("/answers", {"answer_passport": "", "answer_diet": "halal"})
        assert wrong.status_code == 422
        assert "Please fill this in" in wrong.text
        assert 'value="halal" checked' in wrong.text
        done = await own.post("/answers", {"answer_passport": SECRET, "answer_diet": "halal", "answer_visa": "yes"})
        assert done.status_code == 303, done.text
        kept = await own.page("/answers")
        assert SECRET in kept
        assert "Visa letter sent" not in kept, "the person does not say what the secretariat says"


async def test_the_secretariat_reads_and_adds_what_the_person_then_reads_and_takes_it_away_as_a_table(
    tmp_path: Path,
) -> None:
    async with asked(tmp_path) as own, english(own.here) as secretary:
        await own.post("/answers", {"answer_passport": SECRET})
        list_ = own.gathering.replace("/v1", "") + "/registrations"
        page = f"{list_}/{await registration(own)}"
        assert page in (await secretary.get(list_)).text
        assert SECRET in (await secretary.get(page)).text
        typed = {"answer_passport": SECRET, "answer_diet": "halal", "answer_visa": "yes", "answer_doubts": "None."}
        assert (await secretary.post(page, data=typed)).status_code == 412, "from before somebody else answered"
        assert (await secretary.post(page, data=typed | {"version": "1"})).status_code == 303
        read = await own.page("/answers")
        assert "Visa letter sent" in read
        assert "None." not in read
        head, row = (await secretary.get(f"{list_}.csv")).content.decode("utf-8-sig").splitlines()
        assert head.endswith("Passport number,Diet,Visa letter sent,Doubts")
        assert row.endswith(f"{SECRET},Halal,yes,None.")


async def test_over_http_one_reads_and_answers_for_oneself_and_what_is_unknown_is_refused(tmp_path: Path) -> None:
    async with asked(tmp_path) as own, own.here.client("secretariat") as secretary:
        path = f"/v1/registrations/{await registration(own)}/answers"
        async with own.here.client(sub=UUID(own.person)) as self_, own.here.client("person") as other:
            assert (await self_.get(path)).json()["missing"] == ["passport"]
            said = await self_.post(path, json={"answers": {"passport": SECRET, "diet": ["halal"]}})
            assert said.status_code == 200, said.text
            assert said.json()["answers"] == {"passport": SECRET, "diet": ["halal"], "visa": None}
            for answers, field in (
                ({"doubts": "x"}, "doubts"),
                ({"shoe": "43"}, "shoe"),
                ({"diet": "stone"}, "diet"),
                ({"passport": None}, "passport"),
            ):
                wrong = await self_.post(path, json={"answers": answers})
                assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, f"answers.{field}")
            assert (await other.get(path)).status_code == 404
            assert (await other.post(path, json={"answers": {}})).status_code == 404
        async with own.here.client(f"checkin:{own.gathering.rpartition('/')[2]}") as door:
            assert (await door.get(path)).status_code in {403, 404}
        full = await secretary.post(path, json={"answers": {"visa": True, "doubts": "None."}})
        assert full.json()["answers"]["visa"] is True


async def test_after_the_moment_of_the_category_only_the_secretariat_changes_anything(tmp_path: Path) -> None:
    async with asked(tmp_path, until="2020-01-01T00:00:00Z") as own, own.here.client("secretariat") as secretary:
        path = f"/v1/registrations/{await registration(own)}/answers"
        async with own.here.client(sub=UUID(own.person)) as self_:
            late = await self_.post(path, json={"answers": {"passport": SECRET}})
            assert (late.status_code, late.json()["code"]) == (409, "edit-over")
        assert "can no longer be changed here" in await own.page("/answers")
        assert (await own.post("/answers", {"answer_passport": SECRET})).status_code == 409
        assert (await secretary.post(path, json={"answers": {"passport": SECRET}})).status_code == 200


async def test_of_who_was_erased_no_answer_is_left_in_any_file(tmp_path: Path) -> None:
    def left() -> list[str]:
        return [file.name for file in tmp_path.rglob("*") if file.is_file() and SECRET.encode() in file.read_bytes()]

    async with asked(tmp_path) as own:
        await own.post("/answers", {"answer_passport": SECRET * 20})
        assert left(), "it is kept, and nowhere but in registration's own store"
        assert not [name for name in left() if not name.startswith("registration.db")]
        await erase(own.here.service, UUID(own.person))
        assert await erase_all(own.here.service, Settings(data=tmp_path)) == 1
        assert await erase_all(own.here.service, Settings(data=tmp_path)) == 0
        async with own.here.client("secretariat") as secretary:
            path = f"/v1/registrations/{await registration(own)}/answers"
            assert (await secretary.get(path)).json()["answers"]["passport"] is None
            assert (await secretary.post(path, json={"answers": {"passport": SECRET}})).json()["code"] == "erased"
    assert left() == []


async def test_a_day_is_said_in_the_readers_calendar_beside_what_is_typed(tmp_path: Path) -> None:
    day = {"key": "arrival", "kind": "date", "label": {"en": "Day of arrival"}}
    async with asked(tmp_path, fields=[day, day | {"key": "letter", "said_by": "shown"}]) as own:
        async with own.here.client("secretariat") as secretary:
            said = {"answers": {"arrival": "2030-03-21", "letter": "2030-03-22"}}
            path = f"/v1/registrations/{await registration(own)}/answers"
            assert (await secretary.post(path, json=said)).status_code == 200
        own.owner.headers["Accept-Language"] = "fa"
        shown = await own.page("/answers")
        assert 'type="date" value="2030-03-21"' in shown
        assert "پنجشنبه ۱ فروردین ۱۴۰۹" in shown
        assert "جمعه ۲ فروردین ۱۴۰۹" in shown
