"""What the minute taker sees: the agenda with what was typed on it, who is there, and what is still missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from services.minutes.actions.model import Action
from services.minutes.agenda.queries import Numbered, items_of, numbered
from services.minutes.contributions.model import Contribution, ContributionState
from services.minutes.course.model import Course
from services.minutes.course.queries import course_of
from services.minutes.decisions.model import Decision
from services.minutes.desk.queries import Room, room_of
from services.minutes.mirrors.model import Organization, Person
from services.minutes.paragraphs.model import BY_FORM, Paragraph, ParagraphState, thing_of
from services.minutes.paragraphs.queries import changed_since, paragraphs_of, unsettled
from services.minutes.proceedings.queries import Present, present
from services.minutes.taker.speaking import Speaking, speaking_of
from shared.flow import Read
from shared.store import Store, Stored

LISTED: Final = 100
"""So many things of which something is missing are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """Paragraphs by place, who is named in them, and the decisions that those typed as decisions became."""

    paragraphs: Sequence[Stored[Paragraph]]
    people: Mapping[UUID, Person]
    organizations: Mapping[UUID, Organization]
    decisions: Mapping[UUID, Decision]

    def open(self) -> list[Paragraph]:
        """Those that have a mark, and are not in the record yet."""
        return [each for each in self._typed() if each.facts.mark and thing_of(each.id) not in self.decisions]

    def to_settle(self) -> list[Paragraph]:
        """Those of them that only have to be put there."""
        return [each for each in self.open() if each.facts.mark not in BY_FORM]

    def to_decide(self) -> list[Paragraph]:
        """Those that the form of a decision waits for."""
        return [each for each in self.open() if each.facts.mark in BY_FORM]

    def unmarked(self) -> list[Paragraph]:
        """Those of which nobody has said what they are."""
        return [each for each in self._typed() if each.facts.mark is None]

    def _typed(self) -> list[Paragraph]:
        entities = [each.entity for each in self.paragraphs]
        return [each for each in entities if each.state is ParagraphState.TYPED]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that stands on the page. `open`: contributions of which nobody said what becomes of them; `ownerless`: actions."""

    agenda: Sequence[Numbered]
    typed: Typed
    there: Sequence[Present]
    speaking: Speaking
    room: Room
    open: Sequence[Contribution]
    ownerless: Sequence[Action]
    course: Course

    @property
    def in_hand(self) -> UUID | None:
        """The item that the meeting deals with now, if it is still on the agenda."""
        return self.course.now_of([each.item.id for each in self.agenda])


async def sheet_of(store: Store, gathering: UUID, *, settled: bool = True) -> Sheet:
    """As it is now. Without what is `settled` it says as well what is missing: a page that is open asks again and again, and has
    the rest."""
    read, here = Read(store), {"gathering": gathering}
    paragraphs = await (paragraphs_of if settled else unsettled)(read, gathering)
    owed = {**here, "owed": True, "person": None, "organization": None}
    undisposed = await read.find(Contribution, {**here, "state": ContributionState.OPEN}, limit=LISTED)
    return Sheet(
        agenda=numbered(await items_of(read, gathering)),
        typed=await _typed(read, paragraphs),
        there=await present(read, gathering),
        speaking=await speaking_of(store, gathering),
        course=await course_of(read, gathering),
        room=await room_of(store, gathering),
        open=[each.entity for each in undisposed.items],
        ownerless=[each.entity for each in (await read.find(Action, owed, limit=LISTED)).items],
    )


async def news_of(store: Store, gathering: UUID, since: datetime) -> Typed:
    """What was typed, settled or struck since then."""
    read = Read(store)
    return await _typed(read, await changed_since(read, gathering, since))


async def _typed(read: Read, paragraphs: Sequence[Stored[Paragraph]]) -> Typed:
    facts = [each.entity.facts for each in paragraphs]
    decisions = [thing_of(each.id) for each in paragraphs if each.entity.facts.mark in BY_FORM]
    return Typed(
        paragraphs=paragraphs,
        people=await read.many(Person, list({each.speaker for each in facts if each.speaker})),
        organizations=await read.many(Organization, list({each.organization for each in facts if each.organization})),
        decisions=await read.many(Decision, decisions),
    )
