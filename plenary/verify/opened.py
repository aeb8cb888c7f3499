"""The stores and the log of an installation, opened to be read."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeAlias

from plenary.verify.documents import Documents
from plenary.verify.finding import Finding
from services.__main__ import SERVICES
from services.notifications.announcements.model import Announcement
from services.notifications.notifications import queries
from services.notifications.notifications.model import Notification, State
from services.process import open_log, open_store
from services.registration.files.folder import Folder
from shared.contracts.registry import TOPICS
from shared.flow import Definition
from shared.flow.catch_up import notes_of
from shared.flow.service import topics
from shared.log import BEAT, EventLog, TopicPartition
from shared.settings import Settings
from shared.store import Range, Stored

DEFINITIONS = tuple(SERVICES.values())
SENDING = timedelta(seconds=60)
"""No mail takes longer (`services.notifications.channels.mail`): who began it earlier and said nothing since has died."""
FIRST_LOOK, LOOK = 0.05, 0.5
"""Seconds between two looks: at first, as what is on its way is mostly there at once, and in the end."""

Ends: TypeAlias = dict[TopicPartition, int]


@dataclass(frozen=True, slots=True)
class Opened:
    """All that can be looked at. `mails`: where no mail server takes them; `files`: what people brought."""

    log: EventLog
    documents: dict[str, Documents]
    mails: Path
    files: Folder

    @classmethod
    @asynccontextmanager
    async def of(cls, settings: Settings) -> AsyncIterator["Opened"]:
        """Raises `Unavailable` for a store or log that is not there."""
        async with AsyncExitStack() as stack:
            log = await open_log(settings, read_only=True)
            stack.push_async_callback(log.close)
            documents: dict[str, Documents] = {}
            for definition in DEFINITIONS:
                store = await open_store(settings, definition, read_only=True)
                stack.push_async_callback(store.close)
                documents[definition.name] = Documents(definition.name, store)
            yield cls(log, documents, settings.data / "mails", Folder.of(settings))

    async def settle(self, say: Callable[[str], None], longest: float) -> list[Finding]:
        """Wait until nothing is on its way any more; what still is after `longest` seconds is a finding."""
        loop = asyncio.get_running_loop()
        until, told, pause = loop.time() + longest, "", FIRST_LOOK
        while True:
            before = await self.ends()
            lag, unsent = await self._lag(), await self._unsent()
            findings = [lag, await self._outboxes(), unsent]  # the way that everything goes: nothing slips past behind
            still = await self.still(before)
            if loop.time() > until or all(each.holds for each in (*findings, still)):
                return findings
            now = "; ".join(each.faults[0] for each in (*findings, still) if each.faults)
            if now != told:
                say(f"waiting: {now}")
            told = now
            await asyncio.sleep(pause)
            pause = min(2 * pause, LOOK)

    async def _lag(self) -> Finding:
        finding = Finding("every service has heard all that was published")
        for definition in DEFINITIONS:
            lags = [lag for topic in topics(definition) for lag in await self._lags(definition, topic)]
            behind, beyond = sum(lag for lag in lags if lag > 0), -sum(lag for lag in lags if lag < 0)
            finding.note([f"{definition.name} has {behind:,} records before it"] if behind else [])
            finding.note(
                [f"{definition.name} has heard {beyond:,} records that the log does not have"] if beyond else []
            )
            finding.counts["lag"] += behind
        return finding

    async def _lags(self, definition: Definition, topic: str) -> list[int]:
        """Of each partition; below 0 where the log has lost what was heard."""
        done = await self.log.committed(definition.name, topic)
        ends = await self.log.ends(topic)
        return [end - done.get(partition, 0) for partition, end in ends.items()]

    async def _outboxes(self) -> Finding:
        finding = Finding("every outbox is empty")
        for name, documents in self.documents.items():
            waiting = len(await documents.store.pending())
            finding.note([f"{name} has {waiting:,} documents with an outbox"] if waiting else [])
            finding.counts["outboxes"] += waiting
        return finding

    async def _unsent(self) -> Finding:
        """What waits for its next try is not on its way: by the schedule, or since a process died over it (after its lease).

        Nor is what waits behind that.
        """
        finding = Finding("no mail is on its way")
        documents = self.documents["notifications"]
        finding.note(await self._unspread(documents))
        queued = [stored async for stored in documents.all(Notification, {"state": State.QUEUED})]
        behind = sum(_queued_behind(line) for line in await queries.lines(documents.store, queued))
        many = await documents.store.count(Notification, {"state": State.QUEUED}) - behind
        begun = [stored async for stored in documents.all(Notification, {"state": State.SENDING})]
        now = datetime.now(UTC)  # the clock of whoever began it may have been ahead
        left = sum(abs(now - stored.entity.attempts[-1].began_at) > SENDING for stored in begun)
        many += len(begun) - left
        finding.note([f"{many:,} mails are to be sent"] if many else [])
        finding.counts["on their way"] += many
        if behind:
            finding.counts["waiting behind an earlier one of the same thing"] += behind
        if left:
            finding.counts["left by a process that died, to be sent again after their lease"] += left
        return finding

    async def _unspread(self, documents: Documents) -> list[str]:
        """What everybody is to be told, and was not gone through yet; that it is once more after a minute tells few or nobody."""
        due = {"due": Range(lte=datetime.now(UTC))}
        many = [each.entity.passes async for each in documents.all(Announcement, due)].count(0)
        return [f"{many:,} announcements are on their way to everybody"] if many else []

    async def dead_letters(self) -> Finding:
        """Keys that are behind, in any service."""
        finding = Finding("nobody is behind, and there is no dead letter")
        for definition in DEFINITIONS:
            for kind in notes_of(definition):
                async for stored in self.documents[definition.name].all(kind, {"behind": Range()}):
                    why = stored.behind.reason if stored.behind else ""
                    finding.counts["behind"] += 1
                    finding.note([f"{definition.name}: {kind.kind} {stored.id}: {why}"])
        return finding

    def readable(self) -> Finding:
        """What was met that cannot be read; nothing else is said of it. After everything else."""
        finding = Finding("every document can be read")
        for documents in self.documents.values():
            finding.note(documents.faults)
        return finding

    async def ends(self) -> Ends:
        """Where every partition ends now."""
        return {(topic.name, n): end for topic in TOPICS for n, end in (await self.log.ends(topic.name)).items()}

    async def still(self, before: Ends) -> Finding:
        """Whether the log stood still since `before`; what was found while somebody was at work may be of that moment only."""
        finding = Finding("nobody was at work while this was checked")
        finding.counts["new records"] = 0
        for (topic, partition), end in (await self.ends()).items():
            if end == before.get((topic, partition), 0):
                continue
            records = self.log.read(topic, partition, before.get((topic, partition), 0), end)
            new = [record async for record in records if not (record.key or b"").startswith(BEAT)]
            finding.counts["new records"] += len(new)
            finding.note([f"{topic}/{partition} got {len(new):,} records; run it again when nobody is"] if new else [])
        return finding


def _queued_behind(line: list[Stored[Notification]]) -> int:
    """How many of one thing's notifications wait for one that was begun before."""
    if line[0].entity.state is State.QUEUED:
        return 0
    return sum(each.entity.state is State.QUEUED for each in line)
