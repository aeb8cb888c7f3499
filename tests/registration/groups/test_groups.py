"""Groups of people who come without their names: counted by their number, and nobody twice."""

from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.registration.groups.model import AmendGroup, Group, ListGroup
from shared.contracts.groups import GroupFacts
from shared.errors import Invalid
from tests.registration.entries.test_pages import fields_of, form_of, organization, send
from tests.registration.facts import message
from tests.registration.house import site
from tests.world.facts import GATHERING, known

PEOPLE = st.lists(st.integers(0, 5), max_size=5)
COUNTS = st.none() | st.integers(0, 6)


def facts(number: int, named: list[int], came: int | None = None, **other: object) -> GroupFacts:
    said = {"gathering": GATHERING, "called": {"en": "Experts on silt"}, "number": number, "came": came}
    return GroupFacts.model_validate(said | {"named": [known(n) for n in named]} | other)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(1, 6), PEOPLE, COUNTS), max_size=5))
def test_nobody_is_counted_twice_and_no_more_come_than_there_are(said: list[tuple[int, list[int], int | None]]) -> None:
    group, _ = Group.listed(ListGroup(**message(), facts=facts(6, [])))
    for number, named, came in said:
        now = facts(number, named, came)
        before = group.facts
        try:
            told = group.amend(AmendGroup(**message(), group=group.id, facts=now))
        except Invalid:
            assert group.facts == before
            continue
        assert (told is None) is (now == before)
        assert group.facts.unnamed + len(group.facts.named) == number
        assert (group.facts.came or 0) <= group.facts.unnamed


def test_a_group_that_is_withdrawn_counts_for_nothing_and_stays_with_its_gathering() -> None:
    group, _ = Group.listed(ListGroup(**message(), facts=facts(6, [1])))
    assert group.amend(AmendGroup(**message(), group=group.id, facts=facts(6, [1], withdrawn=True)))
    assert group.facts.unnamed == 0
    with pytest.raises(Invalid):
        group.amend(AmendGroup(**message(), group=group.id, facts=facts(6, [1], gathering=known("another"))))


async def test_a_group_stands_on_the_list_of_participants_with_those_who_are_not_named(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        gathering = (await here.gathering("announce", "open")).removeprefix("/v1")
        await organization(here)
        person = await here.person(1)
        form = await form_of(secretary, f"{gathering}/groups?lang=fa")
        wrong = await send(secretary, f"{gathering}/groups?lang=fa", form, called_fa="کارشناسان رسوب", number="هیچ")
        assert (wrong.status_code, "کارشناسان رسوب" in wrong.text) == (422, True)
        form = fields_of(wrong.text)
        made = await send(secretary, f"{gathering}/groups", form, number="۱۲", organization="delta")
        assert made.status_code == 303, made.text
        page = (await secretary.get(f"{gathering}/participants?lang=fa")).text
        assert ("کارشناسان رسوب" in page, "۱۲ نفر" in page) == (True, True)
        assert f"{gathering}/participants.pdf?lang=fa" in page, "it is taken away also where only groups come"
        [group] = (await secretary.get("/v1/groups")).json()
        edit = f"{gathering}/groups/{group['id']}"
        form, other = [await form_of(secretary, edit) for _ in range(2)]
        right = {"named": "p1@example.org", "came": "9", "withdrawn": ""}
        assert (await send(secretary, edit, form, **right)).status_code == 303
        assert (await send(secretary, edit, other, **right, number="3")).status_code == 412
        [group] = (await secretary.get(f"/v1/groups?gathering={gathering.rpartition('/')[2]}")).json()
        assert (group["number"], group["named"], group["came"]) == (12, [person], 9)
        assert "۱۱ نفر" in (await secretary.get(f"{gathering}/participants?lang=fa")).text
        again = await form_of(secretary, edit)
        too_many = await send(secretary, edit, again, came="12", withdrawn="")
        assert too_many.status_code == 422
        told = [each["field"] for each in (await secretary.get(f"/v1/groups/{group['id']}/history")).json()]
        assert set(told) == {"", "named", "came"}
        table = await secretary.get(f"{gathering}/participants.xlsx")
        assert table.status_code == 200
        assert UUID(group["organization"])
