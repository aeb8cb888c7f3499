"""A document alone: whatever is asked of it in whichever order, its number stays and each state has its event."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.minutes.documents.model import (
    MOST,
    AddVersion,
    ChangeDocument,
    DocumentState,
    ListDocument,
    MeetingDocument,
    ReviseDocument,
    WithdrawDocument,
)
from shared.contracts import Event
from shared.contracts.documents import Listing
from shared.errors import Conflict, Invalid, Refused
from tests.minutes.facts import minute
from tests.world.facts import GATHERING, known

ABOUT = Listing(
    title={"en": "Gauges"},
    prefix="RBC/7/DOC",
    distribution="general",
    languages=["en", "fa"],
    hand_in_by=date(2031, 3, 1),
)
LINK = "https://documents.example/1.pdf"


def message(n: int) -> dict[str, Any]:
    return {"id": known(f"asked {n}"), "at": minute(30 + n % 20)}


def listed(about: Listing = ABOUT) -> MeetingDocument:
    return MeetingDocument.listed(ListDocument(**message(0), gathering=GATHERING, facts=about), 3)[0]


def adds(document: MeetingDocument, n: int, language: str, address: str = LINK) -> Event | None:
    return document.add(AddVersion(**message(n), document=document.id, written_in=language, address=address))


def revises(document: MeetingDocument, n: int, until: date | None = None) -> Event:
    return document.revise(ReviseDocument(**message(n), document=document.id, hand_in_by=until))


Step = tuple[str, str, int]
STEPS = st.tuples(
    st.sampled_from(["change", "add", "add", "add", "revise", "late", "withdraw"]),
    st.sampled_from(["en", "fa", "ar"]),
    st.integers(0, 2),
)


def do(document: MeetingDocument, n: int, step: Step) -> Event | None:
    what, language, which = step
    if what == "add":
        return adds(document, n, language, f"{LINK}?{which}")
    if what == "revise":
        return revises(document, n)
    if what == "withdraw":
        return document.withdraw(WithdrawDocument(**message(n), document=document.id).at)
    if what == "late":
        return document.fall_due(minute(60), minute(which), [])
    about = ABOUT.model_copy(update={"languages": ["en", "fa", "ar"][:which]})
    return document.change(ChangeDocument(**message(n), document=document.id, facts=about), minute(which))


@given(st.lists(STEPS, max_size=25))
def test_whatever_is_asked_the_number_stays_its_own_and_each_state_has_its_event(steps: list[Step]) -> None:
    document, state, revision = listed(), DocumentState.LISTED, 0
    claimed = document.claims
    for n, step in enumerate(steps, 1):
        before, late = str(document), document.overdue_at
        try:
            told = do(document, n, step)
        except Refused:
            assert str(document) == before, "what is refused changes nothing"
            continue
        if told is None:
            assert step[0] == "late" or str(document) == before, "what nobody is told of changed nothing"
        elif told.type == "meeting-document.withdrawn.v1":
            state = DocumentState.WITHDRAWN
        elif told.type == "meeting-document.revised.v1":
            revision += 1
        assert (document.state, document.facts.revision, document.claims) == (state, revision, claimed)
        assert len({(each.written_in, each.revision) for each in document.versions}) == len(document.versions)
        if told and told.type == "meeting-document.overdue.v1":
            assert late is None, "nobody is told twice"
        assert document.overdue_at is None or (document.missing and document.due is None)
        asked = set(document.facts.languages)
        assert set(document.missing) == (asked - set(document.current) if document.stands else set())
        assert step[0] == "revise" or do(document, n, step) is None or step[0] == "withdraw", "asked twice, it is so"


def test_what_is_missing_is_due_until_its_day_is_over_and_overdue_then() -> None:
    document, last, after = listed(), date(2031, 3, 1), date(2031, 3, 2)
    assert (document.missing, document.overdue(last), document.overdue(after)) == (["en", "fa"], False, True)
    adds(document, 1, "fa")
    assert (document.missing, document.overdue(after)) == (["en"], True)
    adds(document, 2, "en")
    assert (document.missing, list(document.current), document.overdue(after)) == ([], ["en", "fa"], False)
    revises(document, 3)
    assert (document.missing, document.overdue(after)) == (["en", "fa"], False), "no day was set for it"


def test_a_revision_keeps_the_number_and_what_was_there_before() -> None:
    document = listed()
    assert document.symbol == "RBC/7/DOC/3"
    with pytest.raises(Conflict) as refused:
        revises(document, 1)
    assert refused.value.slug == "no-versions"
    adds(document, 2, "en")
    revises(document, 3, date(2031, 3, 8))
    assert (document.symbol, document.facts.hand_in_by) == ("RBC/7/DOC/3/Rev.1", date(2031, 3, 8))
    adds(document, 4, "en", f"{LINK}?rev")
    assert [(each.revision, each.address) for each in document.versions] == [(0, LINK), (1, f"{LINK}?rev")]


def test_what_was_withdrawn_is_not_changed_and_keeps_its_number() -> None:
    document = listed()
    document.withdraw(minute(40))
    assert document.withdraw(minute(41)) is None
    assert (document.withdrawn_at, document.missing) == (minute(40), [])
    for step in ("change", "add", "revise"):
        with pytest.raises(Conflict) as refused:
            do(document, 2, (step, "en", 1))
        assert refused.value.slug == "withdrawn"
    assert document.claims == (f"{GATHERING}/document/3",)


def test_it_has_a_title_and_no_more_versions_than_there_is_room_for() -> None:
    with pytest.raises(Invalid):
        listed(ABOUT.model_copy(update={"title": {"en": " "}}))
    document = listed()
    for n in range(MOST):
        assert adds(document, n, f"x{chr(97 + n // 26)}{chr(97 + n % 26)}")
    with pytest.raises(Conflict) as refused:
        adds(document, 1, "en")
    assert refused.value.slug == "full"
    assert adds(document, 1, "xaa", f"{LINK}?2"), "one that is there is found elsewhere"
