"""A paragraph that was typed as a suggestion, a criticism or a solution is settled: it is brought forward."""

from collections.abc import Iterable
from typing import Any, get_args

from services.minutes.contributions.model import Contribution, MakeContribution
from services.minutes.paragraphs.model import Paragraph, thing_of
from shared.contracts import Record
from shared.contracts.contributions import ContributionKind, Proposal
from shared.contracts.paragraphs import ParagraphSettled
from shared.flow import Change, Read


async def make_settled(record: Record, read: Read) -> Iterable[Change[Any]]:
    """The contribution that it says, from whoever spoke. Its id is made of the paragraph's: it is one for ever."""
    event = record.event
    if not isinstance(event, ParagraphSettled) or event.mark not in get_args(ContributionKind):
        return []
    if await read.maybe(Contribution, thing_of(event.paragraph)):
        return []
    paragraph = await read.one(Paragraph, event.paragraph)
    said = {
        "contribution_kind": event.mark,
        "said_in": event.said_in,
        "item": event.item,
        "people": [event.speaker] if event.speaker else [],
        "organizations": [event.organization] if event.organization and not event.speaker else [],
    }
    asked = MakeContribution(
        id=thing_of(paragraph.id),
        at=paragraph.begun_at,  # of many that are settled at once the first that was said comes first
        gathering=event.gathering,
        facts=Proposal.model_validate(said),
        words=paragraph.told,
    )
    return [Change(*Contribution.made(asked))]
