"""Somebody is erased while their calendar's answer is on its way: it counts for nothing, and leaves nothing of them."""

from pathlib import Path
from uuid import UUID

from shared.contracts.calendar import sequence_of
from shared.contracts.registrations import registration_id
from tests.registration.house import erase, erase_whole
from tests.registration.invitations.test_answering import invited
from tests.registration.replies.test_replies import ADDRESS, answer, comes, hand_over, uid
from tests.world.service import hearing

INVITED = (b"p1@example.org", b"Person 1")


def left(folder: Path, *words: bytes) -> list[str]:
    """Files in which one of these words lies, as bytes."""
    files = [each for each in folder.rglob("*") if each.is_file()]
    return [each.name for each in files if any(word in each.read_bytes() for word in words)]


async def test_of_who_was_registered_an_answer_that_comes_late_changes_nothing(tmp_path: Path) -> None:
    async with comes(tmp_path) as (own, secretary, id):
        late = answer(uid=id)
        async with hearing(own.here.service):
            assert left(tmp_path, ADDRESS.encode())
            await erase(own.here.service, UUID(own.person))
        await erase_whole(own.here.service, tmp_path)
        refused = await hand_over(secretary, late)
        assert (refused.status_code, refused.json()["code"]) == (409, "another-address")
        assert await own.state() == "confirmed"
    assert left(tmp_path, ADDRESS.encode()) == []


async def test_of_who_was_invited_neither_answer_nor_invitation_leaves_anything(tmp_path: Path) -> None:
    async with invited(tmp_path) as guest, guest.here.client("secretariat") as secretary:
        there = await guest.now()
        entry = registration_id(UUID(there["gathering"]), UUID(there["person"]))
        late = answer(
            "ACCEPTED",
            uid=uid(guest.here.installation.keys, entry),
            sequence=sequence_of(0, 1),
            sender="p1@example.org",
            attendees="ATTENDEE;PARTSTAT=ACCEPTED:mailto:p1@example.org",
        )
        async with hearing(guest.here.service):
            await erase(guest.here.service, UUID(there["person"]))
        await erase_whole(guest.here.service, tmp_path)
        refused = await hand_over(secretary, late)
        assert refused.status_code in {404, 409}, refused.text
        assert (await guest.now())["state"] == "pending"
        page = await guest.page(lang="en")
        assert "Person 1" not in page
        assert "—" in page or "Your invitation" in page
    assert left(tmp_path, *INVITED) == []
