"""What became of an edition was told to those responsible for it. Whom that is, this file says by itself, and not by the rules.

The log orders no two things, so only who surely was responsible must have been told: who had a role before it was said, and has
it still. Who noted it knows it.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid5

from plenary.verify.announced import Concerned
from plenary.verify.finding import Finding
from plenary.verify.telling import Telling
from services.notifications.mirrors import Person
from services.notifications.notifications.model import FAILED, Notification
from shared.contracts import Event, Record
from shared.contracts.editions import (
    EditionLapsed,
    EditionPlanned,
    EditionPostponed,
    RequirementStated,
)
from shared.contracts.grants import RoleGranted, RoleRevoked
from shared.contracts.series import SeriesAmended, SeriesMandated


def edition_template_of(event: Event | None) -> str:
    """How they are told of it; empty where nobody must be."""
    match event:
        case EditionPlanned(again=True, quiet=False):
            return "edition-planned"
        case EditionLapsed(quiet=False):
            return "edition-lapsed"
        case EditionPostponed(quiet=False):
            return "edition-postponed"
        case RequirementStated(quiet=False):
            return "edition-requirement"
    return ""


class Said(NamedTuple):
    """What became of an edition, and by whom it was noted."""

    cause: UUID
    at: datetime
    template: str
    edition: UUID
    by: UUID | None


@dataclass(slots=True)
class Responsible:
    """Fed with every record. `mandates`: of a series each role that ever was responsible, and since when (None: no more)."""

    said: list[Said] = field(default_factory=list)
    series: dict[UUID, UUID] = field(default_factory=dict)
    mandates: dict[UUID, dict[str, datetime | None]] = field(default_factory=lambda: defaultdict(dict))
    holders: dict[str, dict[UUID, Concerned]] = field(default_factory=lambda: defaultdict(dict))

    def hear(self, record: Record) -> None:
        """What became of an edition, whose it is, and who has which role."""
        event = record.event
        if template := edition_template_of(event):
            self.said.append(Said(record.id, record.at, template, record.key, getattr(event, "by", None)))
        match event:
            case EditionPlanned():
                self.series[record.key] = event.series
            case SeriesMandated() | SeriesAmended():
                self._mandate(record.at, event)
            case RoleGranted():
                self.holders[event.held][event.person] = Concerned(event.person, record.at)
            case RoleRevoked():
                self.holders[event.held][event.person] = Concerned(event.person)

    def _mandate(self, at: datetime, event: SeriesMandated | SeriesAmended) -> None:
        there = self.mandates[event.series]
        now = {f"chair:{event.body}", f"focal-point:{event.issuer}", f"focal-point:{event.secretariat}"}
        there |= dict.fromkeys(there.keys() - now)
        there |= {role: there.get(role) or at for role in now}

    async def check(self, telling: Telling, finding: Finding) -> int:
        """Notes who was not told, and mails that are wrong; returns how many are told."""
        return sum([await self._one(telling, finding, each) for each in self.said])

    async def _one(self, telling: Telling, finding: Finding, said: Said) -> int:
        everybody = self._everybody(said)
        ids = {uuid5(said.cause, f"{said.template}/{person}"): person for person in everybody}
        found = await telling.documents.many(Notification, list(ids))
        people = await telling.documents.many(Person, list(everybody))
        what = f"{said.template} {said.cause} of {said.edition}"
        for id, person in ids.items():
            told, reader = found.get(id), people.get(person)
            if told:
                telling.posted(told.entity, erased=bool(reader and reader.entity.erased))
            if told is None and everybody[person] and id not in telling.documents.damaged:
                finding.note([f"{what} was not told to {person}"])
            elif told and (told.entity.recipient, told.entity.cause) != (person, said.cause):
                finding.note([f"notification {id} tells of another event, or another person"])
            elif told and told.entity.state in FAILED:
                finding.note([f"{person} was never told of {said.template} {said.cause}: {told.entity.state}"])
        finding.counts["told to those responsible"] += len(found)
        return len(found)

    def _everybody(self, said: Said) -> dict[UUID, bool]:
        """Who ever had a role that may be meant; and whether they surely were responsible then."""
        roles: dict[str, datetime | None] = {"secretariat": datetime.min.replace(tzinfo=said.at.tzinfo)}
        if said.edition in self.series:
            roles |= self.mandates[self.series[said.edition]]
        there: dict[UUID, bool] = {}
        for role, since in roles.items():
            for person, one in self.holders[role].items():
                surely = bool(since and since < said.at and one.since and one.since < said.at)
                there[person] = (there.get(person, False) or surely) and person != said.by
        return there
