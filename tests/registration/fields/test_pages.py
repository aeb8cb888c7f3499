"""The page on which the secretariat says what a category asks for."""

from pathlib import Path

import httpx

from services.registration.fields.checks import Field
from services.registration.fields.model import Questions
from tests.registration.house import Site, site
from tests.registration.roster.test_pages import english


async def asked(here: Site) -> Questions:
    [stored] = (await here.service.store.find(Questions, {})).items
    return stored.entity


async def test_presets_and_own_questions_are_asked_for_changed_put_in_order_and_taken_out(tmp_path: Path) -> None:
    async with site(tmp_path) as here, english(here) as secretary:
        path = (await here.gathering("announce", "open")).replace("/v1", "") + "/fields?category=press"
        empty = (await secretary.get(path)).text
        assert "Passport number" in empty
        own = {
            "label_en_0": "Which paper?",
            "kind_0": "text",
            "said_by_0": "person",
            "place_0": "1",
            "required_0": "yes",
        }
        done = await secretary.post(path, data={"rows": "0", "preset": ["passport", "diet"], **own})
        assert done.status_code == 303, done.text
        shown = (await secretary.get(path)).text
        version = shown.partition('name="version" value="')[2].partition('"')[0]
        keys = [each.key for each in (await asked(here)).fields]
        assert keys == ["which_paper", "passport", "diet"]
        rows = {"rows": "3", "version": version}
        for n, key in enumerate(keys):
            rows |= {f"key_{n}": key, f"label_en_{n}": key, f"kind_{n}": "text", f"said_by_{n}": "person"}
            rows |= {f"place_{n}": str(9 - n), f"drop_{n}": "yes" if key == "passport" else ""}
        rows |= {"kind_2": "several", "choices_en_2": "Vegetarian\n\nHalal\nvegetarian", "choices_fa_2": "گیاهخواری"}
        rows |= {"until": "2030-03-01T12:00"}
        done = await secretary.post(path, data=rows)
        assert done.status_code == 303, done.text
        it = await asked(here)
        assert [each.key for each in it.fields] == ["diet", "which_paper"]
        assert [each.key for each in it.fields[0].choices] == ["vegetarian", "halal", "vegetarian_2"]
        assert it.fields[0].choices[0].label == {"en": "Vegetarian", "fa": "گیاهخواری"}
        assert it.until is not None
        late = await secretary.post(path, data=rows)
        assert late.status_code == 412
        assert "Somebody else changed this meanwhile" in late.text


async def test_what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(tmp_path: Path) -> None:
    async with site(tmp_path) as here, english(here) as secretary:
        path = (await here.gathering("announce", "open")).replace("/v1", "") + "/fields?category=press"
        own = {"label_fa_0": "روزنامه", "kind_0": "choice", "said_by_0": "person", "place_0": "1"}
        wrong = await secretary.post(path, data={"rows": "0", **own, "until": "soon"})
        assert wrong.status_code == 422
        assert "Please write at least one choice" in wrong.text
        assert "روزنامه" in wrong.text
        async with here.client("person") as person:
            assert (await person.get(path)).status_code == 403


async def test_what_is_asked_for_is_read_and_said_over_http(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client("person") as person:
        path = await here.gathering("announce", "open")
        field = {"key": "visa", "kind": "text", "label": {"en": "Visa"}, "said_by": "secretariat"}
        form = {"category": "press", "fields": [field, field | {"key": "paper", "said_by": "person"}]}
        made = await secretary.post(f"{path}/fields", json=form)
        assert made.status_code == 200, made.text
        assert made.json()["fields"][0]["choices"] == []
        for client, keys in ((secretary, ["visa", "paper"]), (person, ["paper"])):
            seen = (await client.get(f"{path}/fields", params={"category": "press"})).json()
            assert [each["key"] for each in seen["fields"]] == keys
        assert (await person.get(f"{path}/fields", params={"category": "guest"})).json()["fields"] == []
        for wrong in ({"category": "nobody"}, {"fields": [field, field]}, {"fields": [field | {"kind": "choice"}]}):
            assert (await secretary.post(f"{path}/fields", json=form | wrong)).status_code == 422
        assert (await person.post(f"{path}/fields", json=form)).status_code == 403


async def test_what_is_asked_in_persian_alone_inherits_no_answers_of_what_was_taken_out(tmp_path: Path) -> None:
    async with site(tmp_path) as here, english(here) as secretary:
        path = (await here.gathering("announce", "open")).replace("/v1", "") + "/fields?category=press"
        first = await added(here, secretary, path, label_fa_0="رژیم غذایی", choices_fa_0="گیاه‌خوار\nحلال")
        await secretary.post(path, data={"rows": "1", "version": "1", "drop_0": "yes"})
        second = await added(here, secretary, path, label_fa_0="رنگ خودرو", choices_fa_0="سفید\nحلال")
        assert first.key != second.key
        assert first.choices[0].key != second.choices[0].key
        await secretary.post(path, data={"rows": "1", "version": "3", "drop_0": "yes"})
        again = await added(here, secretary, path, label_fa_0="رژیم غذایی", choices_fa_0="حلال\nگیاه‌خوار")
        assert (again.key, {each.key for each in again.choices}) == (first.key, {each.key for each in first.choices}), (
            "and comes back with it"
        )


async def added(here: Site, secretary: httpx.AsyncClient, path: str, **typed: str) -> Field:
    """One question that nothing else is asked beside."""
    page = (await secretary.get(path)).text
    version = page.partition('name="version" value="')[2].partition('"')[0]
    own = {"rows": "0", "version": version, "kind_0": "several", "said_by_0": "person", "place_0": "1"}
    done = await secretary.post(path, data=own | typed)
    assert done.status_code == 303, done.text
    [field] = (await asked(here)).fields
    return field
