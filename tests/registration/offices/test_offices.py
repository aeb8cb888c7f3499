"""Offices: taken, left, held on a day; told, and never by two at once."""

from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.registration.offices.model import AmendOffice, LeaveOffice, ListOffice, Office, TakeOffice
from shared.contracts.offices import OfficeFacts, Term
from shared.errors import Conflict, Invalid
from tests.registration.facts import message
from tests.story.house import house

FACTS = OfficeFacts(body=UUID(int=1), title={"en": "Chair", "fa": "رئیس"})
ANA, BEN, CAN = (UUID(int=n) for n in (11, 12, 13))


def listed(*terms: Term, **other: object) -> Office:
    facts = FACTS.model_copy(update={"terms": list(terms), **other})
    return Office.listed(ListOffice(**message(), facts=facts))[0]


def take(office: Office, person: UUID, since: str = "") -> bool:
    return office.take(TakeOffice(**message(), office=office.id, person=person, since=since)) is not None


def leave(office: Office, until: str) -> bool:
    return office.leave(LeaveOffice(**message(), office=office.id, until=until)) is not None


def test_who_held_it_then_is_known_to_the_precision_that_was_said() -> None:
    office = listed(Term(person=BEN, since="1402-05", until="1403"), Term(person=ANA), calendar="solar_hijri")
    assert [each.person for each in office.facts.terms] == [ANA, BEN], (
        "the one of whom nobody knows since when was first"
    )
    assert take(office, CAN, "1404-08")
    held = {
        day: office.holder(date.fromisoformat(day)) for day in ("2001-01-01", "2024-06-01", "2025-06-01", "2026-01-01")
    }
    assert held == {"2001-01-01": ANA, "2024-06-01": BEN, "2025-06-01": None, "2026-01-01": CAN}


def test_a_successor_ends_the_term_before_and_a_vacancy_is_between_two() -> None:
    office = listed()
    with pytest.raises(Conflict, match="Nobody"):
        leave(office, "2024")
    assert take(office, ANA)
    assert not take(office, ANA), "asked twice, it is done once"
    with pytest.raises(Invalid):
        take(office, BEN)
    assert take(office, BEN, "2025-03")
    assert office.facts.terms[0].until == "2025-03"
    assert leave(office, "2026-01-31")
    assert not leave(office, "2026-01-31")
    assert office.holder(date(2026, 2, 1)) is None
    with pytest.raises(Conflict, match="later"):
        take(office, CAN, "2024")


@pytest.mark.parametrize(
    ("terms", "field"),
    [
        ([Term(person=ANA, since="2025", until="2024")], "terms.0.until"),
        ([Term(person=ANA, since="2025-13")], "terms.0.since"),
        ([Term(person=ANA, since="2020", until="2025-02"), Term(person=BEN, since="2024-11")], "terms.1.since"),
        ([Term(person=ANA), Term(person=BEN)], "terms.1.since"),
    ],
)
def test_terms_that_cannot_be_are_refused_at_their_field(terms: list[Term], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        listed(*terms)
    assert [each["field"] for each in refused.value.errors] == [field]


def test_terms_that_may_touch_are_let_be() -> None:
    office = listed(Term(person=ANA, since="2020", until="2025-02"), Term(person=BEN, since="2025"))
    assert (office.holder(date(2024, 12, 31)), office.holder(date(2025, 1, 1))) == (ANA, BEN)


MONTHS = st.integers(0, 60).map(lambda n: f"{2020 + n // 12}-{n % 12 + 1:02}")
STEPS = st.tuples(st.sampled_from(["take", "leave", "amend"]), st.sampled_from([ANA, BEN, CAN]), MONTHS)


@given(st.lists(STEPS, max_size=12))
def test_whatever_happens_one_holds_it_at_a_time_and_the_history_has_each_change(
    steps: list[tuple[str, UUID, str]],
) -> None:
    office, changes = listed(), 0
    for step, person, month in steps:
        before = office.facts
        with suppress(Conflict, Invalid):
            if step == "take":
                changes += take(office, person, month)
            elif step == "leave":
                changes += leave(office, month)
            else:
                facts = before.model_copy(update={"terms": [*before.terms[1:], Term(person=person, since=month)]})
                changes += office.amend(AmendOffice(**message(), office=office.id, facts=facts)) is not None
        assert len(office.history) == 1 + changes
        assert changes or office.facts == before
    begins = [term.since for term in office.facts.terms]
    assert begins == sorted(begins)
    for one, other in zip(office.facts.terms, office.facts.terms[1:], strict=False):
        assert not one.until or one.until <= other.since
    day = date(2020, 1, 1) + timedelta(days=15)
    assert office.holder(day) in {None, ANA, BEN, CAN}


async def test_an_office_is_entered_taken_left_and_told(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        body = {"code": "COUNCIL", "name": {"en": "Council"}, "members": []}
        made_body = (await secretary.post("/registration/v1/bodies", json=body)).json()["id"]
        person = {"name": "Ana Delta", "email": "ana@example.org"}
        ana = (await secretary.post("/registration/v1/people", json=person)).json()["id"]
        form = {"body": made_body, "title": {"en": "Chair"}}
        nobody = await secretary.post("/registration/v1/offices", json=form | {"body": str(uuid4())})
        assert (nobody.status_code, nobody.json()["errors"][0]["field"]) == (422, "body")
        made = await secretary.post("/registration/v1/offices", json=form)
        assert made.status_code == 201, made.text
        path = made.headers["Location"]
        for step, said in (("take", {"person": ana, "since": "2025"}), ("leave", {"until": "2026-02"})):
            tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
            done = await secretary.post(f"{path}/{step}", json=said, headers=tag)
            assert done.status_code == 200, done.text
        term = {"person": ana, "since": "2025", "until": "2026-02"}
        [there] = (await secretary.get("/registration/v1/offices", params={"body": made_body})).json()
        assert there["terms"] == [term]
        tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
        refused = await secretary.put(
            path,
            json={"title": {"en": "Chair"}, "terms": [term, term | {"person": str(uuid4()), "since": "2027"}]},
            headers=tag,
        )
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "terms.1.person")
        assert [each["field"] for each in (await secretary.get(f"{path}/history")).json()] == ["terms", "terms", ""]
        await here.settle()
        told = (await secretary.get("/registration/v1/events", params={"topic": "plenary.offices"})).json()
        assert [event["type"] for event in told] == ["office.listed.v1"] * 3
        assert "Ana" not in str(told)
        async with here.client("observer") as observer:
            assert (await observer.get(path)).status_code == 200
            assert (await observer.post("/registration/v1/offices", json=form)).status_code == 403
