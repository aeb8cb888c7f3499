"""A registration's states, what it claims in each, and what the door accepts."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest

from services.registration.registrations.model import SCANS, Registration, RegistrationState
from services.registration.registrations.place import Rank, Seat
from shared.contracts.registrations import (
    PersonEntered,
    PersonLeft,
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationPromoted,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
    Source,
)
from shared.errors import Conflict
from tests.registration.facts import GATHERING, asks, passes

State = RegistrationState
POOL = f"{GATHERING}/delegate"


def confirmed() -> Registration:
    registration = Registration.of(asks(1))
    registration.take(Seat(7, 9), "approved")
    return registration


def waiting() -> Registration:
    registration = Registration.of(asks(1))
    registration.take(Rank(9), "open")
    return registration


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
    registration = waiting()
    event = registration.promote(3)
    assert isinstance(event, RegistrationPromoted)
    assert (event.seat, event.ticket) == (3, 9)
    assert registration.claims == (f"{POOL}/seat/3", f"{POOL}/ticket/9")


@pytest.mark.parametrize("make", [confirmed, waiting])
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


@pytest.mark.parametrize("make", [confirmed, waiting])
def test_who_stands_does_not_begin(make: Callable[[], Registration]) -> None:
    with pytest.raises(Conflict):
        make().begin(asks(1))


def test_only_who_waits_is_promoted() -> None:
    with pytest.raises(Conflict):
        confirmed().promote(3)


def test_in_and_out_and_in_again() -> None:
    registration = confirmed()
    assert isinstance(registration.enter(*scanned(1, 0)), PersonEntered)
    assert isinstance(registration.leave(*scanned(1, 5)), PersonLeft)
    assert isinstance(registration.enter(*scanned(1, 9)), PersonEntered)
    assert registration.inside


def test_the_same_scan_counts_once() -> None:
    registration = confirmed()
    assert registration.enter(*scanned(1, 0, "scan"))
    assert registration.enter(*scanned(1, 0, "scan")) is None
    assert registration.leave(*scanned(1, 5, "scan out"))
    assert registration.enter(*scanned(1, 0, "scan")) is None
    assert not registration.inside


def scanned(n: object, minute: int = 0, scan: object = None) -> tuple[UUID, datetime, Source]:
    """What the door says of a scan."""
    asked = passes(n, minute, scan)
    return asked.scan, asked.moment, asked.source


@pytest.mark.parametrize("make", [lambda: Registration.of(asks(1)), waiting])
def test_who_is_not_confirmed_does_not_enter(make: Callable[[], Registration]) -> None:
    with pytest.raises(Conflict) as refused:
        make().enter(*scanned(1))
    assert refused.value.slug == "not-confirmed"


def test_nobody_enters_twice_or_leaves_from_outside() -> None:
    registration = confirmed()
    with pytest.raises(Conflict) as refused:
        registration.leave(*scanned(1))
    assert refused.value.slug == "not-inside"
    registration.enter(*scanned(1))
    with pytest.raises(Conflict) as refused:
        registration.enter(*scanned(1))
    assert refused.value.slug == "already-inside"


def test_who_is_inside_leaves_before_giving_up() -> None:
    registration = confirmed()
    registration.enter(*scanned(1))
    with pytest.raises(Conflict):
        registration.cancel()
    registration.leave(*scanned(1, 5))
    assert registration.cancel()


def test_every_scan_is_remembered_and_more_than_can_be_are_refused() -> None:
    registration = confirmed()
    for n in range(0, SCANS, 2):
        assert registration.enter(*scanned(1, 0, f"scan {n}"))
        assert registration.leave(*scanned(1, 0, f"scan {n + 1}"))
    assert registration.enter(*scanned(1, 0, "scan 0")) is None, "the first of them, sent again"
    with pytest.raises(Conflict) as refused:
        registration.enter(*scanned(1, 0, "one more"))
    assert refused.value.slug == "scans-full"
    assert not registration.inside
