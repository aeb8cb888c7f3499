"""Who is invited answers from the own calendar as on the page: yes, perhaps, no, and only for themselves."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx

from shared.contracts.calendar import sequence_of
from shared.contracts.registrations import registration_id
from tests.registration.invitations.test_answering import Guest, invited
from tests.registration.replies.test_replies import answer, hand_over, uid
from tests.world.service import hearing, settled
from tests.world.site import changed


@asynccontextmanager
async def asked(folder: Path) -> AsyncIterator[tuple[Guest, httpx.AsyncClient, dict[str, Any]]]:
    """Somebody is invited, and has the entry in the own calendar: what an answer to it says."""
    async with invited(folder) as guest, guest.here.client("secretariat") as secretary:
        facts = await guest.now()
        person = (await secretary.get(f"/v1/people/{facts['person']}")).json()
        entry = registration_id(UUID(facts["gathering"]), UUID(facts["person"]))
        said = {"uid": uid(guest.here.installation.keys, entry), "sequence": sequence_of(0, 1)}
        yield guest, secretary, said | {"address": person["email"]}


def mail(said: str, address: str, **other: Any) -> bytes:
    attendees = f"ATTENDEE;PARTSTAT={said}:mailto:{address}"
    return answer(sender=address, attendees=attendees, **other)


async def test_an_answer_in_the_calendar_is_one_on_the_page(tmp_path: Path) -> None:
    async with asked(tmp_path) as (guest, secretary, entry), hearing(guest.here.service):
        steps = (("TENTATIVE", "tentative"), ("ACCEPTED", "accepted"), ("ACCEPTED", "accepted"))
        for said, state in steps:
            done = await hand_over(secretary, mail(said, **entry))
            assert (done.status_code, done.json()["state"]) == (200, state), done.text
        there = await guest.now()
        assert [(each["state"], each["source"]) for each in there["answers"]] == [
            ("tentative", "calendar"),
            ("accepted", "calendar"),
        ]
        await settled(guest.here.service)
        path = f"/v1/gatherings/{there['gathering']}/registrations"
        [registration] = (await secretary.get(path)).json()
        assert registration["state"] == "confirmed"
        late = await hand_over(secretary, mail("DECLINED", **entry))
        assert late.json()["code"] == "superseded", "the entry of now is the one that the confirmation brought"
        now = entry | {"sequence": sequence_of(1, 2)}
        assert (await hand_over(secretary, mail("DECLINED", **now))).json()["state"] == "declined"
        await settled(guest.here.service)
        [registration] = (await secretary.get(path)).json()
        assert registration["state"] == "withdrawn"


def stamp(at: datetime) -> str:
    return at.strftime("%Y%m%dT%H%M%SZ")


async def test_an_answer_that_comes_late_takes_the_place_of_no_newer_one(tmp_path: Path) -> None:
    async with asked(tmp_path) as (guest, secretary, entry):
        now = guest.here.service.clock()
        steps = (
            ("ACCEPTED", 40, None),
            ("DECLINED", 41, "superseded"),
            ("TENTATIVE", 40, None),
            ("DECLINED", -60, None),  # a clock that is ahead: it was written when it came
            ("ACCEPTED", -61, None),
        )
        for said, minutes, code in steps:
            late = mail(said, **entry, written=stamp(now - timedelta(minutes=minutes)))
            done = (await hand_over(secretary, late)).json()
            assert (done.get("code"), done.get("state")) == (code, None if code else said.lower())
        await guest.posts("reply", {"reply": "declined"})
        for minutes, code in ((10, "superseded"), (2, None)):
            there = guest.here.service.clock() - timedelta(minutes=minutes)
            done = (await hand_over(secretary, mail("ACCEPTED", **entry, written=stamp(there)))).json()
            assert done.get("code") == code, "a clock may be a little behind ours"


async def test_nobody_answers_for_somebody_else_and_nothing_that_was_taken_back(tmp_path: Path) -> None:
    async with asked(tmp_path) as (guest, secretary, entry):
        other = await hand_over(secretary, mail("ACCEPTED", **entry | {"address": "b@b.example"}))
        assert other.json()["code"] == "another-address"
        person = {"name": "Basil", "email": "basil@example.org"}
        assert (await secretary.post("/v1/people", json=person)).status_code == 201
        known = await hand_over(secretary, mail("ACCEPTED", **entry | {"address": person["email"]}))
        assert known.status_code == 404, "who has the entry of somebody else is not invited by it"
        await changed(secretary, f"/v1/invitations/{guest.invitation}", "withdraw")
        assert (await hand_over(secretary, mail("ACCEPTED", **entry))).json()["code"] == "withdrawn"
        assert (await guest.now())["state"] == "withdrawn"
