"""What became of delegates, for clients: to whom the invitation is shown, in the order in which they were named."""

from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from tests.registration.delegations.test_became import TABLE
from tests.registration.invitations.test_answering import Guest, invited
from tests.world.service import hearing, settled


async def told(guest: Guest, sub: UUID | None = None, *roles: str) -> Any:
    """What is answered to somebody, or the status of a refusal."""
    async with guest.here.client(*roles, sub=sub) as client:
        answer = await client.get(f"/v1/invitations/{guest.invitation}/delegates")
        return answer.json() if answer.status_code == 200 else answer.status_code


async def test_each_is_told_in_order_with_what_became_of_them(tmp_path: Path) -> None:
    async with invited(tmp_path, quota=5) as guest:
        assert await told(guest, None, "secretariat") == []
        assert (await guest.posts("delegates", {"table": TABLE})).status_code == 303
        named = (await guest.now())["delegates"]
        before = await told(guest, None, "secretariat")
        assert before == [{"person": id, "became": "soon", "before": None} for id in named]
        async with hearing(guest.here.service):
            await settled(guest.here.service)
        after = await told(guest, None, "secretariat")
        assert [each["person"] for each in after] == named
        assert [(each["became"], each["before"]) for each in after] == [
            ("place", None),
            ("place", None),
            ("waits", 0),
            ("waits", 1),
        ]


async def test_it_is_told_to_the_focal_point_and_to_nobody_else(tmp_path: Path) -> None:
    async with invited(tmp_path, quota=5) as guest:
        assert (await guest.posts("delegates", {"table": TABLE})).status_code == 303
        invitation = await guest.now()
        own = f"focal-point:{invitation['organization']}"
        assert len(await told(guest, uuid4(), own)) == 4
        assert await told(guest, uuid4(), f"focal-point:{uuid4()}") == 404
        assert await told(guest, UUID(invitation["delegates"][0])) == 404
        assert await told(guest) == 401
