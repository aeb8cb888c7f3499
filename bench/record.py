"""Published minutes as they lie in a store, and a server that has them: nothing is published of what is written here."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid4

from bench.servers import running
from services.minutes import SERVICE
from services.minutes.agenda.model import AgendaItem
from services.minutes.attendance.model import DELEGATE, Attendance, Passage, Presence
from services.minutes.contributions.model import Contribution
from services.minutes.course.model import Course, Taking, TakingState
from services.minutes.decisions.model import Decision
from services.minutes.decisions.model import DecisionState as Outcome
from services.minutes.mirrors.model import Body, Gathering, Organization, Person
from services.minutes.record.model import Minutes, State
from services.minutes.statements.model import Statement
from services.process import open_store
from shared.contracts.agenda import AgendaItemFacts
from shared.contracts.bodies import Quorum
from shared.contracts.contributions import ContributionFacts
from shared.contracts.courses import course_id
from shared.contracts.decisions import DecisionFacts, QuorumCount, Votes
from shared.contracts.statements import StatementFacts
from shared.settings import Settings
from shared.store import Stored
from tests.ports import free_port

DELEGATES = 60
AT = datetime(2027, 3, 1, 9, tzinfo=UTC)
SLUG = "river-basins-3"
RESOLVED = {
    "en": "The gauge readings of all basins are published each month.",
    "fa": "نمونه: خوانش همه حوضه‌ها هر ماه منتشر می‌شود.",
}
SAID = "The basin carries less than in all other years, and what is measured upstream should be known downstream on the same day."


def record(gathering: UUID, *, decisions: int, items: int = 0) -> Iterator[Any]:
    """All that the page shows: a delegate of each member was there, and so much was decided.

    Each of the `items` was taken up and spoken on, on every second somebody brought something forward, and the decisions are
    spread over them.
    """
    body, members = uuid4(), tuple(uuid4() for _ in range(DELEGATES))
    yield Minutes(
        id=gathering,
        state=State.PUBLISHED,
        slug=SLUG if items else "",
        opened_at=AT,
        closed_at=AT,
        approved_at=AT,
        published_at=AT,
    )
    yield Gathering(gathering, {"en": "Third meeting on shared river basins"}, {"en": "Hall"}, AT, AT, "UTC", body)
    yield Body(body, {"en": "River Basin Council"}, True, members, Quorum())
    people = [Person(uuid4(), f"Robin Example {n}", "en") for n in range(DELEGATES)]
    for n, (member, person) in enumerate(zip(members, people, strict=True)):
        yield from (person, Organization(member, {"en": f"Ministry of Waters {n}"}))
        passages = [Passage(AT, "in", "door"), Passage(AT, "out", "door")]
        yield Attendance(uuid4(), gathering, person.id, DELEGATE, member, Presence.LEFT, True, passages=passages)
    agenda = [uuid4() for _ in range(items)]
    if items:
        count = QuorumCount(DELEGATES, 31, 40)
        taken = [
            Taking(item=each, taken_up_at=AT, quorum=count, id=uuid4(), closed_at=AT, state=TakingState.CLOSED)
            for each in agenda
        ]
        yield Course(id=course_id(gathering), gathering=gathering, taken=taken)
    for n, item in enumerate(agenda):
        yield from _dealt_with(gathering, item, n, people[n % DELEGATES].id)
    for number in range(1, decisions + 1):
        yield _decided(gathering, number, agenda[number * items // decisions - 1] if items else None)


def _dealt_with(gathering: UUID, item: UUID, n: int, who: UUID) -> Iterator[Any]:
    turn = f"{n:04}"
    title = AgendaItemFacts(gathering=gathering, turn=turn, title={"en": f"Basin {n}", "fa": f"حوضه {n}"})
    speech = StatementFacts(gathering=gathering, manner="summary", said_in="en", item=item, speaker=who, turn=turn)
    brought = ContributionFacts(
        gathering=gathering, said_in="en", people=[who], contribution_kind="suggestion", item=item
    )
    yield AgendaItem(id=item, facts=title, entered_at=AT)
    yield Statement(id=uuid4(), facts=speech, words=SAID, recorded_at=AT)
    if n % 2:
        yield Contribution(id=uuid4(), facts=brought, words="Measure twice a day.", made_at=AT)


def _decided(gathering: UUID, number: int, item: UUID | None) -> Decision:
    facts = DecisionFacts(
        gathering=gathering,
        number=number,
        item=item,
        text=RESOLVED,
        adoption="recorded_vote",
        votes=Votes(31, 4, 5),
        quorum=QuorumCount(DELEGATES, 31, 40),
    )
    return Decision(id=uuid4(), facts=facts, state=Outcome.ADOPTED, decided_at=AT)


async def _prepare(settings: Settings, gathering: UUID, decisions: int, items: int) -> None:
    store = await open_store(settings, SERVICE)
    await store.commit([Stored(each) for each in record(gathering, decisions=decisions, items=items)])
    await store.close()


@contextmanager
def serving(gathering: UUID, *, decisions: int, items: int = 0) -> Iterator[tuple[int, int, Settings]]:
    """A server that has these minutes: its port, its process, and its settings."""
    with TemporaryDirectory() as folder:
        port, settings = free_port(), Settings(data=Path(folder))
        asyncio.run(_prepare(settings, gathering, decisions, items))
        never_reached = dict.fromkeys(("PLENARY_LIMIT_ANONYMOUS", "PLENARY_LIMIT_CALLER"), "1000000:1000000")
        environment = {"PLENARY_DATA": folder, "PLENARY_PORT": str(port), **never_reached}
        with running(["-m", "services", "minutes"], port, "/health/live", environment) as process:
            yield port, process.pid, settings
