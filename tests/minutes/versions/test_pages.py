"""The pages of versions, which everybody may ask for again and again: what they cost those who read something else."""

import threading
from uuid import UUID

import pytest

from services.minutes.publication.shelf import FRESH
from services.minutes.record.differences import Piece, differences
from services.minutes.versions import shown
from shared.contracts.minutes import MinutesPublished, MinutesStatementCorrected
from shared.contracts.statements import StatementCorrected
from tests.minutes import facts
from tests.minutes.house import API, PAGE, Site, Told, tell
from tests.world.facts import GATHERING, known

VERSIONS = f"/minutes/versions/{GATHERING}"


async def published(there: Site) -> None:
    """The session is over, everybody may read the record, and the first version is sealed."""
    await there.adjourn()
    await there.publish()
    await there.hear([Told(GATHERING, 1, MinutesPublished(gathering=GATHERING, path=PAGE))])


async def test_a_version_is_compared_beside_the_loop_and_once_for_all_who_ask_at_once(
    there: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    await published(there)
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


async def test_a_statement_that_is_confidential_from_now_on_goes_from_the_record_with_a_notice_and_a_new_version(
    there: Site,
) -> None:
    said = {"manner": "summary", "said_in": "en", "words": "The dam leaks."}
    async with there.client("secretariat") as secretary, there.client() as everybody:
        path = (await secretary.post(f"{API}/statements", json=said)).headers["Location"]
        await published(there)
        tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
        asked = {**said, "public": False, "reason": "It was said in confidence."}
        assert (await secretary.post(f"{path}/correct", json=asked, headers=tag)).status_code == 200
        id = UUID(path.rpartition("/")[2])
        told = there.said[id].outbox[-1]
        await there.hear([Told(id, told.sequence, StatementCorrected.model_validate_json(told.data or b""))])
        notice = there.said[GATHERING].outbox[-1]
        assert notice.type == "minutes.statement-corrected.v1"
        await there.hear([Told(GATHERING, 2, MinutesStatementCorrected.model_validate_json(notice.data or b""))])
        there.clock.passes(seconds=FRESH)
        page = (await everybody.get(f"{PAGE}?lang=en")).text
        texts = [(await everybody.get(f"{VERSIONS}/{n}.json")).text for n in (1, 2)]
        feed = (await everybody.get("/minutes/feed?lang=en")).text
    assert "Something in this record changed after it was published" in page
    assert ["The dam leaks." in each for each in (*texts, page, feed)] == [True, False, False, False]
    assert "in confidence" not in page + feed


async def test_of_those_who_were_away_the_text_has_delegates_alone_as_the_page_does(there: Site) -> None:
    async with there.client("secretariat") as secretary, there.client() as everybody:
        for n, category in ((15, "press"), (16, "delegate"), (17, "guest")):
            here = tell(facts.registration(n), facts.confirmed(n, 0, category))
            await there.hear(tell(known(f"person {n}"), facts.recorded(n)) + here)
            noted = {"person": str(known(f"person {n}")), "state": "excused"}
            assert (await secretary.post(f"{API}/roll", json=noted)).status_code == 200
        await published(there)
        told = (await everybody.get(f"{VERSIONS}/1.json")).json()
    assert told["content"]["present"]["away"] == [{"person": str(known("person 16")), "state": "excused"}]
