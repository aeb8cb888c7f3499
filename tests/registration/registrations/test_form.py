"""The public form, from an address that somebody types to a place: what it holds meanwhile (nothing), and what it tells."""

import asyncio
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

import httpx

from services.registration.people.model import UNCONFIRMED, Person
from services.registration.registrations.model import Registration, RegistrationState
from tests.registration.house import Site, count_of, site
from tests.registration.registrations.test_pages import form, page_of, send
from tests.world.service import hearing
from tests.world.site import changed

State = RegistrationState


async def everybody(here: Site) -> list[Registration]:
    return [stored.entity for stored in (await here.service.store.find(Registration, {}, limit=1000)).items]


async def person_at(here: Site, address: str) -> Person:
    [stored] = (await here.service.store.find(Person, {"email": address})).items
    return stored.entity


async def registration_of(here: Site, address: str) -> Registration:
    person = await person_at(here, address)
    [stored] = (await here.service.store.find(Registration, {"person": person.id})).items
    return stored.entity


def link_of(here: Site, registration: Registration) -> dict[str, str]:
    """As the mail has it."""
    return {"link": here.installation.keys.link("registration", registration.id, timedelta(days=365))}


async def press(here: Site, registration: Registration, button: str = "confirm", **typed: str) -> httpx.Response:
    """A button of the page behind the link; the page that then stands there."""
    async with here.client() as owner:
        answer = await owner.post(f"/status/{button}", params=link_of(here, registration), data=typed or {"": ""})
        if answer.status_code != 303:
            return answer
        return await owner.get(answer.headers["Location"].removeprefix("/registration"))


