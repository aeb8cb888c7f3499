"""A paragraph that was typed as a statement is settled: it stands among the statements."""

from collections.abc import Iterable
from typing import Any

from services.minutes.paragraphs.model import Paragraph, thing_of
from services.minutes.statements.model import RecordStatement, Statement
from services.minutes.statements.queries import turn_of
from shared.contracts import Record
from shared.contracts.paragraphs import ParagraphSettled
from shared.contracts.statements import Occasion, Speech
from shared.flow import Change, Read


async def record_settled(record: Record, read: Read) -> Iterable[Change[Any]]:
    """The statement that it says, in summary, in the place where it was typed. Its id is made of the paragraph's: it is one.

    That the minutes took it was asked when it was settled: approved in the moment between, they have it nevertheless.
    """
    event = record.event
    if not isinstance(event, ParagraphSettled) or event.mark != "statement":
        return []
    if await read.maybe(Statement, thing_of(event.paragraph)):
        return []
    paragraph = await read.one(Paragraph, event.paragraph)
    facts = Speech(
        manner="summary",
        said_in=event.said_in,
        item=event.item,
        speaker=event.speaker,
        organization=event.organization,
        said_at=paragraph.begun_at,
    )
    asked = RecordStatement(
        id=thing_of(paragraph.id),
        at=record.at,
        occasion=Occasion(gathering=event.gathering),
        facts=facts,
        words=paragraph.told,
    )
    return [Change(*Statement.recorded(asked, turn_of(event.turn)))]
