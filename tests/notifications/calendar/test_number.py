"""The number of an entry: what is so later has the higher one, and no calendar is told one that it cannot keep."""

from typing import TypeAlias

from hypothesis import example, given
from hypothesis import strategies as st

from shared.contracts.calendar import CROWDED, EACH, FEW, MOST, registration_of, sequence_of

Known: TypeAlias = tuple[int, int, int]
"""The registration, the invitation, the gathering: in the order in which they count."""

many = st.integers(0, 2 * CROWDED) | st.integers(0, 3_000_000_000)
numbers = st.tuples(many, many, many)
last = CROWDED + (MOST - CROWDED * EACH**2) // FEW**2 - 1
within = st.tuples(st.integers(0, last), st.integers(0, FEW - 1), st.integers(0, FEW - 1))


def number(known: Known) -> int:
    registration, invitation, changes = known
    return sequence_of(registration, changes, invitation)


@given(numbers, numbers)
@example((CROWDED - 1, EACH, EACH), (CROWDED, 0, 0))
@example((2**31, 0, 0), (2**31, 5, 5))
def test_it_is_an_integer_of_rfc_5545_and_never_goes_back(one: Known, other: Known) -> None:
    before, after = sorted((one, other))
    assert 0 <= number(before) <= number(after) <= MOST == 2**31 - 1


@given(within, within)
@example((CROWDED - 1, FEW - 1, FEW - 1), (CROWDED, 0, 0))
def test_what_is_so_later_has_the_higher_one_also_after_thousands_of_events(one: Known, other: Known) -> None:
    before, after = sorted((one, other))
    assert number(before) < number(after) or one == other
    assert registration_of(number(one)) == one[0]


@given(st.integers(0, CROWDED - 1), st.integers(0, EACH - 1), st.integers(0, EACH - 1))
def test_entries_that_were_sent_keep_their_place(registration: int, invitation: int, changes: int) -> None:
    """The number that the first releases wrote."""
    assert number((registration, invitation, changes)) == (registration * 1_000 + invitation) * 1_000 + changes
