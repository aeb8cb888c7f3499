"""A registration's states, what it claims in each."""

from collections.abc import Callable

import pytest

from services.registration.registrations.model import Registration, RegistrationState
from services.registration.registrations.place import Rank, Seat
from shared.contracts.registrations import (
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationPromoted,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
)
from shared.errors import Conflict
from tests.registration.facts import asks, confirmed, waitlisted
from tests.world.facts import GATHERING

State = RegistrationState
POOL = f"{GATHERING}/delegate"


def test_the_id_follows_from_gathering_and_person() -> None:
    assert asks(1).registration == asks(1).registration == Registration.of(asks(1)).id
    assert asks(1).registration != asks(2).registration


def test_pending_claims_nothing() -> None:
    assert Registration.of(asks(1)).claims == ()


def test_a_seat_claims_its_number_and_its_ticket() -> None:
    registration = Registration.of(asks(1))
    event = registration.take(Seat(7, 9), "approved")
    assert isinstance(event, RegistrationConfirmed)
    assert (event.seat, event.ticket) == (7, 9)
    assert registration.claims == (f"{POOL}/seat/7", f"{POOL}/ticket/9")
    assert registration.rank is None


def test_a_rank_claims_its_ticket_and_to_wait_there() -> None:
    registration = Registration.of(asks(1))
    event = registration.take(Rank(9), "open")
    assert isinstance(event, RegistrationWaitlisted)
    assert event.rank == registration.rank == 9
    assert registration.claims == (f"{POOL}/ticket/9", f"{POOL}/waits/9")


def test_a_promotion_keeps_the_ticket() -> None:
    registration = waitlisted()
    event = registration.promote(3)
    assert isinstance(event, RegistrationPromoted)
    assert (event.seat, event.ticket) == (3, 9)
    assert registration.claims == (f"{POOL}/seat/3", f"{POOL}/ticket/9")


@pytest.mark.parametrize("make", [confirmed, waitlisted])
def test_giving_up_frees_every_claim_and_twice_is_once(make: Callable[[], Registration]) -> None:
    registration = make()
    assert isinstance(registration.withdraw(), RegistrationWithdrawn)
    assert (registration.state, registration.claims) == (State.WITHDRAWN, ())
    assert registration.withdraw() is None
    other = make()
    assert isinstance(other.cancel(), RegistrationCancelled)
    assert (other.state, other.claims) == (State.CANCELLED, ())
    assert other.cancel() is None


def test_what_is_over_is_not_ended_the_other_way() -> None:
    registration = confirmed()
    registration.withdraw()
    with pytest.raises(Conflict):
        registration.cancel()


def test_who_was_cancelled_applies_anew_in_the_same_document_perhaps_for_another_category() -> None:
    registration = confirmed()
    registration.cancel()
    registration.begin(asks(1, "press"))
    registration.take(Rank(40), "open")
    assert registration.claims == (f"{GATHERING}/press/ticket/40", f"{GATHERING}/press/waits/40")


@pytest.mark.parametrize("make", [confirmed, waitlisted])
def test_who_stands_does_not_begin(make: Callable[[], Registration]) -> None:
    with pytest.raises(Conflict):
        make().begin(asks(1))


def test_only_who_waits_is_promoted() -> None:
    with pytest.raises(Conflict):
        confirmed().promote(3)
