"""The pages of people, organizations and bodies: found, entered, changed, and what stands in the way is said at its field."""

import re
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from tests.registration.house import Site, site

WHATS = ("people", "organizations", "bodies")
HEAD = "http://plenary.test/registration"


async def form_of(client: httpx.AsyncClient, path: str) -> dict[str, str]:
    """The form of a page with what stands in it."""
    page = await client.get(path)
    assert page.status_code == 200, page.text
    return fields_of(page.text)


def fields_of(text: str) -> dict[str, str]:
    inputs = re.findall(r'<input\b[^>]*?name="(\w+)"[^>]*?value="([^"]*)"', text)
    chosen = re.findall(r'<select id="(\w+)".*?<option value="([^"]*)" selected', text, re.DOTALL)
    areas = re.findall(r'<textarea id="(\w+)"[^>]*>\n?(.*?)</textarea>', text, re.DOTALL)
    return {name: value for name, value in [*inputs, *chosen, *areas] if name != "q"}


async def send(client: httpx.AsyncClient, path: str, form: dict[str, str], **typed: str) -> httpx.Response:
    return await client.post(path, data=form | typed)


async def organization(here: Site, code: str = "DELTA") -> str:
    async with here.client("secretariat") as secretary:
        form = {"code": code, "name": {"en": "Delta Authority", "fa": "سازمان دلتا"}, "organization_kind": "authority"}
        return str((await secretary.post("/v1/organizations", json=form)).json()["id"])


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
@pytest.mark.parametrize("what", WHATS)
async def test_lists_and_forms_are_there_in_each_language_also_while_they_are_empty(
    what: str, language: str, tmp_path: Path
) -> None:
    async with site(tmp_path) as here, here.client("secretariat", **{}) as secretary:
        for path in (f"/{what}", f"/{what}?q=nobody", f"/{what}/new"):
            page = await secretary.get(f"{path}{'&' if '?' in path else '?'}lang={language}")
            assert page.status_code == 200
            assert f'lang="{language}"' in page.text


