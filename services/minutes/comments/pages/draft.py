"""What the pages of a review show of the draft, of its meeting, and of who approves it."""

from typing import Any
from uuid import UUID

from fastapi import Request

from services.minutes.comments import queries
from services.minutes.comments.shown import paragraphs
from services.minutes.mirrors.model import Gathering, Person
from services.minutes.proceedings.queries import proceedings_of
from services.minutes.record.model import Minutes, State
from services.minutes.record.reader import Reader
from shared.errors import NotFound
from shared.flow import Read
from shared.flow.service import Service
from shared.store import Store, Stored
from shared.web import Pages, reader_language

html = Pages("services.minutes.comments")

TROUBLES = (
    *("comments-closed", "enough", "no-approver", "changed", "not-closed", "already-approved", "already-published"),
    *("has-approvers", "stale", "other"),
)
"""Why something cannot be done, as far as it is said in words of its own."""


async def minutes_of(store: Store, gathering: UUID) -> Stored[Minutes]:
    """The minutes. Raises NotFound."""
    if stored := await store.get(Minutes, gathering):
        return stored
    raise NotFound("There are no such minutes here.")


async def draft(
    request: Request, store: Store, minutes: Stored[Minutes], *, whole: bool, person: UUID | None = None
) -> dict[str, Any]:
    """The draft with all comments, or with those of a `person` alone; `whole`: with what is not public, and
    with every action; else with those alone that the person answers for."""
    read, it = Read(store), minutes.entity
    about = await read.maybe(Gathering, it.id) or Gathering(it.id)
    reader = Reader.of(reader_language(request), about.time_zone)
    told = await proceedings_of(read, it, keeper=whole)
    comments = await queries.comments_of(read, it.id, person)
    people = {} if person else await read.many(Person, [each.facts.person for each in comments])
    actions = await queries.actions_of(read, it.id, None if whole else person)
    service: Service = request.app.state.service
    return {
        "gathering": it.id,
        "version": minutes.version,
        "minutes": it,
        "title": reader.words(about.title),
        "until": reader.moment(it.comments_until) if it.comments_until else None,
        "takes": it.state is State.IN_REVIEW and it.comments_until is not None and service.clock() < it.comments_until,
        "paragraphs": paragraphs(told, actions, comments, reader, people),
        "approvals": await _approvals(read, it, reader),
        "zone": about.time_zone,
    }


async def _approvals(read: Read, minutes: Minutes, reader: Reader) -> list[dict[str, Any]]:
    people = await read.many(Person, minutes.approvers)
    given = {each.person: reader.moment(each.at) for each in minutes.approvals}
    names = {each: (people[each].name or "") if each in people else "" for each in minutes.approvers}
    gone = {id for id, each in people.items() if each.erased}
    return [{"person": each, "name": names[each], "at": given.get(each), "gone": each in gone} for each in names]