async def test_an_address_in_the_form_holds_nothing_and_pressing_twice_is_once(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client() as anybody:
        path = await here.gathering("announce", "open")
        answers = await asyncio.gather(*(send(here, path, form()) for _ in range(3)))
        assert {answer.status_code for answer in answers} == {303}
        received = await anybody.get(answers[0].headers["Location"].removeprefix("/registration"))
        assert "no place is held" in received.text
        assert "written to you" not in received.text
        person, registration = (
            await person_at(here, "darya@example.org"),
            await registration_of(here, "darya@example.org"),
        )
        assert (person.name, person.confirmed, person.language) == ("", False, "fa")
        assert (registration.reason, registration.typed, registration.claims) == (
            "address_unconfirmed",
            "دریا رودبان",
            (),
        )
        assert (await count_of(here.service), await count_of(here.service, Registration)) == (1, 1)


async def test_the_page_behind_the_link_shows_what_was_entered_and_looking_changes_nothing(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client() as owner:
        path = await here.gathering("announce", "open")
        async with here.client("secretariat") as secretary:
            home = {"code": "WEIR", "name": {"en": "Weir Union"}, "organization_kind": "union"}
            made = await secretary.post("/v1/organizations", json=home)
        await send(here, path, form(organization=made.json()["id"]))
        registration = await registration_of(here, "darya@example.org")
        before = await here.service.store.get(Registration, registration.id)
        for _ in range(2):
            shown = await owner.get("/status", params=link_of(here, registration))
            await owner.head("/status", params=link_of(here, registration))
        assert 'value="دریا رودبان"' in shown.text
        assert "Nothing is registered yet." in shown.text
        assert "Weir Union" in shown.text
        after = await here.service.store.get(Registration, registration.id)
        assert before
        assert after
        assert after.version == before.version


async def test_the_owner_confirms_corrects_the_name_and_has_a_place(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        path = await here.gathering("announce", "open")
        await send(here, path, form())
        registration = await registration_of(here, "darya@example.org")
        for wrong in ("", "x" * 201, "two\r\nlines"):
            refused = await press(here, registration, name=wrong)
            assert (refused.status_code, '<a href="#name">' in refused.text) == (422, True)
        assert (await registration_of(here, "darya@example.org")).unconfirmed
        for name in ("دریا رودبار", "Somebody Else"):
            shown = await press(here, registration, name=name)
            assert "You have a place." in shown.text
        person = await person_at(here, "darya@example.org")
        assert (person.name, person.confirmed, person.calendar) == ("دریا رودبار", True, "solar_hijri")
        there = await registration_of(here, "darya@example.org")
        assert (there.state, there.admitted, there.typed, there.seat) == (State.CONFIRMED, "open", "", 1)


async def test_in_a_category_that_is_approved_the_owner_then_waits_for_the_secretariat(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce", "open")
        await send(here, path, form(category="press"))
        registration = await registration_of(here, "darya@example.org")
        shown = await press(here, registration, name="Darya")
        assert "No place is reserved for you before that." in shown.text
        await changed(secretary, f"/v1/registrations/{registration.id}", "approve")
        async with here.client() as owner:
            assert "You have a place." in (await owner.get("/status", params=link_of(here, registration))).text


async def test_who_was_not_accepted_reads_why(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client() as owner:
        path = await here.gathering("announce", "open")
        await send(here, path, form(category="press"))
        registration = await registration_of(here, "darya@example.org")
        await press(here, registration, name="Darya")
        own = f"/v1/registrations/{registration.id}"
        tag = {"If-Match": (await secretary.get(own)).headers["ETag"]}
        await secretary.post(f"{own}/reject", json={"reason": "no_places", "note": "private"}, headers=tag)
        shown = (await owner.get("/status", params=link_of(here, registration))).text
        assert "There are no more places." in shown
        assert "private" not in shown
        again = await send(here, path, form(category="guest"))
        assert again.status_code == 303, "of that the answer does not tell"
        assert (await registration_of(here, "darya@example.org")).state is State.REJECTED


async def test_who_is_known_is_answered_the_same_and_must_confirm_too(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        path = await here.gathering("announce", "open")
        await here.person("Known")
        before = await person_at(here, "pknown@example.org")
        typed = {"name": "Somebody Else", "language": "ar"}
        answer = await send(here, path, form(email="pknown@example.org", **typed))
        fresh = await send(here, path, form(email="fresh@example.org"))
        assert (answer.status_code, answer.text) == (303, fresh.text)
        assert answer.headers["Location"] == fresh.headers["Location"]
        registration = await registration_of(here, "pknown@example.org")
        assert (registration.reason, registration.typed) == ("address_unconfirmed", "")
        async with here.client() as owner:
            shown = (await owner.get("/status", params=link_of(here, registration))).text
        assert "Somebody Else" not in shown
        assert 'name="name"' not in shown
        assert "You have a place." in (await press(here, registration, name="Somebody Else")).text
        after = await person_at(here, "pknown@example.org")
        assert (after.name, after.language) == (before.name, before.language)


async def test_who_is_registered_stays_so_and_the_answer_is_the_same(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        path = await here.gathering("announce", "open")
        there = (await here.register(path, await here.person("Known"))).json()
        before = await here.service.store.get(Person, UUID(there["person"]))
        answer = await send(here, path, form(email="pknown@example.org", category="press", name="Corrected Name"))
        fresh = await send(here, path, form(email="fresh@example.org", category="press"))
        assert (answer.status_code, answer.text) == (303, fresh.text)
        assert answer.headers["Location"] == fresh.headers["Location"]
        assert await here.service.store.get(Person, UUID(there["person"])) == before
        now = await registration_of(here, "pknown@example.org")
        assert (now.state, now.category, now.seat) == (State.CONFIRMED, "delegate", there["seat"])
        async with here.client() as owner:
            shown = (await owner.get("/status", params=link_of(here, now))).text
        assert "Correct my details" in shown


async def test_a_category_for_the_invited_is_not_offered_and_refused_if_sent(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client() as anybody:
        path = await here.gathering("announce", "open")
        shown = (await anybody.get(page_of(path))).text
        assert re.findall(r'<option value="(guest|press|delegate)"', shown) == ["press", "guest"]
        assert "By invitation only: Delegate" in shown
        refused = await send(here, path, form(category="delegate"))
        assert (refused.status_code, "This is by invitation only." in refused.text) == (409, True)
        closed = await here.gathering("announce", "open", capacity={"delegate": 1})
        assert "for those who were invited" in (await anybody.get(page_of(closed))).text
        assert await count_of(here.service) == 0


async def test_whoever_did_not_type_it_deletes_it_at_once(tmp_path: Path) -> None:
    async with site(tmp_path) as here:
        path = await here.gathering("announce", "open")
        await send(here, path, form())
        registration = await registration_of(here, "darya@example.org")
        async with hearing(here.service):
            shown = await press(here, registration, "withdraw")
        assert "not confirmed and is deleted" in shown.text
        [person] = (await here.service.store.find(Person, {})).items
        assert person.entity == Person(person.id, erased=True)
        assert (await send(here, path, form())).status_code == 303
        assert (await registration_of(here, "darya@example.org")).unconfirmed, "who comes again begins anew"


async def test_a_second_gathering_waits_behind_the_same_link(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client() as owner:
        first, second = [await here.gathering("announce", "open") for _ in range(2)]
        await send(here, first, form())
        asked = await registration_of(here, "darya@example.org")
        await send(here, second, form(category="press"))
        shown = (await owner.get("/status", params=link_of(here, asked))).text
        [also] = re.findall(r'href="(/registration/status\?link=[^"]+)"', shown)
        await press(here, asked, name="Darya")
        other = (await owner.get(urlsplit(also).path.removeprefix("/registration") + "?" + urlsplit(also).query)).text
        assert "Nothing is registered yet." in other
        assert 'name="name"' not in other, "the owner has said the name already"


async def test_confirming_too_late_says_so(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        path = await here.gathering("announce", "open")
        await send(here, path, form())
        registration = await registration_of(here, "darya@example.org")
        await changed(secretary, path, "close")
        assert "Registration is closed." in (await press(here, registration, name="Darya")).text
        assert not (await person_at(here, "darya@example.org")).confirmed
        await here.service.timers.fire(datetime.now(UTC) + UNCONFIRMED)
        assert "not confirmed and is deleted" in (await press(here, registration, name="Darya")).text


async def test_forty_invented_addresses_hold_no_seat_and_nothing_is_left_of_them(tmp_path: Path) -> None:
    """Neither in the store's files nor in the log's, once a day has passed: not the address, not what was typed."""
    async with site(tmp_path) as here:
        path = await here.gathering("announce", "open", capacity={"guest": 40})
        async with hearing(here.service):
            await asyncio.gather(
                *(send(here, path, form(email=f"invented{n}@example.org", name=f"Typed {n}")) for n in range(40))
            )
        assert not any(each.claims for each in await everybody(here))
        assert traces(tmp_path), "they wait for a day"
        assert (await here.register(path, await here.person(1), "guest")).json()["seat"] == 1
        async with hearing(here.service):
            assert await here.service.timers.fire(datetime.now(UTC) + UNCONFIRMED) == 40
        left = [each for each in await everybody(here) if each.state is not State.CONFIRMED]
        assert {(each.state, each.reason, each.typed) for each in left} == {
            (State.WITHDRAWN, "address_unconfirmed", "")
        }
        assert await here.service.store.count(Person, {"erased": True}) == 40
    assert traces(tmp_path) == []


def traces(folder: Path) -> list[str]:
    """The files that hold something of what was typed."""
    typed = (b"invented", b"Typed ")
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(each in path.read_bytes() for each in typed)]