async def test_a_person_is_entered_found_in_either_script_changed_and_remembered(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        await organization(here)
        form = await form_of(secretary, "/people/new")
        typed = {"name": "Ana Delta", "name_also": "آنا دلتا", "email": "ANA@example.org", "organization": "delta"}
        choices = {"language": "fa", "calendar": "solar_hijri", "digits": "persian", "time_zone": "Asia/Tehran"}
        made = await send(secretary, "/people/new", form, **typed, **choices)
        assert made.status_code == 303
        again = await send(secretary, "/people/new", form, **typed, **choices)
        assert again.headers["Location"] == made.headers["Location"], "a double press is one"
        path = made.headers["Location"].removeprefix("/registration")
        for asked in ("del", "انا", "ana@"):
            assert path in (await secretary.get(f"/people?q={asked}")).text
        shown = (await secretary.get(path)).text
        assert "آنا دلتا" in shown
        assert "ana@example.org" in shown
        changed = await send(secretary, f"{path}/edit", await form_of(secretary, f"{path}/edit"), name="Ana Nahr")
        assert changed.status_code == 303, changed.text
        history = (await secretary.get(path)).text
        assert re.search(r"<del><bdi>Ana Delta</bdi></del>.*<ins><bdi>Ana Nahr</bdi></ins>", history, re.DOTALL)


async def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_is_kept(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        await here.person(1)
        wrong = [
            ({"name": "", "email": "x@example.org"}, "name"),
            ({"name": "Kept Name", "email": "nobody"}, "email"),
            ({"name": "Kept Name", "email": "p1@example.org"}, "email"),
            ({"name": "Kept Name", "email": "x@example.org", "organization": "NOWHERE"}, "organization"),
            ({"name": "Kept Name", "email": "x@example.org", "organization": "no code!"}, "organization"),
            ({"name": "Kept Name", "email": "x@example.org", "time_zone": "Mars/Olympus"}, "time_zone"),
        ]
        for typed, field in wrong:
            answer = await send(secretary, "/people/new", await form_of(secretary, "/people/new"), **typed)
            assert (answer.status_code, f'id="{field}-error"' in answer.text) == (422, True), (typed, answer.text)
            assert fields_of(answer.text)["name"] == typed["name"]


async def test_whoever_was_slower_sees_both_and_applies_the_own_again(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = f"/people/{await here.person(1)}"
        mine = await form_of(secretary, f"{path}/edit")
        assert (await send(secretary, f"{path}/edit", mine | {"key": "other"}, name="Theirs")).status_code == 303
        both = await send(secretary, f"{path}/edit", mine, position="Mine")
        assert both.status_code == 412
        assert "<del>Theirs</del>" in both.text
        again = fields_of(both.text)
        assert (again["name"], again["position"]) == ("Person 1", "Mine")
        assert (await send(secretary, f"{path}/edit", again)).status_code == 303
        assert (await form_of(secretary, f"{path}/edit"))["position"] == "Mine"


async def test_who_corrects_an_address_because_of_a_mail_is_led_back_to_that_mail_and_nowhere_else(
    tmp_path: Path,
) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        mail, path = uuid4(), f"/people/{await here.person(1)}/edit"
        form = await form_of(secretary, f"{path}?mail={mail}")
        wrong = await send(secretary, f"{path}?mail={mail}", form, email="nobody")
        assert wrong.status_code == 422, "the form is shown again, at the same address"
        right = await send(secretary, f"{path}?mail={mail}", fields_of(wrong.text), email="right@example.org")
        assert (right.status_code, right.headers["Location"]) == (303, f"/notifications/mails/{mail}")
        assert (await secretary.get(f"{path}?mail=//elsewhere.example")).status_code == 422


async def test_an_organization_and_a_body_are_entered_and_changed_by_codes(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        await organization(here)
        typed = {
            "code": "BASIN",
            "name_fa": "حوضه",
            "organization_kind": "ministry",
            "parent": "DELTA",
            "also": "Nahr\nHawd",
        }
        form = await form_of(secretary, "/organizations/new")
        made = await send(secretary, "/organizations/new", form, **typed)
        assert made.status_code == 303, made.text
        path = made.headers["Location"].removeprefix("/registration")
        stood = await form_of(secretary, f"{path}/edit")
        assert {name: stood[name] for name in typed} == typed
        fixed = await send(secretary, f"{path}/edit", stood, code="OTHER")
        assert (fixed.status_code, 'id="code-error"' in fixed.text) == (422, True)
        nameless = await send(secretary, f"{path}/edit", stood, name_fa="")
        assert (nameless.status_code, 'id="name_en-error"' in nameless.text) == (422, True)
        form = await form_of(secretary, "/bodies/new")
        typed = {"code": "COUNCIL", "name_en": "Council", "members": "DELTA\nBASIN", "rule": "at_least"}
        wrong = await send(secretary, "/bodies/new", form, **typed, numerator="two", denominator="۳")
        assert (wrong.status_code, 'id="numerator-error"' in wrong.text) == (422, True)
        formed = await send(secretary, "/bodies/new", form | {"key": "new"}, **typed, numerator="2", denominator="۳")
        assert formed.status_code == 303, formed.text
        stood = await form_of(secretary, formed.headers["Location"].removeprefix("/registration") + "/edit")
        assert (stood["members"], stood["numerator"], stood["denominator"]) == ("DELTA\nBASIN", "2", "3")


async def test_observers_read_organizations_and_change_nothing_and_see_no_person(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("observer") as observer:
        path = f"/organizations/{await organization(here)}"
        assert f"{path}/edit" not in (await observer.get(path)).text
        for refused in ("/people", "/people/new", f"/people/{await here.person(1)}", f"{path}/edit", "/bodies/new"):
            assert (await observer.get(refused)).status_code == 403, refused


async def test_a_list_goes_on_after_a_hundred_and_back_to_the_beginning(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        for n in range(102):
            await here.person(n)
        first = (await secretary.get("/people?q=person")).text
        [after] = re.findall(r'rel="next" href="([^"]+)"', first)
        rest = (await secretary.get(after.replace("&amp;", "&").removeprefix("/registration"))).text
        links = [re.findall(r'href="/registration/people/([0-9a-f-]{36})"', page) for page in (first, rest)]
        assert [len(each) for each in links] == [100, 2]
        assert not set(links[0]) & set(links[1])
