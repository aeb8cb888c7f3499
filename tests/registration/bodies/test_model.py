"""Bodies: the same facts again are no event."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.registration.bodies.model import Body, FormBody
from shared.contracts.bodies import Membership, Quorum
from shared.errors import Conflict, Invalid
from tests.registration.facts import body
from tests.world.facts import MORNING, known


def test_a_body_names_each_member_once_and_its_quorum_is_a_part() -> None:
    asked = body(members=[known(1), known(2)], quorum=Quorum())
    entry = Body(asked.body)
    assert entry.form(asked)
    assert entry.form(asked) is None
    with pytest.raises(Conflict, match="for good"):
        entry.form(said(asked, code="other"))
    with pytest.raises(Invalid):
        entry.form(said(asked, members=[known(1), known(1)]))
    for odd in (Quorum("at_least", 3, 2), Quorum("at_least", 0, 2)):
        with pytest.raises(Invalid):
            entry.form(said(asked, quorum=odd))


def said(asked: FormBody, **other: object) -> FormBody:
    return replace(asked, facts=asked.facts.model_copy(update=other))


def test_terms_and_who_is_a_member_now_say_the_same() -> None:
    one, other = known(1), known(2)
    asked = body(members=[one], people=[other], calendar="solar_hijri")
    for terms in (
        [Membership(one, until="1400")],
        [Membership(known(3), since="1400")],
        [Membership(one, since="1400", until="1399")],
        [Membership(one, since="1400", until="1402"), Membership(one, since="1401-12")],
        [Membership(one, since="1400-13")],
    ):
        with pytest.raises(Invalid):
            Body(asked.body).form(said(asked, terms=terms))
    terms = [Membership(one, "1390", "1394"), Membership(one, "1400"), Membership(known(3), "1390", "1398")]
    assert Body(asked.body).form(said(asked, terms=terms))


MONTHS = st.integers(1, 36)


@given(st.lists(st.tuples(st.sampled_from([1, 2, 3]), MONTHS), min_size=1, max_size=6), MONTHS)
def test_a_membership_ends_by_itself_on_its_day_and_no_earlier(ends: list[tuple[int, int]], later: int) -> None:
    """Whoever's last term is over at that time is a member no more; the others stay."""
    until = {n: f"{2031 + months // 12}-{months % 12 + 1:02}" for n, months in ends}
    asked = body(members=[known(n) for n in until], terms=[Membership(known(n), until=end) for n, end in until.items()])
    entry = Body(asked.body)
    assert entry.form(asked)
    at = MORNING.replace(year=2031 + later // 12, month=later % 12 + 1, day=1)
    entry.end_terms(at)
    assert entry.members == [known(n) for n, end in until.items() if end >= f"{at:%Y-%m}"]
    assert (entry.due is None) == (not entry.members)
    assert entry.due is None or entry.due > at
    assert len(entry.facts.terms) == len(until), "who was a member is remembered"
