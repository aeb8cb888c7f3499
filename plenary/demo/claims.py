"""The last step: what the log tells of the gathering from beginning to end, whatever happened on the way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from plenary.demo.show import done, must
from plenary.demo.stage import SEATS, Stage


@dataclass(slots=True)
class Told:
    """The events of one gathering's registrations, each once: type -> registration -> data."""

    events: dict[str, dict[str, Mapping[str, Any]]] = field(default_factory=dict)

    def hear(self, event: Mapping[str, Any]) -> None:
        """Repeats change nothing."""
        self.events.setdefault(event["type"], {})[event["subject"]] = event["data"]

    def of(self, name: str) -> dict[str, Mapping[str, Any]]:
        return self.events.get(f"registration.{name}.v1", {})


def claims(told: Told, guests: int) -> Iterable[tuple[bool, str]]:
    """Each claim of the demo about places, and whether it holds."""
    confirmed, waitlisted, promoted = told.of("confirmed"), told.of("waitlisted"), told.of("promoted")
    cancelled = told.of("cancelled")
    seats = sorted(each["seat"] for each in confirmed.values())
    ranks = {registration: each["rank"] for registration, each in waitlisted.items()}
    yield seats == list(range(1, SEATS + 1)), f"{SEATS} were confirmed with distinct seats"
    yield len(ranks) == guests - SEATS, f"{guests - SEATS} were put on the waiting list"
    yield len(set(ranks.values())) == len(ranks), "each rank was given once"
    tickets = {each["ticket"] for each in confirmed.values()}
    yield not tickets & set(ranks.values()), "nobody's rank is another's ticket"
    yield len(cancelled) == 1 and set(cancelled) <= set(confirmed), "one who held a seat was cancelled"
    yield len(promoted) == 1, "one was promoted"
    first = min(ranks, key=lambda registration: ranks[registration], default="")
    yield set(promoted) == {first}, "it was the first who waited"
    freed = {confirmed[each]["seat"] for each in cancelled}
    yield freed == {each["seat"] for each in promoted.values()}, "into the seat that became free"


async def check(stage: Stage) -> None:
    """Every claim, from the events on the log of delegates. Raises `Failure` with the first that does not hold."""
    told = await _told(stage)
    for holds, claim in claims(told, len(stage.house.guests)):
        must(holds, claim)
    done(f"the log says the same: {SEATS} seats, {len(told.of('waitlisted'))} ranks, the first of them promoted")


async def promoted(stage: Stage) -> UUID:
    """Who was promoted first."""
    return UUID(next(iter((await _told(stage)).of("promoted"))))


async def _told(stage: Stage) -> Told:
    told = Told()
    topic = "plenary.registrations"
    async for event in stage.client.every("/registration/v1/events", topic=topic, limit=1000):
        if (event["data"]["gathering"], event["data"]["category"]) == (str(stage.gathering), "delegate"):
            told.hear(event)
    return told
