"""A later change of what the secretariat decided by falls back to pending: said before, and seen beside what it was."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import UUID

import httpx

from services.registration.registrations.model import Registration
from tests.registration.answers.test_answers import FIELDS, SECRET, asked, registration
from tests.registration.registrations.test_approval import decided
from tests.registration.registrations.test_personal import Own
from tests.registration.roster.test_pages import english
from tests.world.service import hearing

OTHER = "P0000001"
TYPED = {"answer_passport": OTHER, "version": "1"}


@asynccontextmanager
async def answered(folder: Path) -> AsyncIterator[Own]:
    """Of a guest who has a place, and said which passport: by that the secretariat decides."""
    async with asked(folder, fields=[FIELDS[0] | {"decides": True}, *FIELDS[1:]]) as own:
        first = await own.post("/answers", {"answer_passport": SECRET})
        assert first.status_code == 303, "the first answer is no change"
        assert await own.state() == "confirmed"
        yield own


async def document(own: Own) -> Registration:
    [stored] = (await own.here.service.store.find(Registration, {})).items
    return stored.entity


async def test_the_page_says_what_follows_and_then_the_secretariat_sees_what_was_changed(tmp_path: Path) -> None:
    async with answered(tmp_path) as own, english(own.here) as secretary:
        assert "your place becomes free" in await own.page("/answers")
        asks = await own.post("/answers", TYPED)
        assert asks.status_code == 409
        assert 'name="anew"' in asks.text
        assert OTHER in asks.text
        assert await own.state() == "confirmed", "nothing happened yet"
        done = await own.post("/answers", TYPED | {"anew": "yes"})
        assert done.status_code == 303, done.text
        there = await document(own)
        assert (there.to_be_approved, there.seat, there.ticket, there.claims) == (True, None, None, ())
        page = f"{own.gathering.replace('/v1', '')}/registrations/{there.id}"
        shown = (await secretary.get(page)).text
        assert OTHER in shown
        assert f"Before: <bdi>{SECRET}</bdi>" in shown
        assert (await decided(secretary, f"/v1/registrations/{there.id}", "approve")).json()["state"] == "confirmed"
        assert SECRET not in (await secretary.get(page)).text


async def test_what_was_not_decided_by_what_is_the_same_and_what_the_secretariat_changes_keep_the_place(
    tmp_path: Path,
) -> None:
    async with answered(tmp_path) as own, own.here.client("secretariat") as secretary:
        path = f"/v1/registrations/{await registration(own)}/answers"
        async with own.here.client(sub=UUID(own.person)) as self_:
            for answers in ({"diet": ["halal"]}, {"passport": SECRET}):
                assert (await self_.post(path, json={"answers": answers, "anew": True})).status_code == 200
            for answers in ({"passport": OTHER, "shoe": "43"}, {"passport": OTHER, "diet": "stone"}):
                assert (await self_.post(path, json={"answers": answers, "anew": True})).status_code == 422
        assert (await secretary.post(path, json={"answers": {"passport": OTHER}})).status_code == 200
        assert await own.state() == "confirmed"


async def test_over_http_it_is_said_as_well_once_for_a_key_and_the_place_goes_to_who_waits(tmp_path: Path) -> None:
    async with answered(tmp_path) as own, own.here.client("secretariat") as secretary:
        waits = await _waiting(own, secretary)
        path = f"/v1/registrations/{(await document_of(own)).id}/answers"
        async with own.here.client(sub=UUID(own.person)) as self_, hearing(own.here.service):
            said = {"answers": {"passport": OTHER}}
            refused = await self_.post(path, json=said)
            assert (refused.status_code, refused.json()["code"]) == (409, "decided-anew")
            for _ in range(2):
                done = await self_.post(path, json=said | {"anew": True}, headers={"Idempotency-Key": "once"})
                assert (done.status_code, done.json()["answers"]["passport"]) == (200, OTHER)
        assert (await secretary.get(f"/v1/registrations/{waits}")).json()["state"] == "confirmed"


async def document_of(own: Own) -> Registration:
    """The guest's own."""
    found = (await own.here.service.store.find(Registration, {"person": UUID(own.person)})).items
    return found[0].entity


async def _waiting(own: Own, secretary: httpx.AsyncClient) -> str:
    """So many more guests that one waits; its registration."""
    for n in range(20):
        made = (await own.here.register(own.gathering, await own.here.person(f"more-{n}"), "guest")).json()
        if made["state"] == "waitlisted":
            return str(made["id"])
    raise AssertionError((await secretary.get(own.gathering)).text)
