"""Sessions: the state machine, and who is sent a link."""

import random
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from services.registration.people.handlers import record_person
from services.registration.people.knocks import Knock
from services.registration.sessions.devices import device
from services.registration.sessions.handlers import ask_to_sign_in
from services.registration.sessions.model import SESSION, AskToSignIn, Session, State
from shared.contracts.sessions import SessionEnded, SessionOffered, SessionStarted
from shared.errors import Forbidden
from tests.registration.facts import message, person
from tests.registration.house import count_of, house
from tests.world.facts import MORNING


@pytest.mark.parametrize("seed", range(20))
def test_a_session_enters_each_state_by_one_event_and_never_opens_twice(seed: int) -> None:
    chance, session = random.Random(seed), Session(uuid4(), uuid4())
    events: list[type] = [type(session.offer(MORNING, "asked"))]
    for _ in range(10):
        before, refused = session.state, False
        try:
            event = session.start(MORNING, "") if chance.random() < 0.5 else session.end()
        except Forbidden:
            refused = True
        if refused:
            assert before is not State.OFFERED
            continue
        if event is None:
            assert before is State.ENDED
        else:
            events.append(type(event))
        assert session.is_open(MORNING) is (session.state is State.OPEN)
        assert not session.is_open(MORNING + SESSION)
    possible = [SessionOffered, SessionStarted, SessionEnded], [SessionOffered, SessionEnded]
    assert any(events == each[: len(events)] for each in possible)
    assert session.ended is (events[-1] is SessionEnded)


async def test_an_address_is_sent_a_link_once_a_minute_and_an_unknown_one_never(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        known = person(1)
        await service.run(record_person, known)

        async def ask(email: str) -> type:
            command = AskToSignIn(**message(), email=email, drawer=UUID(int=7))
            return type((await service.run(ask_to_sign_in, command)).entity)

        assert [await ask(known.email), await ask(known.email), await ask("x@example.org")] == [Session, Knock, Knock]
        assert (await count_of(service, Session), await count_of(service, Knock)) == (1, 1)


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0",
            "Edge · Windows",
        ),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1", "Safari · iPhone"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36", "Chrome · Android"),
        ("curl/8.0", ""),
    ],
)
def test_a_device_is_known_again_by_a_few_words(agent: str, words: str) -> None:
    assert device(agent) == words
