"""What happens when somebody comments on a draft, and when that is settled."""

from typing import Any
from uuid import UUID

from services.minutes.actions.model import Action
from services.minutes.agenda.model import AgendaItem
from services.minutes.comments.model import MOST, Comment, ForgetComment, MakeComment, SettleComment
from services.minutes.comments.queries import answers_for
from services.minutes.contributions.model import Contribution
from services.minutes.decisions.model import Decision
from services.minutes.mirrors.model import Person
from services.minutes.record.model import Minutes
from services.minutes.reviews.model import Review
from services.minutes.statements.model import Statement
from shared.contracts.comments import About, Remark
from shared.contracts.reviews import ReviewFacts
from shared.errors import Conflict, Invalid
from shared.flow import Change, Read

THINGS: dict[About, type[Any]] = {
    "item": AgendaItem,
    "statement": Statement,
    "contribution": Contribution,
    "decision": Decision,
    "action": Action,
}
"""What a paragraph can tell of, beside the minutes as a whole."""


async def make_comment(command: MakeComment, read: Read) -> Change[Comment]:
    """In time, by somebody who is asked, on a paragraph that is there. Asked twice, it answers with the one that is there.

    Raises Conflict: "comments-closed", "enough".
    """
    if there := await read.maybe(Comment, command.id):
        return Change(there)
    facts = (await read.one(Review, command.review)).facts
    (await read.one(Minutes, facts.gathering)).must_take_comments(command.at)
    person = await read.one(Person, facts.person)
    if person.erased:
        raise Conflict("Whoever was asked was erased.", code="comments-closed")
    await _must_be_there(read, facts, command.facts)
    if await read.count(Comment, {"gathering": facts.gathering, "person": facts.person}) >= MOST:
        raise Conflict(f"Of one person at most {MOST} comments are kept.", code="enough")
    return Change(*Comment.made(command, facts.gathering, facts.person))


async def _must_be_there(read: Read, asked: ReviewFacts, remark: Remark) -> None:
    """Raises Invalid for a paragraph that these minutes do not have; what is not public, and actions
    that somebody else answers for, only approvers read."""
    if remark.about == "minutes" and remark.thing is None:
        return
    kind = THINGS.get(remark.about)
    thing = await read.maybe(kind, remark.thing) if kind and remark.thing else None
    seen = thing and (asked.approves or await _theirs(read, asked.person, thing))
    if thing is None or thing.facts.gathering != asked.gathering or not seen:
        raise Invalid.at("There is no such paragraph in these minutes.", "thing")


async def _theirs(read: Read, person: UUID, thing: Any) -> bool:
    """Everybody who is asked reads it, or this person does."""
    if isinstance(thing, Action):
        return await answers_for(read, person, thing.facts)
    return bool(getattr(thing.facts, "public", True))


async def settle_comment(command: SettleComment, read: Read) -> Change[Comment]:
    """It is said what comes of it; said again, that is so already."""
    comment = await read.one(Comment, command.comment)
    return Change(comment, comment.settle(command))


async def forget_comment(command: ForgetComment, read: Read) -> Change[Comment]:
    """Whoever made it was erased."""
    comment = await read.one(Comment, command.comment)
    return Change(comment, silent=comment.forget())
