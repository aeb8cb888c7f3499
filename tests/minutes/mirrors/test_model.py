"""What is kept of others: the newest facts, and no more than that."""

from hypothesis import given
from hypothesis import strategies as st

from services.minutes.mirrors.model import Body, Person
from shared.contracts.bodies import Quorum
from shared.contracts.decisions import QuorumCount
from shared.contracts.people import Post
from tests.minutes import facts
from tests.world.facts import known


def test_a_body_without_a_rule_has_no_quorum() -> None:
    body = Body(facts.BODY)
    body.hear(facts.formed(3, None))
    assert body.count({facts.organization(0)}) is None


@given(st.integers(0, 40), st.sets(st.integers(0, 60)))
def test_only_members_count_for_the_quorum(members: int, inside: set[int]) -> None:
    body = Body(facts.BODY)
    body.hear(facts.formed(members, Quorum(rule="at_least", numerator=2, denominator=3)))
    counted = body.count({facts.organization(n) for n in inside})
    assert counted == QuorumCount(members, max(1, -(-members * 2 // 3)), len([n for n in inside if n < members]))


def test_the_tombstone_leaves_only_the_id() -> None:
    person = Person(known("person 1"))
    person.hear(
        facts.recorded(1).model_copy(update={"title": "Dr", "position": "Adviser", "posts": [Post(position="Envoy")]})
    )
    assert person.name == "Robin Example 1"
    person.hear(None)
    assert person == Person(known("person 1"))
