"""What becomes of minutes, as it is asked and as the gathering goes on."""

from collections.abc import Iterable, Mapping
from typing import Any

from services.minutes.record.model import AdoptAgenda, Minutes, PublishMinutes
from services.minutes.record.review import CHANGES, ask_again
from shared.contracts import Event, Record
from shared.contracts.addresses import numbered, slug_of
from shared.contracts.decisions import DecisionAdopted, DecisionCorrected, DecisionDeferred, DecisionWithdrawn
from shared.contracts.gatherings import GatheringAdjourned, GatheringAnnounced, GatheringConvened
from shared.contracts.minutes import Became
from shared.contracts.statements import StatementCorrected, StatementWithdrawn
from shared.flow import Change, Hear, Read


async def publish_minutes(command: PublishMinutes, read: Read) -> Change[Minutes]:
    """Everybody may read the record. Asked again, it is so already."""
    minutes = await read.one(Minutes, command.gathering)
    if minutes.published:
        return Change(minutes)
    return Change(minutes, minutes.publish(command.at))


async def adopt_agenda(command: AdoptAgenda, read: Read) -> Change[Minutes]:
    """The gathering agreed to its agenda. Asked again, it did so already."""
    minutes = await read.one(Minutes, command.gathering)
    if minutes.agenda_adopted_at:
        return Change(minutes)
    return Change(minutes, minutes.adopt_agenda(command.at))


async def draw_up_minutes(record: Record, read: Read) -> Iterable[Change[Any]]:
    """A gathering was announced: it will have minutes."""
    minutes, events = await _minutes_of(record, read)
    return [Change(minutes, *events)] if events else []


async def open_minutes(record: Record, read: Read) -> Iterable[Change[Any]]:
    """The gathering went into session: from here decisions are recorded."""
    minutes, events = await _minutes_of(record, read)
    if not isinstance(record.event, GatheringConvened) or minutes.opened_at or minutes.closed_at:
        return []
    return [Change(minutes, *events, minutes.open(record.event.convened_at))]


async def close_minutes(record: Record, read: Read) -> Iterable[Change[Any]]:
    """The session ended: nothing is added to what was said."""
    minutes, events = await _minutes_of(record, read)
    if not isinstance(record.event, GatheringAdjourned) or minutes.closed_at:
        return []
    return [Change(minutes, *events, minutes.close(record.event.adjourned_at))]


async def _minutes_of(record: Record, read: Read) -> tuple[Minutes, tuple[Event, ...]]:
    """The minutes of the gathering that the record is about, and the event that drew them up if they are new."""
    minutes = await read.maybe(Minutes, record.key)
    if minutes:
        return minutes, ()
    told = record.event if isinstance(record.event, GatheringAnnounced) else None
    address = (told.slug or slug_of(told.title)) if told else ""
    minutes, event = Minutes.drawn_up(record.key, await _free(read, address))
    return minutes, (event,)


async def _free(read: Read, slug: str) -> str:
    """The first of `slug`, `slug-2`, … that no other has. A hint: the claim of the minutes decides."""
    n = 1
    while slug and (await read.find(Minutes, {"slug": numbered(slug, n)}, limit=1)).items:
        n += 1
    return slug and numbered(slug, n)


async def note_correction(record: Record, read: Read) -> Iterable[Change[Any]]:
    """A decision was corrected or withdrawn: whoever reads the published record is told so there."""
    event = record.event
    if not isinstance(event, DecisionCorrected | DecisionWithdrawn):
        return []
    minutes = await read.maybe(Minutes, event.gathering)
    if minutes is None or not minutes.published:
        return await ask_again(record, read)  # nobody has read it yet: the decision itself shows what it said
    if isinstance(event, DecisionCorrected):
        return [Change(minutes, minutes.correct(event.decision, "corrected", event.corrected_at))]
    return [Change(minutes, minutes.correct(event.decision, "withdrawn", event.withdrawn_at))]


async def note_silence(record: Record, read: Read) -> Iterable[Change[Any]]:
    """What was circulated came to something: the same, and where nobody reads the record yet, its approvers are asked again."""
    event = record.event
    if not isinstance(event, DecisionAdopted | DecisionDeferred):
        return []
    minutes = await read.maybe(Minutes, event.gathering)
    if minutes is None or not minutes.published:
        return await ask_again(record, read)
    if event.reply_by is None:
        return []  # taken at the table, before there was anything to read
    came: Became = "adopted" if isinstance(event, DecisionAdopted) else "deferred"
    return [Change(minutes, minutes.correct(event.decision, came, record.at))]


async def note_statement(record: Record, read: Read) -> Iterable[Change[Any]]:
    """The same of a statement that everybody reads, or could until now."""
    event = record.event
    if not isinstance(event, StatementCorrected | StatementWithdrawn) or event.gathering is None:
        return []
    minutes = await read.maybe(Minutes, event.gathering)
    if minutes is None or not minutes.published:
        return await ask_again(record, read)
    if not (event.public or (isinstance(event, StatementCorrected) and event.was_public)):
        return []
    at = event.corrected_at if isinstance(event, StatementCorrected) else event.withdrawn_at
    return [Change(minutes, minutes.correct_statement(event.statement, at))]


ON: Mapping[type[Event], Hear] = {
    **dict.fromkeys(CHANGES, ask_again),
    GatheringAnnounced: draw_up_minutes,
    GatheringConvened: open_minutes,
    GatheringAdjourned: close_minutes,
    DecisionCorrected: note_correction,
    DecisionWithdrawn: note_correction,
    DecisionAdopted: note_silence,
    DecisionDeferred: note_silence,
    StatementCorrected: note_statement,
    StatementWithdrawn: note_statement,
}
