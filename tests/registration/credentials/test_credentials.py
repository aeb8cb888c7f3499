"""Letters of credentials: led through their states, refused where they cannot be, told, and shown where somebody registered."""

from pathlib import Path
from typing import Any, get_args
from uuid import UUID

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.registration.credentials.model import (
    STANDING,
    Credentials,
    ReceiveCredentials,
    RefuseCredentials,
    State,
    StepCredentials,
)
from services.registration.credentials.queries import may
from shared.contracts.credentials import CredentialsFacts, Ground
from shared.errors import Conflict, Invalid
from tests.registration.entries.test_pages import form_of, organization, send
from tests.registration.facts import message
from tests.registration.house import Site, site
from tests.world.facts import GATHERING
from tests.world.site import changed

FACTS = CredentialsFacts(
    gathering=GATHERING, person=UUID(int=1), organization=UUID(int=2), powers=["represent", "vote"]
)
WAYS = {
    State.RECEIVED: ("receive", {State.REFUSED, State.WITHDRAWN}),
    State.CHECKED: ("check", {State.RECEIVED}),
    State.ACCEPTED: ("accept", {State.RECEIVED, State.CHECKED}),
    State.REFUSED: ("refuse", {*STANDING}),
    State.WITHDRAWN: ("withdraw", {*STANDING}),
}
"""Each state, how it is entered, and from where: written down apart from the model."""


def received(**other: Any) -> Credentials:
    return Credentials.received(ReceiveCredentials(**message(), facts=FACTS.model_copy(update=other)))[0]


def take(letter: Credentials, state: State, powers: list[Any]) -> str:
    said = message() | {"credentials": letter.id}
    if state is State.RECEIVED:
        facts = FACTS.model_copy(update={"powers": powers})
        event = letter.receive_again(ReceiveCredentials(**message(), facts=facts))
        return event.type if event else ""
    if state is State.REFUSED:
        return letter.refuse(RefuseCredentials(**said, reason="not_signed")).type
    ways = {State.CHECKED: letter.check, State.ACCEPTED: letter.accept, State.WITHDRAWN: letter.withdraw}
    return ways[state](StepCredentials(**said)).type


@given(st.lists(st.tuples(st.sampled_from([*State]), st.sampled_from([["speak"], ["vote", "amend"]])), max_size=12))
def test_each_state_is_entered_from_where_it_may_be_and_by_its_own_event(steps: list[tuple[State, list[Any]]]) -> None:
    letter, entered = received(), [State.RECEIVED]
    for state, powers in steps:
        was, facts = letter.state, letter.facts
        if was in WAYS[state][1]:
            assert take(letter, state, powers) == f"credentials.{state}.v1"
            assert letter.state is state
            entered.append(state)
        elif state is State.RECEIVED and powers == facts.powers:
            assert take(letter, state, powers) == "", "the same letter again is no news"
        else:
            with pytest.raises(Conflict):
                take(letter, state, powers)
            assert (letter.state, letter.facts) == (was, facts)
        assert (letter.reason is None) == (letter.state is not State.REFUSED)
    assert [step.state for step in letter.steps] == entered


@pytest.mark.parametrize(
    ("other", "field"),
    [({"powers": []}, "powers"), ({"powers": ["vote"] * 2}, "powers"), ({"dated": "2026-13"}, "dated")],
)
def test_a_letter_that_says_nothing_is_refused_at_its_field(other: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        received(**other)
    assert [each["field"] for each in refused.value.errors] == [field]


async def _all(here: Site, secretary: httpx.AsyncClient) -> tuple[str, str, str]:
    """A gathering (its path), somebody who registered for it, and an organization."""
    return await here.gathering("announce", "open"), await here.person(1), await organization(here)


async def test_a_letter_comes_is_accepted_refused_later_and_told(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        gathering, person, home = await _all(here, secretary)
        form = {"person": person, "organization": home, "powers": ["vote"], "number": "12/B", "dated": "2026-11"}
        path = f"{gathering}/credentials"
        for field in ("person", "organization"):
            refused = await secretary.post(path, json=form | {field: str(UUID(int=9))})
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field)
        made = await secretary.post(path, json=form)
        assert (made.status_code, made.json()["state"]) == (201, "received"), made.text
        other = await secretary.post(path, json=form | {"powers": ["speak"]})
        assert (other.status_code, other.json()["code"]) == (409, "exists")
        one, id = made.headers["Location"].removeprefix("/registration"), UUID(gathering.rpartition("/")[2])
        assert not await may(here.service.store, id, UUID(person), "vote")
        await changed(secretary, one, "accept")
        assert await may(here.service.store, id, UUID(person), "vote")
        assert not await may(here.service.store, id, UUID(person), "amend")
        tag = {"If-Match": (await secretary.get(one)).headers["ETag"]}
        done = await secretary.post(f"{one}/refuse", json={"reason": "not_entitled"}, headers=tag)
        assert (done.json()["state"], done.json()["reason"]) == ("refused", "not_entitled")
        again = await secretary.post(path, json=form | {"powers": ["speak"]})
        assert (again.json()["id"], again.json()["state"]) == (made.json()["id"], "received")
        assert len((await secretary.get(f"{path}?organization={home}")).json()) == 1
        async with here.client("observer") as observer:
            assert (await observer.get(path)).status_code == 403


@pytest.mark.parametrize("language", ["en", "fa", "ar"])
async def test_a_letter_is_entered_and_decided_of_on_pages_and_shown_beside_who_registered(
    tmp_path: Path, language: str
) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        gathering, person, home = await _all(here, secretary)
        assert (await here.register(gathering, person)).status_code == 201
        path = f"{gathering.removeprefix('/v1')}/credentials"
        assert (await secretary.get(f"{path}?lang={language}")).status_code == 200
        form = await form_of(secretary, f"{path}/new?person={person}")
        assert form["email"] == "p1@example.org"
        del form["powers"]
        assert (await send(secretary, f"{path}/new", form, organization=home)).status_code == 422
        form = await form_of(secretary, f"{path}/new") | {
            "powers": "vote",
            "email": "P1@example.org",
            "dated": "۲۰۲۶/۱۱",
        }
        for _ in range(2):
            made = await send(secretary, f"{path}/new", form, organization=home)
            assert made.status_code == 303, made.text
        one = made.headers["Location"].removeprefix("/registration")
        for step, status in (("check", 303), ("accept", 303), ("check", 409)):
            answer = await send(secretary, f"{one}/{step}", await form_of(secretary, one))
            assert answer.status_code == status, answer.text
        late = await form_of(secretary, one)
        refused = await send(secretary, f"{one}/refuse", await form_of(secretary, one), reason=get_args(Ground)[0])
        assert refused.status_code == 303
        assert (await send(secretary, f"{one}/withdraw", late)).status_code == 412
        assert "Person 1" in (await secretary.get(path)).text
        assert one in (await secretary.get(path.replace("credentials", "registrations"))).text
