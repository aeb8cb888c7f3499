"""A process is killed at every point between a decision and the outcome of what it brings about: nothing lost, nothing twice."""

import asyncio
import shutil
from collections import Counter
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from services.minutes.decisions.commands import RecordDecision
from services.minutes.decisions.handlers import record_decision
from services.minutes.decisions.model import Decision
from services.minutes.mirrors.effects import Effect as Known
from services.notifications.notifications.model import Notification
from services.registration.bodies.handlers import form_body
from services.registration.effects.handlers import answer_effect
from services.registration.effects.model import AnswerEffect, Effect, Hand
from services.registration.gatherings.commands import MoveGathering
from services.registration.gatherings.handlers import (
    announce_gathering,
    close_registration,
    convene_gathering,
    draft_gathering,
    open_registration,
)
from services.registration.gatherings.model import Gathering
from services.registration.offices.handlers import list_office
from services.registration.offices.model import ListOffice
from services.registration.people.handlers import record_person
from shared.contracts.decisions import Motion
from shared.contracts.effects import EffectFacts
from shared.contracts.offices import OfficeFacts, Term
from shared.flow import cloudevents
from tests.registration.facts import body, draft, message, move, person
from tests.story.kept_alive import Counted, insist, kept_alive
from tests.story.steps import DEFINITIONS, Command
from tests.waiting import PATIENCE
from tests.world.crash import Fuse, World
from tests.world.facts import EVENING, GATHERING, MORNING, known
from tests.world.records import everything

NEXT, BODY = known("next gathering"), known("body")
LATER: dict[str, Any] = {"starts_at": MORNING + timedelta(days=30), "ends_at": EVENING + timedelta(days=30)}
DECIDED = {
    "called": EffectFacts(effect_kind="call_meeting", body=BODY, **LATER),
    "online": EffectFacts(effect_kind="change_mode", target=NEXT, mode="online"),
    "put off": EffectFacts(effect_kind="postpone", target=NEXT),
}
REFUSED = "put off"
SETTING: tuple[Command, ...] = (
    (record_person, person(0)),
    (form_body, body()),
    (
        list_office,
        ListOffice(**message(), facts=OfficeFacts(body=BODY, title={"en": "Chair"}, terms=[Term(person(0).person)])),
    ),
    (draft_gathering, draft(body=BODY)),
    (draft_gathering, draft(gathering=NEXT, body=BODY, **LATER)),
    (announce_gathering, MoveGathering(**message(), gathering=NEXT)),
    *((step, move()) for step in (announce_gathering, open_registration, close_registration, convene_gathering)),
)
KEPT: dict[str, tuple[type[Any], ...]] = {
    "registration": (Effect, Hand, Gathering),
    "minutes": (Decision, Known),
    "notifications": (Notification,),
}
"""What is compared of each service."""

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


