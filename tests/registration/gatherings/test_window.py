"""When people register: from and until when, who is bound by it, and what is said before and after."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from services.registration.gatherings.handlers import announce_gathering, draft_gathering
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import GatheringState
from services.registration.people.handlers import ask_address, confirm_person, record_person
from services.registration.registrations.admission import apply, confirm_address
from services.registration.registrations.handlers import register
from services.registration.registrations.model import Registration, RegistrationState
from shared.contracts.gatherings import GatheringChanged, Particulars
from shared.errors import Conflict, Invalid
from tests.registration.entries.test_pages import form_of, send
from tests.registration.facts import applies, asked, asks, change, comes_forward, confirms, draft, move, person
from tests.registration.house import gathering, house, site
from tests.registration.overview.test_editing import TYPED
from tests.world.facts import EVENING, MORNING

State = GatheringState
FIRST, LAST = MORNING - timedelta(days=60), MORNING - timedelta(days=10)
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
WINDOW = Particulars(registration_from=FIRST, registration_until=LAST)


def made(state: State = State.OPEN, told: Particulars = WINDOW) -> Gathering:
    gathering, _ = Gathering.draft(draft(facts=told))
    gathering.state = state
    return gathering


@pytest.mark.parametrize(
    ("at", "problem", "seen"),
    [
        (FIRST - SECOND, "not-open-yet", State.ANNOUNCED),
        (FIRST, "", State.OPEN),
        (LAST - SECOND, "", State.OPEN),
        (LAST, "no-longer-open", State.CLOSED),
    ],
)
def test_people_register_from_its_beginning_until_its_end(at: datetime, problem: str, seen: State) -> None:
    assert made().state_at(at) is seen
    assert made().must_admit("delegate", None), "the secretariat is bound by no window"
    if not problem:
        assert made().must_admit("delegate", at)
        return
    with pytest.raises(Conflict) as refused:
        made().must_admit("delegate", at)
    assert refused.value.slug == problem
    assert "2030-" in refused.value.detail
    assert "(Asia/Tehran)" in refused.value.detail


@pytest.mark.parametrize("state", [state for state in State if state is not State.OPEN])
def test_a_window_opens_nothing_that_is_in_another_state(state: State) -> None:
    assert made(state).state_at(FIRST) is state
    assert made(state).due == (FIRST if state is State.ANNOUNCED else None)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"registration_from": LAST, "registration_until": FIRST}, "registration_until"),
        ({"registration_from": EVENING}, "registration_from"),
        ({"registration_until": EVENING + SECOND}, "registration_until"),
    ],
)
def test_a_window_that_makes_no_sense_names_its_field(told: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        made(told=Particulars(**told))
    assert refused.value.errors[0]["field"] == field


def test_another_window_is_said_by_the_event_and_nobody_has_to_be_told() -> None:
    [event] = made().change(change(facts=WINDOW.model_copy(update={"registration_until": LAST + DAY})))
    assert isinstance(event, GatheringChanged)
    assert (event.registration_from, event.registration_until, event.material) == (FIRST, LAST + DAY, False)


async def test_registration_opens_by_itself_and_what_was_asked_in_time_is_in_time(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        rules: dict[str, Any] = {"delegate": "open", "guest": "open"}
        await service.run(draft_gathering, draft({"delegate": 5, "guest": 5}, admission=rules, facts=WINDOW))
        await service.run(announce_gathering, move(FIRST - DAY))
        await service.timers.fire(FIRST - SECOND)
        assert (await gathering(service)).state is State.ANNOUNCED
        await service.timers.fire(FIRST)
        assert (await gathering(service)).state is State.OPEN
        await service.timers.fire(FIRST + DAY)

        for n in (1, 2):
            await service.run(record_person, person(n))
        late = asks(1, at=LAST, by_secretariat=False)
        with pytest.raises(Conflict) as refused:
            await service.run(register, late)
        assert refused.value.slug == "no-longer-open"
        staff = asks(2, at=LAST)
        assert (await service.run(register, staff)).entity.state is RegistrationState.CONFIRMED

        await service.run(ask_address, asked(3, at=LAST - SECOND))
        await service.run(apply, applies(3, "guest", at=LAST - SECOND))
        await service.run(confirm_person, comes_forward(3, at=LAST + SECOND))
        there: Registration = (await service.run(confirm_address, confirms(3, at=LAST + SECOND))).entity
        assert there.state is RegistrationState.CONFIRMED


@pytest.mark.parametrize(
    ("window", "problem", "word"),
    [
        ({"registration_from": "2030-01-14T00:00:00+03:30"}, "not-open-yet", "opens on Monday, 14 January 2030"),
        ({"registration_until": "2020-01-13T00:00:00+03:30"}, "no-longer-open", "open until Monday, 13 January 2020"),
        ({"registration_until": "2030-01-14T00:00:00+03:30"}, "", "open until Monday, 14 January 2030"),
    ],
)
async def test_page_and_api_say_when(tmp_path: Path, window: dict[str, str], problem: str, word: str) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client() as anybody:
        path = await here.gathering("announce", "open", **window)
        public = path.removeprefix("/v1")
        for page in (public, "/cards/next"):
            shown = await anybody.get(f"{page}?lang=en&calendar=gregorian")
            assert (word in shown.text) == (page == public or problem != "no-longer-open"), page
        typed = {"name": "Darya", "email": "darya@example.org", "language": "en", "category": "guest"}
        sent = await anybody.post(public, data=typed)
        assert sent.status_code == (409 if problem else 303)
        assert word.partition(", ")[2] in (await secretary.get(f"{public}/overview?lang=en")).text
        who = UUID(await here.person(1))
        async with here.client("person", sub=who) as delegate:
            answer: httpx.Response = await delegate.post(f"{path}/registrations", json={"category": "guest"})
        assert answer.json().get("code", "") == problem


async def test_a_window_is_typed_by_the_clocks_of_the_venue(tmp_path: Path) -> None:
    window = {"registration_from": "2030-01-01T00:00", "registration_until": "2030-03-01T12:00"}
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        form = await form_of(secretary, "/gatherings/new?lang=en")
        wrong = await send(
            secretary, "/gatherings/new", form, **TYPED, **window | {"registration_from": "2030-03-02T00:00"}
        )
        assert (wrong.status_code, "Registration must end after it begins" in wrong.text) == (422, True)
        form = await form_of(secretary, "/gatherings/new?lang=en")
        made = await send(secretary, "/gatherings/new", form, **TYPED, **window)
        assert made.status_code == 303, made.text
        path = made.headers["Location"].removeprefix("/registration").removesuffix("/overview")
        there = (await secretary.get(f"/v1{path}")).json()
        assert there["registration_from"] == "2029-12-31T20:30:00Z"
        again = await form_of(secretary, f"{path}/edit")
        assert {name: again[name] for name in window} == window
        assert (await send(secretary, f"{path}/edit", again, registration_from="")).status_code == 303
        assert (await secretary.get(f"/v1{path}")).json()["registration_from"] is None
        assert "Registration from" in (await secretary.get(f"{path}/overview?lang=en")).text


def test_what_is_put_forward_ends_its_window_with_it_and_is_refused_before_that_begins() -> None:
    """Else whoever changes it afterwards is refused for what they never said."""
    it = made()
    early = {"starts_at": LAST - 3 * DAY, "ends_at": LAST - 2 * DAY}
    event = it.reschedule({"en": "the hall"}, **early)
    assert (it.facts.registration_from, it.facts.registration_until) == (FIRST, early["ends_at"])
    assert (event.registration_from, event.registration_until) == (FIRST, early["ends_at"])
    with pytest.raises(Invalid, match="opens only after"):
        it.reschedule({"en": "the hall"}, starts_at=FIRST - DAY, ends_at=FIRST)
    assert it.ends_at == early["ends_at"]
    later = it.reschedule({"en": "the hall"}, starts_at=MORNING, ends_at=EVENING)
    assert later.registration_until == early["ends_at"], "put off it ends when it was said to"
