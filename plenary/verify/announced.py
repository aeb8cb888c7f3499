"""What became of a gathering was told to everybody concerned. Whom that is, this file says by itself, and not by the rules.

The log orders no two things, so only who was surely concerned must have been told: who held a place, or waited for one or for an
answer, before it was said, and does so still; and who was invited before it, and has not answered. Each is told once.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from uuid import UUID, uuid5

from plenary.verify.documents import groups
from plenary.verify.finding import Finding
from plenary.verify.telling import Telling
from services.notifications.mirrors import Person
from services.notifications.notifications.model import FAILED, Notification
from shared.contracts import Event, Record
from shared.contracts.final_statements import FinalStatementAdopted
from shared.contracts.gatherings import (
    GatheringAnnounced,
    GatheringCancelled,
    GatheringChanged,
    GatheringPostponed,
    GatheringRescheduled,
)
from shared.contracts.invitations import (
    DelegationNamed,
    InvitationAccepted,
    InvitationExpired,
    InvitationMoved,
    InvitationSent,
    InvitationTentative,
)
from shared.contracts.minutes import MinutesCorrected, MinutesPublished
from shared.contracts.programme import ProgrammePublished
from shared.contracts.registrations import (
    AddressConfirmed,
    RegistrationApplied,
    RegistrationCancelled,
    RegistrationConfirmed,
    RegistrationFacts,
    RegistrationPromoted,
    RegistrationRejected,
    RegistrationWaitlisted,
    RegistrationWithdrawn,
    registration_id,
)

COMES = (RegistrationConfirmed, RegistrationWaitlisted)
GOES = (RegistrationWithdrawn, RegistrationCancelled, RegistrationRejected)
OF_INVITATION = (InvitationSent, InvitationMoved, InvitationExpired)
"""Another time to answer leaves an invitation as it stands."""
ASKED = (InvitationSent, InvitationTentative)
"""After these who is invited is concerned; an organization also once it sends delegates."""


OF_THOSE_WHO_COME = ("programme-changed", "final-statement-adopted")
"""What nobody is told who is invited alone."""

OF_CORRECTIONS: dict[str | None, str] = {
    None: "minutes-corrected",
    "corrected": "minutes-decision-corrected",
    "withdrawn": "minutes-decision-withdrawn",
    "adopted": "minutes-decision-adopted",
    "deferred": "minutes-decision-deferred",
}
"""What became of a decision in the minutes, and how that is told; an earlier release did not say what."""

OF_MINUTES = ("minutes-published", *OF_CORRECTIONS.values())
"""How whoever holds a place is told of the minutes."""


def template_of(event: Event | None) -> str:
    """How everybody is told of it; empty where nobody must be."""
    match event:
        case GatheringChanged(material=True):
            return "gathering-changed"
        case ProgrammePublished(material=True):
            return "programme-changed"
        case GatheringRescheduled():
            return "gathering-rescheduled"
        case GatheringPostponed():
            return "gathering-postponed"
        case GatheringAnnounced(again=True):
            return "gathering-announced"
        case GatheringCancelled():
            return "gathering-cancelled"
        case FinalStatementAdopted():
            return "final-statement-adopted"
    return _of_minutes(event)


def _of_minutes(event: Event | None) -> str:
    if isinstance(event, MinutesCorrected):
        return OF_CORRECTIONS[event.what]
    return "minutes-published" if isinstance(event, MinutesPublished) else ""


@dataclass(slots=True)
class Concerned:
    """Somebody who is registered, or invited; `since` when they are concerned, and when they hold a place (None: they do not)."""

    person: UUID
    since: datetime | None = None
    holds: datetime | None = None


@dataclass(slots=True)
class Announced:
    """Fed with every record; `check` then looks at the notifications."""

    said: dict[UUID, list[tuple[UUID, datetime, str]]] = field(default_factory=lambda: defaultdict(list))
    people: dict[UUID, dict[UUID, Concerned]] = field(default_factory=lambda: defaultdict(dict))
    invited: dict[UUID, dict[tuple[UUID, UUID], Concerned]] = field(default_factory=lambda: defaultdict(dict))

    def hear(self, record: Record) -> None:
        """What became of a gathering, and who is concerned by it."""
        event = record.event
        if template := template_of(event):
            self.said[record.key].append((record.id, record.at, template))
        if isinstance(event, RegistrationFacts):
            one = self.people[event.gathering].setdefault(record.key, Concerned(event.person))
            waits = isinstance(event, RegistrationApplied | AddressConfirmed) and event.reason == "to_be_approved"
            if isinstance(event, COMES) or waits:
                one.since = one.since or record.at
            elif isinstance(event, GOES):
                one.since = None
            holds = isinstance(event, RegistrationConfirmed | RegistrationPromoted)
            one.holds = (one.holds or record.at) if holds else None
        if isinstance(event, OF_INVITATION):
            self._invite(record, event)

    def _invite(self, record: Record, event: InvitationSent | InvitationMoved | InvitationExpired) -> None:
        """How each whom it is for stands after it: the person, or the focal points of now of an organization."""
        delegation = isinstance(event, InvitationAccepted | DelegationNamed) and event.person is None
        there = self.invited[event.gathering]
        now = (event.person,) if event.person else tuple(event.focal_points)
        for each in {*now, *(person for invitation, person in there if invitation == record.key)}:
            one = there.setdefault((record.key, each), Concerned(each))
            concerned = each in now and (delegation or isinstance(event, ASKED))
            one.since = (one.since or record.at) if concerned else None

    async def check(self, telling: Telling, finding: Finding) -> int:
        """Notes who was not told, and mails that are wrong; returns how many are told what everybody is."""
        there = 0
        for gathering, news in self.said.items():
            for cause, at, template in news:
                for some in groups(list(self._all(gathering, cause, template).items())):
                    said = (cause, at, f"{template} {cause} of {gathering}")
                    there += await self._some(telling, finding, said, dict(some))
        return there

    def _all(self, gathering: UUID, cause: UUID, template: str) -> dict[UUID, Concerned]:
        """By the notification by which they are told: who is registered, and who is invited and is not."""
        there = {uuid5(cause, f"{template}/{key}"): one for key, one in self.people[gathering].items()}
        if template in OF_MINUTES:  # they concern whoever holds a place
            return {id: Concerned(one.person, one.holds) for id, one in there.items()}
        if template in OF_THOSE_WHO_COME:
            return there
        asked = {
            uuid5(cause, f"{template}/{registration_id(gathering, one.person)}"): one for one in self._asked(gathering)
        }
        return asked | there

    def _asked(self, gathering: UUID) -> Iterator[Concerned]:
        """Everybody who is invited once, however many organizations they answer for."""
        by_person = groupby(sorted(self.invited[gathering].values(), key=_person), key=_person)
        for person, some in by_person:
            times = [one.since for one in some if one.since]
            yield Concerned(person, min(times, default=None))

    async def _some(
        self, telling: Telling, finding: Finding, news: tuple[UUID, datetime, str], ids: dict[UUID, Concerned]
    ) -> int:
        (cause, at, what), documents = news, telling.documents
        template = what.partition(" ")[0]
        found = await documents.many(Notification, list(ids))
        people = await documents.many(Person, [one.person for one in ids.values()])
        for told in found.values():
            reader = people.get(told.entity.recipient)
            telling.posted(told.entity, erased=bool(reader and reader.entity.erased))
        for id, one in ids.items():
            stored = found.get(id)
            if stored is None and one.since and one.since < at and id not in documents.damaged:
                finding.note([f"{what} was not told to {one.person}"])
            elif stored and (stored.entity.recipient, stored.entity.cause) != (one.person, cause):
                finding.note([f"notification {id} tells of another event, or another person"])
            elif stored and stored.entity.state in FAILED:
                finding.note([f"{one.person} was never told of {template} {cause}: {stored.entity.state}"])
        finding.counts["told to everybody"] += len(found)
        return len(found)


def _person(one: Concerned) -> UUID:
    return one.person