async def set_up(folder: Path) -> None:
    """A council is in session, its next meeting is announced, and somebody holds its office. All of it was heard."""
    async with World.open(folder, *DEFINITIONS) as world:
        for definition in DEFINITIONS:
            world.start(definition.name)
        for handler, command in SETTING:
            await insist(world, "registration", handler, command)
        await world.settle()


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all that, at rest."""
    folder = tmp_path_factory.mktemp("session")
    asyncio.run(set_up(folder))
    return folder


def decided(there: Path, folder: Path, name: str = "", fuse: Fuse | None = None) -> dict[str, Any]:
    """It is decided and answered, while a process of this service dies at this point. Returns what it ends in."""
    shutil.copytree(there, folder)

    async def tell() -> dict[str, Any]:
        async with World.open(folder, *DEFINITIONS) as world:
            for definition in DEFINITIONS:
                world.start(definition.name, fuse=fuse if definition.name == name else None)
            async with kept_alive(world):
                for what in DECIDED:  # one after the other: they are numbered
                    await _decide(world, what)
                await asyncio.gather(*(_answer(world, what) for what in DECIDED))
                await world.settle()
                return await _ends(world)

    return asyncio.run(asyncio.wait_for(tell(), PATIENCE))


async def _decide(world: World, what: str) -> None:
    facts = Motion(text={"en": what}, adoption="acclamation", effect=DECIDED[what])
    command = RecordDecision(id=known(what), at=MORNING, gathering=GATHERING, facts=facts)
    await insist(world, "minutes", record_decision, command)


async def _answer(world: World, what: str) -> None:
    """As soon as it is asked for."""
    while not (found := (await world.stores["registration"].find(Effect, {"decision": known(what)})).items):
        await asyncio.sleep(0.002)
    answer: dict[str, Any] = {"answer": "accepted"}
    if what == REFUSED:
        answer = {"answer": "refused", "reason": {"en": "The hall is closed."}}
    asked = AnswerEffect(id=known(f"answer {what}"), at=MORNING, effect=found[0].id, **answer)
    await insist(world, "registration", answer_effect, asked)


async def _ends(world: World) -> dict[str, Any]:
    """All that is kept of it, and how often each event was said."""
    end: dict[str, Any] = {}
    for name, kinds in KEPT.items():
        for kind in kinds:
            page: Any = await world.stores[name].find(kind, {}, limit=1000)
            end[f"{name}: {kind.kind}"] = {stored.id: asdict(stored.entity) for stored in page.items}
    said = {record.id: record.type for record in map(cloudevents.decode, await everything(world.log))}
    return end | {"said": Counter(said.values())}


def differ(end: dict[str, Any], untroubled: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Where they do, at most a few levels down."""
    found: list[tuple[Any, ...]] = []
    waiting: list[tuple[Any, ...]] = [("", end, untroubled)]
    while waiting:
        *where, one, other = waiting.pop()
        if isinstance(one, dict) and isinstance(other, dict):
            waiting += [(*where, key, one.get(key), other.get(key)) for key in {*one, *other}]
        elif one != other:
            found.append((*where, one, other))
    return found


def must_be_right(end: dict[str, Any]) -> None:
    """As it should be where nobody is killed: what the others are compared with."""
    effects = {each["decision"]: each for each in end["registration: effects"].values()}
    assert len(effects) == len(end["registration: effects"]) == len(DECIDED)
    states = {what: effects[known(what)]["state"] for what in DECIDED}
    assert states == {"called": "carried_out", "online": "carried_out", "put off": "refused"}
    known_of = {each["decision"]: each["stands"] for each in end["minutes: effect"].values()}
    assert known_of == {known(what): state for what, state in states.items()}
    gatherings = end["registration: gatherings"]
    assert gatherings.keys() == {GATHERING, NEXT, effects[known("called")]["made"]}
    assert (gatherings[NEXT]["mode"], len(gatherings[NEXT]["proposals"])) == ("online", 1)
    told = [each["template"] for each in end["notifications: notifications"].values()]
    assert told.count("effect-asked") == len(DECIDED)
    assert end["said"]["effect.asked.v1"] == len(DECIDED)
    assert end["said"]["effect.carried-out.v1"] == 2


@pytest.mark.parametrize("name", KEPT)
def test_killed_at_each_point_it_ends_the_same(name: str, there: Path, tmp_path: Path) -> None:
    counted = Counted()
    untroubled = decided(there, tmp_path / "untroubled", name, counted)
    must_be_right(untroubled)
    died = Counter[str]()
    for point, times in sorted(counted.passed.items()):
        for nth in range(1, times + 1):
            fuse, folder = Fuse(point, nth), tmp_path / f"{point}-{nth}"
            assert differ(decided(there, folder, name, fuse), untroubled) == [], (point, nth)
            died[point] += fuse.blown
            shutil.rmtree(folder)
    assert [point for point in counted.passed if not died[point]] == [], "at each point it died"
