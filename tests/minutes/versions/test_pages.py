"""The pages of versions, which everybody may ask for again and again: what they cost those who read something else."""

import threading

import pytest

from services.minutes.record.differences import Piece, differences
from services.minutes.versions import shown
from shared.contracts.minutes import MinutesPublished
from tests.minutes.house import PAGE, Site, Told
from tests.world.facts import GATHERING

VERSIONS = f"/minutes/versions/{GATHERING}"


async def test_a_version_is_compared_beside_the_loop_and_once_for_all_who_ask_at_once(
    there: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    await there.adjourn()
    await there.publish()
    await there.hear([Told(GATHERING, 1, MinutesPublished(gathering=GATHERING, path=PAGE))])
    where: list[int] = []

    def noted(before: str, after: str) -> tuple[Piece, ...]:
        where.append(threading.get_ident())
        return differences(before, after)

    monkeypatch.setattr(shown, "differences", noted)
    async with there.client() as everybody, there.client("secretariat") as secretary:
        seen = [await everybody.get(f"{VERSIONS}/1") for _ in range(3)]
        assert [each.status_code for each in seen] == [200, 200, 200]
        assert len(where) == 1, "its title, once"
        again = await everybody.get(f"{VERSIONS}/1", headers={"If-None-Match": seen[0].headers["ETag"]})
        assert again.status_code == 304
        assert (await secretary.get(f"{VERSIONS}/1")).status_code == 200
        assert len(where) == 2, "whoever is signed in has a frame of their own"
        assert f"{VERSIONS}/1.json" in (await everybody.get(VERSIONS)).text
        assert [(await everybody.get(path)).status_code for path in (f"{VERSIONS}/2", f"{VERSIONS}/0")] == [404, 422]
    assert threading.get_ident() not in where
