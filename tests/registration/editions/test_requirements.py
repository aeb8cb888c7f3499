"""What an edition has to be like: stated by somebody or by nobody known, noted late, and standing until it is withdrawn."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.registration.editions.commands import StateRequirement, WithdrawRequirement
from services.registration.editions.model import REQUIREMENTS, Edition, State
from services.registration.editions.requirements import standing
from shared.contracts.authorities import Authority
from shared.contracts.editions import RequirementStated, RequirementWithdrawn
from shared.errors import Conflict, Invalid, NotFound, Refused
from tests.registration.editions.facts import WHY, edition, on
from tests.registration.editions.test_pages import changed, series
from tests.registration.editions.test_pages import edition as planned
from tests.registration.entries.test_pages import form_of, send
from tests.registration.house import site
from tests.world.facts import known

IN_PERSON = {"en": "It must be held in person.", "fa": "باید حضوری برگزار شود."}
MINISTRY = {"en": "The Ministry of Waters", "fa": "وزارت آب"}


def require(it: Edition, n: int = 1, stated_on: str = "", **other: Any) -> RequirementStated | None:
    told: dict[str, Any] = {"says": IN_PERSON, "body": None, "stated_by": {}, "stated_on": stated_on, **other}
    return it.require(StateRequirement.told(**{**on(), "id": known(n)}, edition=it.id, **told))


def withdraw(it: Edition, n: int = 1) -> RequirementWithdrawn:
    return it.withdraw(WithdrawRequirement(**on(), edition=it.id, requirement=known(n), reason=WHY))


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 4)), max_size=15))
def test_what_was_stated_and_not_withdrawn_stands_and_nothing_is_forgotten(asked: list[tuple[bool, int]]) -> None:
    it, stated, gone = edition(), [], set[int]()
    for states, n in asked:
        before = list(it.requirements)
        if states:
            assert (require(it, n) is None) == (n in stated), "the same once more is there"
            stated += [n] if n not in stated else []
            continue
        try:
            withdraw(it, n)
            assert n in stated
            assert n not in gone
            gone.add(n)
        except Refused:
            assert n not in stated or n in gone
            assert it.requirements == before, "a refusal changes nothing"
    assert [each.requirement.id for each in it.requirements] == [known(n) for n in stated]
    assert [each.id for each in standing(it.requirements)] == [known(n) for n in stated if n not in gone]
    assert it.state is State.PLANNED, "it is no state of the edition"


def test_it_is_noted_late_of_a_time_that_has_come_and_what_is_not_there_is_not_withdrawn() -> None:
    it = edition("1409")
    for wrong in ("1409-13", "1406"):
        with pytest.raises(Invalid):
            require(it, stated_on=wrong)
    stated = require(it, stated_on="1401-03", stated_by=MINISTRY)
    assert stated
    assert stated.requirement.stated_by == Authority(None, MINISTRY)
    with pytest.raises(NotFound):
        withdraw(it, 2)
    withdraw(it)
    with pytest.raises(Conflict):
        withdraw(it)
    for n in range(2, REQUIREMENTS + 1):
        require(it, n)
    with pytest.raises(Conflict):
        require(it, REQUIREMENTS + 1)


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
async def test_it_is_noted_on_the_page_of_the_edition_and_withdrawn_with_a_reason(
    tmp_path: Path, language: str
) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        one = await planned(secretary, await series(secretary), 7, "1403")
        assert (await secretary.get(f"{one}?lang={language}")).status_code == 200
        typed = {
            "require_says_fa": IN_PERSON["fa"],
            "require_stated_by_fa": MINISTRY["fa"],
            "require_stated_on": "۱۴۰۱/۰۳",
        }
        form = await form_of(secretary, one)
        for _ in range(2):
            noted = await send(secretary, f"{one}/require", form, **typed)
        assert noted.status_code == 303, noted.text
        page = (await secretary.get(one)).text
        assert all(text in page for text in (IN_PERSON["fa"], MINISTRY["fa"]))
        [there] = (await secretary.get(f"/v1{one}")).json()["requirements"]
        said = there["requirement"]
        assert (said["stated_on"], said["stated_by"]) == ("1401-03", {"body": None, "named": {"fa": MINISTRY["fa"]}})
        form = await form_of(secretary, one)
        wrong = await send(secretary, f"{one}/withdraw", form, withdraw_requirement=said["id"])
        assert (wrong.status_code, 'href="#withdraw_reason_en"' in wrong.text) == (422, True)
        why = {"withdraw_requirement": said["id"], "withdraw_reason_en": "The minister said otherwise."}
        assert (await send(secretary, f"{one}/withdraw", form, **why)).status_code == 303
        page = (await secretary.get(one)).text
        assert why["withdraw_reason_en"] in page
        assert f"{one}/withdraw" not in page


async def test_by_the_api_only_a_body_that_there_is_states_it_and_observers_read_it(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client("observer") as observer:
        one = await planned(secretary, await series(secretary), 7, "1403")
        made = await secretary.post("/v1/bodies", json={"code": "COUNCIL", "name": {"en": "Council"}, "members": []})
        body = made.json()["id"]
        tag = {"If-Match": (await secretary.get(f"/v1{one}")).headers["ETag"]}
        said = {"says": IN_PERSON, "stated_by": {"en": "The chair"}}
        wrong = await secretary.post(f"/v1{one}/requirements", json=said | {"body": str(uuid4())}, headers=tag)
        assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "body")
        await changed(secretary, one, "requirements", said | {"body": body})
        page = await observer.get(one)
        assert "The chair (Council)" in page.text
        assert "<form" not in page.text.partition("<main")[2]
        [there] = (await observer.get(f"/v1{one}")).json()["requirements"]
        said = there["requirement"]
        assert (said["stated_by"]["body"], there["withdrawn_at"]) == (body, None)
        await changed(secretary, one, f"requirements/{said['id']}/withdraw", {"reason": WHY})
        [there] = (await observer.get(f"/v1{one}")).json()["requirements"]
        assert there["grounds"] == WHY
