"""What the door accepts of a registration."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import pytest

from services.registration.registrations.model import SCANS, Registration, RegistrationState
from shared.contracts.registrations import (
    PersonEntered,
    PersonLeft,
    Source,
)
from shared.errors import Conflict
from tests.registration.facts import asks, confirmed, passes, waitlisted
from tests.world.facts import GATHERING

State = RegistrationState
POOL = f"{GATHERING}/delegate"


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


@pytest.mark.parametrize("make", [lambda: Registration.of(asks(1)), waitlisted])
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
