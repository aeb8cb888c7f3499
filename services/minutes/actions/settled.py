"""A paragraph that was typed as an action is settled: somebody is to do it, who is found later."""

from collections.abc import Iterable
from typing import Any

from services.minutes.actions.commands import RecordAction
from services.minutes.actions.handlers import record_action
from services.minutes.actions.model import Action
from services.minutes.paragraphs.model import Paragraph, thing_of
from shared.contracts import Record
from shared.contracts.actions import ActionFacts
from shared.contracts.paragraphs import ParagraphSettled
from shared.flow import Change, Read


async def record_settled(record: Record, read: Read) -> Iterable[Change[Any]]:
    """The action that it says, without an owner. Its id is made of the paragraph's: it is one for ever.

    Without the name of who said it, too: its text stands on the log.
    """
    event = record.event
    if not isinstance(event, ParagraphSettled) or event.mark != "action":
        return []
    if await read.maybe(Action, thing_of(event.paragraph)):
        return []
    paragraph = await read.one(Paragraph, event.paragraph)
    facts = ActionFacts(action_kind="action", text={event.said_in: paragraph.words}, gathering=event.gathering)
    asked = RecordAction(id=record.id, at=record.at, action=thing_of(paragraph.id), facts=facts, by=paragraph.by)
    return [await record_action(asked, read)]
