"""Who owes what and finds it: also after organizations or people were merged, and the own things of a focal point."""

from typing import Any

from shared.contracts.organizations import OrganizationMerged
from tests.minutes import facts
from tests.minutes.actions.test_api import ACTIONS, FORM, OWNED, POINT, made
from tests.minutes.actions.test_pages import BOARD, id_of
from tests.minutes.facts import BODY
from tests.minutes.house import Site, Told, tell
from tests.world.facts import known
from tests.world.site import changed, client

KEPT = facts.organization(1)
NEW_POINT = f"focal-point:{KEPT}"
ELSEWHERE = known("another gathering")


async def listed(asking: Any, **params: str) -> set[str]:
    answer = await asking.get(ACTIONS, params=params)
    assert answer.status_code == 200, answer.text
    return {each["id"] for each in answer.json()}


async def test_what_a_merged_organization_owes_the_one_that_is_kept_owes(there: Site) -> None:
    old = await made(there, OWNED)
    new = await made(there, OWNED | {"organization": str(KEPT)})
    both = {id_of(old), id_of(new)}
    merged = OrganizationMerged(organization=facts.organization(0), into=KEPT)
    await there.hear([Told(facts.organization(0), 2, merged)])
    async with there.client(NEW_POINT) as point, there.client("observer") as observer:
        assert await listed(point) == both
        await changed(point, old, "accept")
        assert await listed(observer, organization=str(KEPT)) == both
        assert await listed(point, organization=str(KEPT)) == both
        board = (await observer.get(BOARD)).text
        assert board.count('<th scope="row">') == 1, "they owe it together"
        assert (await observer.get(BOARD, params={"organization": str(KEPT)})).text.count(f"{BOARD}/{id_of(old)}") == 1


async def test_a_focal_point_finds_what_they_owe_themselves_too_and_as_whom_they_were_entered_twice(
    there: Site,
) -> None:
    me, twice = known("person 1"), known("person 2")
    own = [await made(there, FORM | {"person": str(each)}) for each in (me, twice)]
    of_all = await made(there, OWNED)
    await made(there, FORM | {"person": str(known("person 0"))})
    await there.hear([Told(twice, 2, facts.recorded(2).model_copy(update={"same_as": me}))])
    async with client(there.app, there.doors, POINT, sub=me) as point:
        assert await listed(point) == {id_of(each) for each in (*own, of_all)}
        await changed(point, own[1], "accept")
    async with client(there.app, there.doors, "person", sub=me) as alone:
        assert await listed(alone) == {id_of(each) for each in own}


async def test_a_chair_carries_nothing_into_the_record_of_another_body(there: Site) -> None:
    theirs = facts.announced(known("another body")).model_copy(
        update={"gathering": ELSEWHERE, "title": {"en": "Elsewhere"}}
    )
    own = facts.announced().model_copy(update={"gathering": known("next"), "title": {"en": "Next of ours"}})
    await there.hear(tell(ELSEWHERE, theirs) + tell(known("next"), own))
    path = await made(there, OWNED)
    page = f"{BOARD}/{id_of(path)}"
    async with there.client(f"chair:{BODY}") as chair, there.client("secretariat") as secretary:
        tag = {"If-Match": (await chair.get(path)).headers["ETag"]}
        refused = await chair.post(f"{path}/carry", json={"gathering": str(ELSEWHERE)}, headers=tag)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "gathering")
        shown = (await chair.get(page)).text
        assert ("Elsewhere" in shown, "Next of ours" in shown) == (False, True)
        assert "Elsewhere" in (await secretary.get(page)).text
        typed = {"key": "a", "carry_gathering": str(ELSEWHERE)}
        wrong = await chair.post(f"{page}/carry", data=typed)
        assert (wrong.status_code, "Please choose one from the list" in wrong.text) == (422, True)
        assert (
            await chair.post(f"{page}/carry", data=typed | {"carry_gathering": str(known("next"))})
        ).status_code == 303
        tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
        assert (
            await secretary.post(f"{path}/carry", json={"gathering": str(ELSEWHERE)}, headers=tag)
        ).status_code == 200
        assert (await chair.get(path)).status_code == 404
