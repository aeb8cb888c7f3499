"""A list of speakers alone: whatever is asked of it in whichever order, nobody waits twice and one has the floor."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.minutes.speakers.commands import (
    AddSpeaker,
    BeginSpeaker,
    CloseSpeakers,
    EndSpeaker,
    LimitSpeakers,
    MoveSpeaker,
    OpenSpeakers,
    TakeOffSpeaker,
)
from services.minutes.speakers.model import MOST, Speakers, SpeakersState
from services.minutes.speakers.speaker import ORDER, SpeakerState, nth
from shared.contracts import Event
from shared.contracts.speakers import Purpose
from shared.errors import Conflict, Invalid, NotFound, Refused
from tests.minutes.facts import minute
from tests.world.facts import GATHERING, known

ITEM = known("item")
HERE: dict[str, Any] = {"gathering": GATHERING, "item": ITEM}
ENTERED = {
    "speakers.opened.v1": SpeakersState.OPEN,
    "speakers.closed.v1": SpeakersState.CLOSED,
    "speaker.added.v1": SpeakerState.WAITING,
    "speaker.taken-off.v1": SpeakerState.TAKEN_OFF,
    "speaker.began.v1": SpeakerState.SPEAKING,
    "speaker.ended.v1": SpeakerState.SPOKEN,
}
"""Which state each event enters; the others enter none."""


def message(n: int) -> dict[str, Any]:
    return {"id": known(f"asked {n}"), "at": minute(30 + n), **HERE}


def opened(limit: int | None = None) -> Speakers:
    return Speakers.opened(OpenSpeakers(**message(0), limit=limit))[0]


def add(speakers: Speakers, n: int, who: int = 0, purpose: Purpose = "statement") -> UUID:
    """Their id on the list."""
    asked = AddSpeaker(**message(n), person=known(f"person {who}"), purpose=purpose)
    speakers.add(asked, known("organization"))
    return asked.id


def begins(speakers: Speakers, n: int, speaker: UUID) -> list[str]:
    return [each.type for each in speakers.begin(BeginSpeaker(**message(n), speaker=speaker))]


def ends(speakers: Speakers, n: int, speaker: UUID) -> list[str]:
    return [each.type for each in speakers.end(EndSpeaker(**message(n), speaker=speaker))]


Step = tuple[str, int, int, Purpose]
STEPS = st.tuples(
    st.sampled_from(["open", "close", "limit", "add", "add", "add", "move", "off", "begin", "begin", "end"]),
    st.integers(0, 5),
    st.integers(0, 5),
    st.sampled_from(ORDER),
)


def do(speakers: Speakers, n: int, step: Step) -> Sequence[Event | None]:
    """One step about the speaker of this place (or the person of this number), as far as there is one."""
    what, first, second, purpose = step
    said, asked = message(n), [each.id for each in speakers.asked]
    at = asked[first] if first < len(asked) else known("nobody")
    before = asked[second] if second < len(asked) else None
    person = known(f"person {first}")
    steps: dict[str, Any] = {
        "open": lambda: [speakers.open(OpenSpeakers(**said))],
        "close": lambda: [speakers.close(CloseSpeakers(**said))],
        "limit": lambda: [speakers.set_limit(LimitSpeakers(**said, limit=second * 60 or None))],
        "add": lambda: [speakers.add(AddSpeaker(**said, person=person, purpose=purpose), None)],
        "move": lambda: [speakers.move(MoveSpeaker(**said, speaker=at, before=before))],
        "off": lambda: [speakers.take_off(TakeOffSpeaker(**said, speaker=at))],
        "begin": lambda: speakers.begin(BeginSpeaker(**said, speaker=at)),
        "end": lambda: speakers.end(EndSpeaker(**said, speaker=at)),
    }
    told: Sequence[Event | None] = steps[what]()
    return told


@given(st.lists(STEPS, max_size=30))
def test_whatever_is_asked_nobody_waits_twice_one_has_the_floor_and_each_state_has_its_event(steps: list[Step]) -> None:
    speakers = opened()
    states: dict[UUID, object] = {speakers.id: SpeakersState.OPEN}
    for n, step in enumerate(steps, 1):
        before = str(speakers)
        try:
            told = do(speakers, n, step)
        except Refused:
            assert str(speakers) == before, "what is refused changes nothing"
            continue
        for event in told:
            if event and event.type in ENTERED:
                states[getattr(event, "speaker", speakers.id)] = ENTERED[event.type]
        if not any(told):
            assert str(speakers) == before, "what nobody is told of changed nothing"
        assert states == {speakers.id: speakers.state, **{each.id: each.state for each in speakers.asked}}
        _is_in_order(speakers)
        assert not any(do(speakers, n, step)) or step[0] == "add", "asked twice, it is so already"
        assert len(speakers.line) == len({(each.person, each.purpose) for each in speakers.waiting})


def _is_in_order(speakers: Speakers) -> None:
    waiting = [each.id for each in speakers.asked if each.state is SpeakerState.WAITING]
    assert sorted(speakers.line) == sorted(waiting)
    ranks = [ORDER.index(each.purpose) for each in speakers.waiting]
    assert ranks == sorted(ranks), "points of order first, replies last"
    speaking = [each.purpose == "point_of_order" for each in speakers.speaking]
    assert speaking in ([], [False], [True], [True, False]), "one has the floor, whom a point of order interrupts"
    for each in speakers.asked:
        assert (each.began_at is None) == (each.state in {SpeakerState.WAITING, SpeakerState.TAKEN_OFF})
        assert (each.ended_at is None) == (each.state is not SpeakerState.SPOKEN)


def test_a_point_of_order_goes_before_everybody_and_interrupts_and_a_reply_comes_last() -> None:
    speakers = opened()
    first, reply, second = add(speakers, 1, 1), add(speakers, 2, 2, "right_of_reply"), add(speakers, 3, 3)
    assert begins(speakers, 4, first) == ["speaker.began.v1"]
    point = add(speakers, 5, 2, "point_of_order")
    assert speakers.line == [point, second, reply]
    assert begins(speakers, 6, point) == ["speaker.began.v1"]
    assert [each.id for each in speakers.speaking] == [point, first]
    assert ends(speakers, 7, point) == ["speaker.ended.v1"]
    assert [each.id for each in speakers.speaking] == [first], "who was interrupted goes on"
    assert begins(speakers, 8, second) == ["speaker.ended.v1", "speaker.began.v1"]
    assert begins(speakers, 9, reply) == ["speaker.ended.v1", "speaker.began.v1"]
    ends(speakers, 10, reply)
    assert [each.id for each in speakers.spoken] == [first, point, second, reply]
    assert (speakers.line, speakers.speaking) == ([], [])


def test_a_point_of_order_and_a_reply_are_no_turn() -> None:
    speakers = opened()
    spoken = [add(speakers, n, 1, purpose) for n, purpose in enumerate(ORDER, 1)]
    for n, each in enumerate(spoken, 10):
        begins(speakers, n, each)
    again = add(speakers, 20, 1)
    assert [nth(speakers.asked, speakers.one(each)) for each in [*spoken, again]] == [0, 1, 0, 2]
    begins(speakers, 21, again)
    assert nth(speakers.asked, speakers.one(again)) == 2


def test_on_a_closed_list_nobody_waits_for_a_statement_and_whoever_waits_still_speaks() -> None:
    speakers = opened()
    waits = add(speakers, 1)
    speakers.close(CloseSpeakers(**message(2)))
    with pytest.raises(Conflict) as refused:
        add(speakers, 3, 1)
    assert refused.value.slug == "closed"
    point, reply = add(speakers, 4, 1, "point_of_order"), add(speakers, 5, 1, "right_of_reply")
    assert speakers.line == [point, waits, reply]
    assert begins(speakers, 6, waits) == ["speaker.began.v1"]
    speakers.open(OpenSpeakers(**message(7)))
    assert add(speakers, 8, 1) in speakers.line


def test_the_chair_moves_within_those_who_ask_for_the_same_and_why_is_in_no_event() -> None:
    speakers = opened()
    first, second, third = [add(speakers, n, n) for n in range(1, 4)]
    point = add(speakers, 4, 4, "point_of_order")
    with pytest.raises(Invalid):
        speakers.move(MoveSpeaker(**message(5), speaker=third, before=point))
    moved = speakers.move(MoveSpeaker(**message(6), speaker=third, before=first, reason="Leaves early."))
    assert speakers.line == [point, third, first, second]
    off = speakers.take_off(TakeOffSpeaker(**message(7), speaker=first, reason="Was called away."))
    assert (speakers.one(third).reason, speakers.one(first).reason) == ("Leaves early.", "Was called away.")
    said = "".join(each.model_dump_json() for each in (moved, off) if each)
    assert "early" not in said
    assert "called" not in said
    with pytest.raises(NotFound):
        speakers.take_off(TakeOffSpeaker(**message(8), speaker=known("nobody")))


def test_a_list_has_an_end() -> None:
    speakers = opened()
    for n in range(MOST):
        add(speakers, n + 1, n)
    with pytest.raises(Conflict) as refused:
        add(speakers, MOST + 1, MOST)
    assert refused.value.slug == "full"
