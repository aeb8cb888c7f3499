"""A programme as it was published last: what people rely on, and what is different since."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.states import GatheringState
from services.registration.programme.model import OVER, Part
from shared.contracts import Message
from shared.contracts.organizations import Text
from shared.contracts.programme import PartFacts, ProgrammeFacts, ProgrammePublished
from shared.errors import Conflict
from shared.locale import LANGUAGES, choose


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishProgramme(Message):
    """People may rely on the programme as it is now; who is registered is told what is different from the one before."""

    gathering: UUID


@dataclass(frozen=True, slots=True)
class Published:
    """A session as it was published."""

    part: UUID
    facts: PartFacts

    @property
    def where(self) -> tuple[datetime, datetime, Text]:
        """What who comes to it goes by."""
        return self.facts.starts_at, self.facts.ends_at, self.facts.room


@dataclass(slots=True, kw_only=True)
class Programme:
    """Of the gathering whose id it has. `number`: how often it was published, and `at` when last; 0 before the first time.

    `facts`: what was different then. `parts`: the sessions as they were published.
    """

    kind: ClassVar[str] = "programmes"

    id: UUID
    number: int = 0
    at: datetime | None = None
    facts: ProgrammeFacts = field(default_factory=ProgrammeFacts)
    parts: list[Published] = field(default_factory=list)

    def different(self, parts: Sequence[Part]) -> ProgrammeFacts:
        """What these sessions, which stand now, have that was not published so; nothing before the first time."""
        before, now = {each.part: each for each in self.parts}, {each.id: _as_published(each) for each in parts}
        if not self.number:
            return ProgrammeFacts()
        return ProgrammeFacts(
            moved=_called(each for id, each in now.items() if id in before and each.where != before[id].where),
            withdrawn=_called(each for id, each in before.items() if id not in now),
            added=_called(each for id, each in now.items() if id not in before),
        )

    def is_as(self, parts: Sequence[Part]) -> bool:
        """Whether it was published as it is."""
        return bool(self.number) and self.parts == [_as_published(each) for each in parts]

    def publish(self, asked: PublishProgramme, parts: Sequence[Part], of: Gathering) -> ProgrammePublished | None:
        """None if it was published as it is. Raises Conflict of a draft ("wrong-state"), and once the gathering is over."""
        if of.state is GatheringState.DRAFT:
            raise Conflict("Announce the gathering first: nobody can know of its programme.", code="wrong-state")
        if of.state in OVER:
            raise Conflict(f"The gathering is {of.state}; its programme is history.", code="not-changeable")
        if self.is_as(parts):
            return None
        self.facts = self.different(parts)
        self.number, self.at, self.parts = self.number + 1, asked.at, [_as_published(each) for each in parts]
        material = bool(self.facts.moved or self.facts.withdrawn)
        return ProgrammePublished.of(self, gathering=self.id, material=material)


def _as_published(part: Part) -> Published:
    return Published(part.id, part.facts)


def _called(sessions: Iterable[Published]) -> Text | None:
    """Their titles in each language, in the order of their times; None for none."""
    found = sorted(sessions, key=lambda each: (each.facts.starts_at, str(each.part)))
    if not found:
        return None
    return {language: " · ".join(choose(each.facts.title, language) for each in found) for language in LANGUAGES}
