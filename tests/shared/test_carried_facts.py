"""An entity that carries its facts: as it is stored, asked for and told."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar
from uuid import UUID

import pytest

from plenary.verify.facts import Told, unlike
from services.minutes.decisions.commands import RecordDecision
from services.minutes.decisions.model import Decision, DecisionState, Earlier
from shared.contracts import Facts
from shared.contracts.decisions import DecisionAdopted, DecisionFacts, Motion, Votes
from shared.flow.envelope import body_of
from shared.store import Stored
from shared.store.codec import decode, encode, field_of
from tests.contract.documents import NOON

ID = UUID("01890000-0000-7000-8000-000000000001")
FACTS = DecisionFacts(
    gathering=ID, number=3, text={"en": "In spring."}, adoption="show_of_hands", votes=Votes(2, 1), quorum=None
)


def decision() -> Decision:
    return Decision(id=ID, facts=FACTS, state=DecisionState.ADOPTED, decided_at=NOON)


def test_the_facts_lie_flat_in_the_document_and_come_back_in_their_place() -> None:
    document = encode(Stored(decision())).whole
    assert (document["number"], document["votes"]["against"], "facts" in document) == (3, 1, False)
    assert decode(Decision, document).entity == decision()


def test_facts_within_a_document_lie_flat_in_their_place_too() -> None:
    before = Earlier.of(FACTS, corrected_at=NOON, reason="Counted again.", state=DecisionState.ADOPTED)
    corrected = replace(decision(), earlier=[before])
    document = encode(Stored(corrected)).whole
    assert document["earlier"] == [
        {
            "text": {"en": "In spring."},
            "adoption": "show_of_hands",
            "votes": {"in_favour": 2, "against": 1, "abstaining": 0},
            "item": None,
            "question": "substantive",
            "ballots": [],
            "declared": None,
            "effect": None,
            "corrected_at": "2031-05-04T12:00:00.000000Z",
            "reason": "Counted again.",
            "state": "adopted",
        }
    ]
    assert decode(Decision, document).entity == corrected
    [said] = document["earlier"]
    newer = decode(Decision, document | {"earlier": [said | {"language": "fa"}]})
    newer.entity.state = DecisionState.REJECTED
    assert encode(newer).whole["earlier"] == [said | {"language": "fa"}]


def test_a_fact_that_this_release_does_not_know_is_written_back() -> None:
    document = encode(Stored(decision())).whole | {"language": "fa"}
    stored = decode(Decision, document)
    stored.entity.state = DecisionState.REJECTED
    assert encode(stored).whole.items() >= {"language": "fa", "state": "rejected", "number": 3}.items()


def test_the_facts_are_asked_for_by_their_own_names() -> None:
    assert field_of(Decision, "number") == "number"
    with pytest.raises(LookupError):
        field_of(Decision, "facts")


def test_a_name_is_the_entitys_or_that_of_its_facts() -> None:
    @dataclass(slots=True)
    class Twice:
        kind: ClassVar[str] = "twice"
        id: UUID
        number: int
        facts: DecisionFacts

    with pytest.raises(TypeError, match="no field number, number"):
        field_of(Twice, "number")


def test_an_event_is_told_from_what_is_carried_and_from_nothing_else() -> None:
    event = DecisionAdopted.of(decision(), decision=ID)
    assert DecisionFacts.of(event) == FACTS
    with pytest.raises(AttributeError):
        DecisionAdopted.of(object(), decision=ID)


def test_verify_compares_the_facts_that_are_carried() -> None:
    told = Told(facts=dict(DecisionAdopted.of(decision(), decision=ID)), understood=True)
    assert list(unlike(decision(), told, None)) == []
    other = decision()
    other.facts = FACTS.model_copy(update={"text": {"en": "In autumn."}})
    assert list(unlike(other, told, None)) == [f"decision {ID} is not what its events say: text"]


def test_a_key_knows_what_was_asked_also_where_a_fact_was_added_later() -> None:
    class Later(Motion):
        language: str = "en"

    def asked(motion: Facts) -> str:
        return body_of(RecordDecision(id=ID, at=NOON, gathering=ID, facts=motion))  # type: ignore[arg-type]

    said: dict[str, Any] = {"text": {"en": "In spring."}, "adoption": "consensus"}
    assert asked(Motion(**said)) == asked(Later(**said))
    assert asked(Motion(**said)) != asked(Later(**said, language="fa"))
    assert asked(Motion(**said)) != asked(Motion(**said | {"adoption": "acclamation"}))
