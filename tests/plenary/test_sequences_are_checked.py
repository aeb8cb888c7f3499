"""Broken histories and projections, each caught."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID, uuid5

import pytest

from plenary.verify.history import UNREADABLE, History, disagreements
from plenary.verify.projections import Fold, differences
from shared.contracts import Event
from shared.contracts.registrations import RegistrationConfirmed
from shared.store import Heard, Stored
from tests.plenary.told import cancelled, confirmed, record
from tests.world.facts import known

KEY = known("aggregate")


@dataclass(slots=True)
class Seats:
    """A mirror: the seats that were told."""

    kind: ClassVar[str] = "seats"

    id: UUID
    told: tuple[int, ...] = ()

    def hear(self, event: Event | None) -> None:
        if isinstance(event, RegistrationConfirmed):
            self.told = (*self.told, event.seat)


def told(*sequences: int, history: History | None = None) -> History:
    history = history or History()
    for sequence in sequences:
        history.hear(sequence, known(sequence))
    return history


def wrong(history: History, sequence: int | None, owed: int = 0) -> str:
    stored = None if sequence is None else Stored(Seats(KEY), sequence=sequence)
    return "; ".join(disagreements(KEY, history, stored, owed))


@pytest.mark.parametrize("sequences", [(1, 2, 3), (1, 1, 2, 1, 2, 3, 3), (1, 2, 1, 2, 3)])
def test_repeats_are_no_fault(sequences: tuple[int, ...]) -> None:
    assert not wrong(told(*sequences), 3)


@pytest.mark.parametrize(
    ("sequences", "published", "fault"),
    [
        ((1, 3, 2), 3, "event 3 came before event 2"),
        ((2, 3), 3, "event 2 came before event 1"),
        ((1, 2), 3, "the log has 2 events, the document published 3"),
        ((1, 2, 3), 2, "the log has 3 events, the document published 2"),
        ((1,), None, "no document has this id"),
    ],
)
def test_a_gap_a_loss_and_an_orphan_are_caught(sequences: tuple[int, ...], published: int | None, fault: str) -> None:
    assert fault in wrong(told(*sequences), published)


def test_a_fork_is_caught() -> None:
    history = told(1, 2)
    assert not history.hear(2, known("another store's"))
    assert "a fork" in wrong(history, 2)


def test_a_record_that_nobody_can_read_counts_and_is_no_fork() -> None:
    history = told(1)
    assert history.hear(2)
    assert history.ids[-1] == UNREADABLE
    assert "event 2 cannot be read" in wrong(history, 2)
    assert history.hear(2, known("read after all"))
    assert not wrong(history, 2)


def test_a_key_of_which_nothing_can_be_read_is_nobodys() -> None:
    history = History()
    history.hear(7)
    assert not list(disagreements(KEY, History(), None, 0))
    assert "event 7 came before event 1" in wrong(history, None)


def test_of_a_topic_that_forgets_the_beginning_may_be_gone_and_the_rest_may_not() -> None:
    assert not wrong(told(4, 5, 3, 6, history=History("state")), 6)
    assert "event 7 came before event 6" in wrong(told(4, 5, 7, history=History("state")), 7)


def test_what_a_topic_that_forgets_must_have_it_must_have() -> None:
    assert not wrong(told(4, 5, 6, history=History("state")), 6, owed=3)
    assert "from 4 on, and must have the last 4" in wrong(told(4, 5, 6, history=History("state")), 6, owed=4)


def test_of_a_compacted_topic_the_newest_is_there_and_is_the_last() -> None:
    assert not wrong(told(2, 7, 5, 7, history=History("compact")), 7)
    assert "published 8" in wrong(told(2, 7, history=History("compact")), 8)
    assert "state 5 lies behind the newer state 7" in wrong(told(2, 7, 5, history=History("compact")), 7)


def test_a_state_that_another_store_made_is_a_fork() -> None:
    history = told(7, history=History("compact"))
    for event, fork in ((known(7), False), (known("another store's"), True)):
        document = Stored(Seats(KEY), sequence=7, heard={KEY: Heard(7, event)})
        assert ("a fork" in "; ".join(disagreements(KEY, history, document, 7))) is fork


def folded() -> Fold:
    fold = Fold.of(Seats, KEY)
    for sequence, event in enumerate((confirmed(1, 4, 4), cancelled(1), confirmed(1, 6, 9)), 1):
        fold.hear(sequence, record(KEY, sequence, event))
    return fold


def stored(seats: tuple[int, ...], sequence: int, event: object = None) -> Stored[Seats]:
    return Stored(Seats(KEY, seats), heard={KEY: Heard(sequence, uuid5(KEY, str(event or sequence)))})


def test_a_projection_that_is_the_fold_is_no_fault() -> None:
    assert not list(differences("minutes", folded(), stored((4, 6), 3)))


@pytest.mark.parametrize(
    ("mirror", "fault"),
    [
        (None, "is missing"),
        (stored((4,), 2), "has heard 2 of 3 events"),
        (stored((4, 6, 6), 3), "is not what its events say: told"),
        (stored((6, 4), 3), "is not what its events say: told"),
        (stored((4, 6), 3, "another store's"), "has heard another event 3 than the log tells: a fork"),
    ],
)
def test_a_projection_that_missed_doubled_or_mixed_something_is_caught(
    mirror: Stored[Seats] | None, fault: str
) -> None:
    [said] = differences("minutes", folded(), mirror)
    assert fault in said
