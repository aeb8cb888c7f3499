"""Registering somebody on their behalf: found or new, once, and nothing lost of what was typed."""

import re
from pathlib import Path
from uuid import uuid4

from services.registration.people.model import Person
from services.registration.registrations.model import Registration
from tests.registration.house import count_of, site
from tests.registration.roster.test_pages import english, followed, roster
from tests.world.site import changed

NEW = {"person": "new", "name": "دریا رود", "name_also": "Darya Rood", "email": "Darya@example.org", "language": "fa"}


def people(page: str) -> list[str]:
    return re.findall(r"\?person=([0-9a-f-]{36})", page)


async def test_who_is_on_record_is_found_in_either_script_and_registered_once(tmp_path: Path) -> None:
    async with site(tmp_path) as here, english(here) as secretary:
        path = (await here.gathering("announce", "open")).replace("/v1", "") + "/registrations"
        form = {"name": "سارا دلتا", "name_also": "Sara Delta", "email": "sara@example.org"}
        id = (await secretary.post("/v1/people", json=form)).json()["id"]
        for words in ("sara", "دلتا", "sara@ex"):
            assert people((await secretary.get(f"{path}/new", params={"q": words})).text) == [id]
        assert "Nobody on record has that name." in (await secretary.get(f"{path}/new", params={"q": "zzz"})).text
        asked = await secretary.get(f"{path}/new", params={"person": id})
        assert "sara@example.org" in asked.text
        for _ in range(2):
            done = await secretary.post(f"{path}/new", data={"person": id, "category": "delegate", "key": "once"})
            assert done.status_code == 303
        told = (await secretary.get(followed(done))).text
        assert "سارا دلتا\u2069 is registered: Confirmed." in told
        assert 'class="chip quiet">Confirmed' in (await secretary.get(f"{path}/new", params={"q": "sara"})).text
        [there] = (await here.service.store.find(Registration, {})).items
        assert (there.entity.admitted, there.entity.category) == ("approved", "delegate")


async def test_who_is_new_is_entered_and_registered_by_one_form(tmp_path: Path) -> None:
    async with site(tmp_path) as here, english(here) as secretary:
        path = (await here.gathering("announce", "open")).replace("/v1", "") + "/registrations"
        made = {"code": "WEIR", "name": {"en": "Weir Union"}, "organization_kind": "union"}
        home = (await secretary.post("/v1/organizations", json=made)).json()["id"]
        typed = NEW | {"category": "press", "organization": home, "key": "once"}
        for _ in range(2):
            assert (await secretary.post(f"{path}/new", data=typed)).status_code == 303
        [person] = (await here.service.store.find(Person, {})).items
        assert (person.entity.email, person.entity.confirmed, person.entity.digits) == (
            "darya@example.org",
            True,
            "persian",
        )
        [there] = (await here.service.store.find(Registration, {})).items
        assert str(there.entity.organization) == home


async def test_what_is_wrong_or_said_in_another_language_loses_nothing(tmp_path: Path) -> None:
    async with site(tmp_path) as here, english(here) as secretary:
        path = (await here.gathering("announce", "open")).replace("/v1", "") + "/registrations"
        typed = NEW | {"email": "darya", "category": "royalty", "organization": str(uuid4())}
        wrong = await secretary.post(f"{path}/new", data=typed)
        assert wrong.status_code == 422
        assert all(f'id="{field}-error"' in wrong.text for field in ("email", "category", "organization"))
        switched = await secretary.post(f"{path}/new", params={"lang": "ar"}, data=typed | {"speaks": "en"})
        assert (switched.status_code, 'dir="rtl"' in switched.text) == (200, True)
        for answer in (wrong, switched):
            assert 'value="دریا رود"' in answer.text
        await secretary.post("/v1/people", json={"name": "Somebody Else", "email": "darya@example.org"})
        taken = await secretary.post(f"{path}/new?lang=en", data=NEW | {"category": "press"})
        assert "is on record under other details" in taken.text
        assert await count_of(here.service, Registration) == 0


async def test_what_a_rule_refuses_is_said_on_the_form(tmp_path: Path) -> None:
    async with roster(tmp_path, 1) as (here, path), english(here) as secretary:
        found = (await secretary.get(f"{path}/new", params={"q": "person"})).text
        assert people(found) == [], "who has a place is shown with it, and not offered"
        [id] = [each["id"] for each in (await secretary.get("/v1/people")).json()]
        other = await secretary.post(f"{path}/new", data={"person": id, "category": "press"})
        assert (other.status_code, "Cancel that registration first" in other.text) == (409, True)
        await changed(secretary, "/v1" + path.removesuffix("/registrations"), "close")
        assert "Registration is not open" in (await secretary.get(f"{path}/new")).text
        assert "Register somebody" not in (await secretary.get(path)).text
        closed = await secretary.post(f"{path}/new", data=NEW | {"category": "press"})
        assert (closed.status_code, 'value="دریا رود"' in closed.text) == (409, True)
        assert await count_of(here.service) == 1, "who cannot be registered is not entered either"
        for nobody in (str(uuid4()), "nonsense"):
            assert (await secretary.get(f"{path}/new", params={"person": nobody})).status_code == 404
        async with here.client(f"checkin:{path.split('/')[2]}") as door:
            assert (await door.get(f"{path}/new")).status_code == 403
