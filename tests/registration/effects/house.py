"""Registration on a real store, which hears what minutes says of decisions and what it says itself: in any order, and often."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from services.registration import SERVICE
from services.registration.bodies.handlers import form_body
from services.registration.bodies.model import FormBody
from services.registration.effects.handlers import answer_effect
from services.registration.effects.model import AnswerEffect, Effect
from services.registration.gatherings.handlers import announce_gathering, draft_gathering
from services.registration.gatherings.model import Gathering
from services.registration.offices.handlers import list_office
from services.registration.offices.model import ListOffice
from services.registration.people.handlers import record_person
from shared.contracts import Message
from shared.contracts.bodies import BodyFacts
from shared.contracts.gatherings import Answer
from shared.contracts.offices import OfficeFacts, Term
from shared.contracts.registry import EVENTS
from shared.flow import Decide
from shared.flow.apply import Applier
from shared.flow.cloudevents import encode
from shared.flow.lanes import Item
from shared.flow.run import run
from shared.flow.service import documents
from shared.log import ConsumerRecord
from shared.store import Store, Stored
from tests.registration.effects.facts import BODY, DECISION, OFFICE, Told
from tests.registration.facts import draft, message, move, person
from tests.world.blank import opened
from tests.world.facts import GATHERING, MORNING
from tests.world.records import published


@dataclass
class House:
    """One process; `sent` is what lies on the log, `chance` says how often and in which order topics are heard."""

    store: Store
    chance: random.Random = field(default_factory=lambda: random.Random(0))
    sent: dict[UUID, list[ConsumerRecord]] = field(default_factory=dict)
    said: int = 0

    @classmethod
    async def open(cls, path: Path) -> "House":
        """With a gathering that is announced, of a body whose office somebody holds."""
        here = cls(await opened(path, documents(SERVICE)))
        await here.run(record_person, person(0))
        facts = BodyFacts(code="RBC", name={"en": "River Basin Council"}, members=[])
        await here.run(form_body, FormBody(**message(), body=BODY, facts=facts))
        term = OfficeFacts(body=BODY, title={"en": "Chair"}, terms=[Term(person(0).person)])
        await here.run(list_office, ListOffice(**message() | {"id": OFFICE}, facts=term))
        await here.run(draft_gathering, draft(body=BODY))
        await here.run(announce_gathering, move())
        return here

    async def run(self, handler: Decide[Any], command: Message) -> Stored[Any]:
        return await run(self.store, handler, command, committed=self._committed)

    async def say(self, event: Told) -> None:
        """Minutes says so of the decision, and everything is heard."""
        self.said += 1
        self._send(DECISION, published(DECISION, self.said, event))
        await self.settle()

    async def answer(self, answer: Answer = "accepted", **other: Any) -> Effect:
        """Of the last effect, and everything is heard."""
        [*_, effect] = await self.effects()
        reason = {} if answer == "accepted" else {"en": "The hall is closed."}
        command = AnswerEffect(**{**message(), "effect": effect.id, "answer": answer, "reason": reason, **other})
        await self.run(answer_effect, command)
        await self.settle()
        return await self.effect(effect.id)

    async def settle(self) -> None:
        """All that was ever sent is heard again, twice, topics in any order, until nobody says anything new."""
        applier, before = Applier(SERVICE, self.store, self._committed, self._state), -1
        while before != (before := sum(map(len, self.sent.values()))):
            keys = [*self.sent, *self.sent]
            self.chance.shuffle(keys)
            for key in keys:
                await applier.apply([Item(each) for each in self.sent[key]])

    async def effects(self) -> list[Effect]:
        page = await self.store.find(Effect, {"decision": DECISION}, sort="asked_at")
        return [stored.entity for stored in page.items]

    async def effect(self, id: UUID) -> Effect:
        stored = await self.store.get(Effect, id)
        assert stored
        return stored.entity

    async def gatherings(self) -> list[Gathering]:
        page = await self.store.find(Gathering, {})
        return [stored.entity for stored in page.items]

    async def gathering(self) -> Gathering:
        [it] = [each for each in await self.gatherings() if each.id == GATHERING]
        return it

    def types(self, *topics: str) -> list[str]:
        """What was said of these, by key."""
        return [name for each in self.sent.values() for name in map(_type, each) if name.split(".")[0] in topics]

    def _committed(self, document: Stored[Any]) -> None:
        for entry in document.outbox:
            if entry.data and entry.sequence > len(self.sent.get(document.id, ())):
                topic = EVENTS[entry.type].topic.name
                self._send(document.id, encode("registration", topic, document.id, entry))

    def _send(self, key: UUID, sent: Any) -> None:
        there = self.sent.setdefault(key, [])
        there.append(ConsumerRecord(sent.topic, 0, len(there) + 1, sent.key, sent.value, sent.headers, MORNING))

    async def _state(self, record: object) -> None:
        """Of people nothing is asked here."""


def _type(record: ConsumerRecord) -> str:
    return dict(record.headers)["ce_type"].decode()


def kinds(effects: Sequence[Effect]) -> list[str]:
    """How each stands."""
    return [each.state.value for each in effects]
