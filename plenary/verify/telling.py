"""Who was told of what: every event that must be told with its notification, and every file with the one whose mail it is."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from uuid import UUID

from plenary.verify.documents import TOGETHER, Documents, groups
from plenary.verify.finding import Finding
from plenary.verify.mails import Case, Cause, misplaced, outcomes, unlike, unsent, untold
from plenary.verify.projections import given_up
from services.notifications.mirrors import STANDINGS, Gathering, Person
from services.notifications.notifications.model import Notification
from shared.store import Range


@dataclass(slots=True)
class Telling:
    """Fed with the causes of one partition after the other. `folder`: of the mails, where there is no mail server."""

    documents: Documents
    folder: Path
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    told: Finding = field(default_factory=lambda: Finding("each event to be told has exactly one notification"))
    ends: Finding = field(default_factory=lambda: Finding("everybody was told, or there is a reason why not"))
    mails: Finding = field(default_factory=lambda: Finding("each notification that was sent has exactly one mail"))

    @property
    def findings(self) -> list[Finding]:
        return [self.told, self.ends, self.mails]

    async def check(self, causes: list[Cause]) -> None:
        """All causes of some things, those of each in the order in which they happened."""
        self.told.counts["events to be told"] += sum(each.notification is not None for each in causes)
        some: list[Cause] = []
        for _, line in groupby(sorted(causes, key=_thing), key=_thing):
            some += line
            if len(some) >= TOGETHER:
                await self._check(some)
                some = []
        if some:
            await self._check(some)

    async def _check(self, causes: list[Cause]) -> None:
        found = await self.documents.many(Notification, [each.notification for each in causes if each.notification])
        people = await self.documents.many(Person, list({each.person for each in causes}))
        gatherings = await self.documents.many(Gathering, list({each.gathering for each in causes if each.gathering}))
        cases = []
        for cause in causes:
            stored = found.get(cause.notification) if cause.notification else None
            notification = stored.entity if stored else None
            if cause.notification in self.documents.damaged:
                continue
            if cause.notification and notification is None and await self._given_up(cause):
                self.told.counts.update({"events to be told": -1, "given up": 1})
            elif cause.notification:
                self.told.note(untold(cause, notification))
            if notification or not cause.notification:
                person, gathering = people.get(cause.person), cause.gathering and gatherings.get(cause.gathering)
                erased, ends_at = bool(person and person.entity.erased), gathering.entity.ends_at if gathering else None
                cases.append(Case(cause, notification, erased, ends_at))
        self._judge(cases)

    async def _given_up(self, cause: Cause) -> bool:
        """Whether an operator discarded the event: then nobody was to be told."""
        mirrors = await self.documents.many(STANDINGS[cause.topic], [cause.about])
        return cause.event in given_up(mirrors.get(cause.about))

    def _judge(self, cases: Iterable[Case]) -> None:
        for _, line in groupby(cases, key=lambda it: _thing(it.cause)):
            of_one = list(line)
            for outcome in outcomes(of_one, self.now):
                if outcome.what:
                    self.ends.counts[outcome.what] += 1
                self.ends.note([outcome.fault] if outcome.fault else [])
            for case in of_one:
                if case.notification is not None:
                    self.posted(case.notification, erased=case.erased)

    def posted(self, notification: Notification, *, erased: bool) -> None:
        """Compare a notification with its mail."""
        self.mails.note(unsent(notification, self.folder / f"{notification.id}.eml", erased))
        self.mails.counts[notification.state.value.replace("_", " ")] += 1

    async def nothing_besides(self, to_everybody: int = 0) -> None:
        """No notification without a cause (`to_everybody`: of what is announced), no mail without a notification."""
        besides = to_everybody + await self._repeats()
        there, wanted = await self.documents.count(Notification) - besides, self.told.counts["events to be told"]
        if there > wanted:
            self.told.note([f"notifications: {there - wanted} of {there} tell of no event"])
        files = sorted(self.folder.glob("*.eml")) if self.folder.is_dir() else []
        for some in groups(files):
            await self._files(some)
        self.mails.counts["files"] += len(files)

    async def _repeats(self) -> int:
        """Compare what was sent again by hand with what it repeats, and with its mail; how many there are."""
        repeats = [stored.entity async for stored in self.documents.all(Notification, {"repeats": Range()})]
        for some in groups(repeats):
            sent = await self.documents.many(Notification, list({id for each in some if (id := each.repeats)}))
            people = await self.documents.many(Person, list({each.recipient for each in some}))
            for each in (each for each in some if each.repeats not in self.documents.damaged):
                first, reader = sent.get(each.repeats or each.id), people.get(each.recipient)
                self.told.note(unlike(each, first.entity if first else None))
                self.posted(each, erased=bool(reader and reader.entity.erased))
        self.told.counts["sent again"] += len(repeats)
        return len(repeats)

    async def _files(self, files: list[Path]) -> None:
        ids = {file: _id_of(file) for file in files}
        found = await self.documents.many(Notification, [id for id in ids.values() if id])
        people = await self.documents.many(Person, list({each.entity.recipient for each in found.values()}))
        for file, id in ((file, id) for file, id in ids.items() if id not in self.documents.damaged):
            notification = found[id].entity if id in found else None
            person = people.get(notification.recipient) if notification else None
            self.mails.note(misplaced(file, notification, bool(person and person.entity.erased)))


def _thing(cause: Cause) -> tuple[str, UUID]:
    return cause.topic, cause.about


def _id_of(file: Path) -> UUID | None:
    """The notification whose mail it is; the name says it, as it is written and not otherwise."""
    try:
        id = UUID(file.stem)
    except ValueError:
        return None
    return id if file.stem == str(id) else None
