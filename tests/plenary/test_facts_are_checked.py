"""Facts that an event tells and its document does not say, and the other way round, each caught."""

from typing import Any

import pytest

from plenary.verify.facts import Told, unlike
from services.registration.registrations.model import Registration, RegistrationState
from shared.contracts import Event
from shared.contracts.registrations import RegistrationCancelled
from tests.plenary.told import confirmed, promoted, record, waitlisted
from tests.world.facts import GATHERING, known

State = RegistrationState


def told(*events: Event | None) -> Told:
    """None is an event that nobody can read."""
    found = Told()
    for sequence, event in enumerate(events, 1):
        found.hear(record(known(1), sequence, event) if event else None)
    return found


def registration(state: State, seat: int | None = None, ticket: int | None = None, **other: Any) -> Registration:
    pool = f"{GATHERING}/delegate"
    who = known("person 1")
    return Registration(known(1), GATHERING, who, "delegate", pool, state=state, seat=seat, ticket=ticket, **other)


def gave_up(**freed: int) -> RegistrationCancelled:
    facts = {"gathering": GATHERING, "person": known("person 1"), "category": "delegate"}
    return RegistrationCancelled.model_validate({**facts, **freed})


def wrong(document: Registration, *events: Event | None) -> str:
    return "; ".join(unlike(document, told(*events), None)).partition("say: ")[2]


def test_a_document_that_says_what_its_events_say_is_no_fault() -> None:
    assert not wrong(registration(State.CONFIRMED, 4, 5), confirmed(1, 4, 5))
    assert not wrong(registration(State.WAITLISTED, None, 9), waitlisted(1, 9))
    assert not wrong(registration(State.CONFIRMED, 4, 9), waitlisted(1, 9), promoted(1, 4, 9))


def test_what_a_later_event_made_void_is_no_fault() -> None:
    assert not wrong(registration(State.CANCELLED), confirmed(1, 4, 5), gave_up(freed_seat=4))
    assert not wrong(
        registration(State.WAITLISTED, None, 9), confirmed(1, 4, 5), gave_up(freed_seat=4), waitlisted(1, 9)
    )
    assert not wrong(registration(State.CANCELLED), waitlisted(1, 9), gave_up(freed_rank=9))


@pytest.mark.parametrize(
    ("document", "events", "names"),
    [
        (registration(State.CONFIRMED, 5, 5), (confirmed(1, 4, 5),), "seat"),
        (registration(State.CONFIRMED, None, 5), (confirmed(1, 4, 5),), "seat"),
        (registration(State.WAITLISTED, None, 8), (waitlisted(1, 9),), "ticket"),
        (registration(State.CANCELLED), (confirmed(1, 4, 5), gave_up(freed_seat=5)), "freed_seat"),
        (registration(State.CANCELLED), (confirmed(1, 4, 5), gave_up(freed_seat=4, freed_rank=5)), "freed_rank"),
        (registration(State.CANCELLED), (waitlisted(1, 9), gave_up()), "freed_rank"),
    ],
)
def test_a_fact_that_is_another_is_named(document: Registration, events: tuple[Event, ...], names: str) -> None:
    assert wrong(document, *events) == names


def test_after_an_event_that_nobody_can_read_nothing_older_counts() -> None:
    assert not wrong(registration(State.CONFIRMED, 7, 7), confirmed(1, 4, 5), None)
    assert not wrong(registration(State.CANCELLED), confirmed(1, 4, 5), None, gave_up(freed_seat=7))
