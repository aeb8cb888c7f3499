"""What a command asks for, as a key remembers it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from shared import errors
from shared.flow import envelope
from tests.flow.toy import NOON, Add
from tests.world.crash import nth


@dataclass(frozen=True, slots=True)
class Votes:
    in_favour: int


@dataclass(frozen=True, slots=True)
class LaterVotes(Votes):
    abstaining: int = 0


def test_a_field_that_is_added_later_does_not_change_what_a_key_meant() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Ask(Add):
        votes: Votes | None = None

    def later() -> type[Any]:
        @dataclass(frozen=True, slots=True, kw_only=True)
        class Ask(Add):
            votes: Votes | None = None
            position: str | None = None
            tags: frozenset[UUID] = frozenset()
            new: bool = False

        return Ask

    told: dict[str, Any] = {"id": nth(1), "at": NOON, "thing": nth(7)}
    before, after = Ask(**told, votes=Votes(3)), later()(**told, votes=LaterVotes(3))
    assert envelope.body_of(before) == envelope.body_of(after)
    for other in ({"position": "chair"}, {"new": True}, {"tags": frozenset([nth(2)])}, {"votes": LaterVotes(3, 1)}):
        assert envelope.body_of(later()(**(told | {"votes": LaterVotes(3)} | other))) != envelope.body_of(before)


def test_a_number_that_no_document_could_hold_is_refused() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Raise(Add):
        by: int

    with pytest.raises(errors.Invalid, match="cannot be stored"):
        envelope.body_of(Raise(id=nth(1), at=NOON, thing=nth(7), by=2**70))
