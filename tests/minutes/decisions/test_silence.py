"""The silence procedure: adopted at its time if nobody objects before, whatever else happens and in whatever order."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.minutes.decisions.commands import CirculateDecision, CorrectDecision, ObjectToDecision, WithdrawDecision
from services.minutes.decisions.handlers import circulate_decision, keep_silence, object_to_decision
from services.minutes.decisions.model import Decision, DecisionState
from services.minutes.decisions.silence import Voice
from services.minutes.record.handlers import publish_minutes
from services.minutes.record.model import ApproveMinutes, Minutes, PublishMinutes
from services.minutes.record.review import approve_minutes
from shared.contracts import Event
from shared.contracts.decisions import DecisionCirculated, Delegate, Motion, Place, Votes, voice_id
from shared.contracts.registrations import RegistrationCancelled, RegistrationWithdrawn
from shared.errors import Conflict, Invalid, NotFound
from shared.flow import Due
from tests.minutes.facts import confirmed, minute, organization, registration, said
from tests.minutes.house import House, Told
from tests.world.facts import GATHERING, known

UNTIL = 120
PEOPLE = [known(f"person {n}") for n in range(3)]
ASKED = [Delegate(person, organization(n)) for n, person in enumerate(PEOPLE)]
ID = known("circulated")


def circulate(at: int = 0, until: int = UNTIL) -> CirculateDecision:
    motion = Motion(text={"en": "Each gauge is read daily."}, adoption="silence_procedure")
    return CirculateDecision(id=ID, at=minute(at), gathering=GATHERING, facts=motion, reply_by=minute(until))


def objection(n: int, at: int) -> ObjectToDecision:
    return ObjectToDecision(id=known((n, at)), at=minute(at), decision=ID, person=PEOPLE[n], words="Too often.")


def withdrawal(at: int) -> WithdrawDecision:
    return WithdrawDecision(id=known(at), at=minute(at), decision=ID, reason="By mistake.")


def circulated() -> Decision:
    return Decision.circulated(circulate(), Place(number=1), ASKED)[0]


def _done(decision: Decision, what: str, n: str, at: int) -> Sequence[Event]:
    if what == "object":
        return decision.object(objection(int(n), at))
    if what == "withdraw":
        return [decision.withdraw(withdrawal(at))]
    event = decision.keep_silence(minute(at))
    return [event] if event else []


STEPS = st.lists(
    st.tuples(st.sampled_from(["object 0", "object 1", "timer", "withdraw"]), st.integers(1, 2 * UNTIL)), max_size=8
)


@given(STEPS)
def test_in_any_order_it_is_adopted_only_at_its_time_and_without_an_objection(steps: list[tuple[str, int]]) -> None:
    """Clocks differ: a later step may say an earlier time. Each state is entered once, and by one event."""
    decision, said = circulated(), ["decision.circulated.v1"]
    for step, at in steps:
        what, _, n = step.partition(" ")
        before = (decision.state, len(decision.objections))
        try:
            said += [each.type for each in _done(decision, what, n, at)]
        except Conflict:
            assert (decision.state, len(decision.objections)) == before, "what is refused changes nothing"
            continue
    assert len([each for each in said if each != "decision.objected.v1"]) == len(set(said) - {"decision.objected.v1"})
    assert said.count("decision.objected.v1") == len(decision.objections)
    assert all(each.at < minute(UNTIL) for each in decision.objections)
    assert not (decision.objections and "decision.adopted.v1" in said)
    assert ("decision.deferred.v1" in said) == bool(decision.objections)
    if decision.state is DecisionState.ADOPTED:
        assert decision.decided_at == minute(UNTIL)
    assert (decision.due is None) == (decision.state is not DecisionState.CIRCULATED)


def test_a_timer_that_fires_twice_or_early_does_nothing() -> None:
    decision = circulated()
    assert decision.keep_silence(minute(UNTIL - 1)) is None
    event = decision.keep_silence(minute(UNTIL + 9))
    assert event
    assert (event.type, decision.decided_at) == ("decision.adopted.v1", minute(UNTIL))
    assert decision.keep_silence(minute(UNTIL + 10)) is None


@pytest.mark.parametrize(("before", "at"), [(False, UNTIL), (True, UNTIL + 1), (True, UNTIL - 1)])
def test_whoever_objects_too_late_is_told_so(before: bool, at: int) -> None:
    """By the time of the document, whether or not its timer has fired; and after it fired by what it says."""
    decision = circulated()
    if before:
        assert decision.keep_silence(minute(UNTIL))
    with pytest.raises(Conflict) as refused:
        decision.object(objection(0, at))
    assert refused.value.slug == "silence-over"
    with pytest.raises(NotFound):
        decision.object(replace(objection(0, 1), person=known("stranger")))


@pytest.mark.parametrize(
    "wrong",
    [
        circulate(until=30),
        circulate(until=60 * 24 * 400),
        replace(circulate(), facts=Motion(text={"en": "x"}, adoption="consensus")),
        replace(circulate(), facts=Motion(text={"en": "x"}, adoption="silence_procedure", declared="adopted")),
        replace(circulate(), facts=Motion(text={"en": " "}, adoption="silence_procedure")),
    ],
)
def test_what_cannot_be_put_to_silence_is_refused(wrong: CirculateDecision) -> None:
    with pytest.raises(Invalid):
        Decision.circulated(wrong, Place(number=1), ASKED)
    with pytest.raises(Conflict):
        Decision.circulated(circulate(), Place(number=1), [])


def test_what_is_circulated_is_not_corrected_and_what_silence_decided_keeps_its_outcome() -> None:
    decision = circulated()
    motion = Motion(text={"en": "Each gauge is read weekly."}, adoption="silence_procedure")
    correction = CorrectDecision(id=known("c"), at=minute(1), decision=ID, facts=motion, reason="Wrong interval.")
    with pytest.raises(Conflict) as refused:
        decision.correct(correction)
    assert refused.value.slug == "circulated"
    assert decision.keep_silence(minute(UNTIL))
    assert decision.correct(correction).outcome == "adopted"
    with pytest.raises(Invalid):
        decision.correct(replace(correction, facts=motion.model_copy(update={"declared": "rejected"})))


@pytest.mark.parametrize("against", [0, 5])
def test_no_page_that_was_left_open_overturns_a_vote(against: int) -> None:
    """Objected to, then put to a vote: rejected, or left for later by the chair."""
    decision = circulated()
    decision.object(objection(0, 1))
    votes = Votes(in_favour=1, against=against) if against else None
    voted = Motion(
        text={"en": "Each gauge is read daily."},
        adoption="show_of_hands" if against else "consensus",
        votes=votes,
        declared="rejected" if against else "deferred",
    )
    decision.correct(CorrectDecision(id=known("v"), at=minute(2), decision=ID, facts=voted, reason="It was voted on."))
    before = decision.state
    with pytest.raises(Conflict) as refused:
        decision.object(objection(1, 3))
    assert (refused.value.slug, decision.state, len(decision.objections)) == ("silence-over", before, 1)


async def test_the_delegates_who_were_let_in_are_asked_each_by_a_link_of_their_own(here: House) -> None:
    await here.convene()
    stored = await here.run(circulate_decision, circulate())
    assert {each.person for each in stored.entity.asked} == set(PEOPLE)
    assert (await here.run(circulate_decision, circulate())).version == stored.version
    event = DecisionCirculated.of(stored.entity, decision=ID)
    for _ in range(2):
        await here.hear([Told(ID, 1, event)])
    for n, person in enumerate(PEOPLE):
        voice = await here.store.get(Voice, voice_id(ID, person))
        assert voice
        assert (voice.entity.decision, voice.entity.delegate.member, voice.version) == (ID, organization(n), 1)


async def test_whose_registration_ended_is_not_asked_though_they_were_there(here: House) -> None:
    await here.convene()
    ended = [said(RegistrationCancelled, 0, 0), said(RegistrationWithdrawn, 1, 1), said(RegistrationCancelled, 2, 2)]
    await here.hear([Told(registration(n), 3, event) for n, event in enumerate(ended)])
    await here.hear([Told(registration(2), 4, confirmed(2, 2))])
    stored = await here.run(circulate_decision, circulate())
    assert [each.person for each in stored.entity.asked] == [PEOPLE[2]]


async def test_whoever_was_erased_objects_no_more(here: House) -> None:
    await here.convene()
    await here.run(circulate_decision, circulate())
    await here.erase(0)
    with pytest.raises(NotFound, match="erased"):
        await here.run(object_to_decision, objection(0, 1))


async def test_two_who_object_at_once_and_the_timer_end_in_one_state(here: House) -> None:
    await here.convene()
    await here.run(circulate_decision, circulate())
    await here.run(object_to_decision, objection(0, 1))
    again = await here.run(object_to_decision, objection(0, 2))
    both = await here.run(object_to_decision, objection(1, 3))
    assert (again.entity.state, len(again.entity.objections), len(both.entity.objections)) == ("deferred", 1, 2)
    late = await here.run(keep_silence, Due(id=known("due"), at=minute(UNTIL), document=ID))
    assert (late.entity.state, late.version) == ("deferred", both.version)


async def test_what_silence_adopts_after_publication_is_a_correction_of_the_record(here: House) -> None:
    await here.convene()
    stored = await here.run(circulate_decision, circulate())
    events = [DecisionCirculated.of(stored.entity, decision=ID)]
    adopted = stored.entity.keep_silence(minute(UNTIL))
    assert adopted
    await here.adjourn()
    await published(here)
    await here.hear([Told(ID, 1, events[0]), Told(ID, 2, adopted)])
    minutes = await here.store.get(Minutes, GATHERING)
    assert minutes
    assert minutes.entity.corrected_at is not None


async def published(here: House) -> None:
    await here.run(approve_minutes, ApproveMinutes(id=known("approve"), at=minute(600), gathering=GATHERING))
    await here.run(publish_minutes, PublishMinutes(id=known("publish"), at=minute(601), gathering=GATHERING))
