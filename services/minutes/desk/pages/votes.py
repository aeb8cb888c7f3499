"""A vote by name: each member's, by a table on a page of its own; what it comes to follows."""

from dataclasses import asdict
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.minutes.agenda.queries import items_of
from services.minutes.attendance.queries import quorum
from services.minutes.course.queries import course_of
from services.minutes.decisions.commands import RecordDecision
from services.minutes.decisions.handlers import record_decision
from services.minutes.desk.effects import decided_of, effect_form
from services.minutes.desk.pages.forms import NOTHING, Came, form_of, refusal, zone_of
from services.minutes.desk.typed import BY_NAME, typed_of
from services.minutes.desk.voters import voters_of, voters_shown
from services.minutes.mirrors.model import Gathering
from services.minutes.proceedings.shown import chosen, on_item
from services.minutes.record.api import keepers
from services.minutes.record.reader import Reader
from shared.errors import Conflict, Invalid
from shared.flow import Read
from shared.http import Documents, Routes
from shared.store import Store
from shared.web import Pages, reader_language
from shared.web.typed import Posted

routes = Routes(include_in_schema=False)
html = Pages("services.minutes.desk")


@routes.get("/gatherings/{gathering:uuid}/votes", dependencies=keepers)
async def get_votes_page(gathering: UUID, request: Request, store: Documents) -> Response:
    """The members, whoever is not there marked as absent."""
    return await _page(request, store, gathering)


@routes.post("/gatherings/{gathering:uuid}/votes", dependencies=keepers)
async def post_votes_page(gathering: UUID, request: Request, store: Documents, form: Posted) -> Response:
    """Record the vote, or say what is in the way."""
    voters = await voters_of(Read(store), gathering)
    members = [each.member for each in voters]
    motion = decided_of(form, await zone_of(store, gathering), voters=members)
    if motion is None or not voters:
        return await _page(request, store, gathering, Came(form, 422))
    try:
        await form.do(record_decision, RecordDecision(**form.do.message, gathering=gathering, facts=motion))
    except (Conflict, Invalid) as refused:
        return await _page(request, store, gathering, refusal(form, refused))
    return RedirectResponse(f"/minutes/gatherings/{gathering}?done=record", 303)


async def _page(request: Request, store: Store, gathering: UUID, came: Came = NOTHING) -> Response:
    language, read = reader_language(request), Read(store)
    about = await read.maybe(Gathering, gathering) or Gathering(gathering)
    reader = Reader.of(language, about.time_zone)
    rows = await voters_shown(read, await voters_of(read, gathering), reader)
    items = await items_of(read, gathering)
    begins = {} if came.form else on_item(items, await course_of(read, gathering))
    typed = typed_of(None, came.form, voters=[each["member"] for each in rows]) | begins
    return html.answer(
        request,
        "votes.html",
        status=came.status,
        trouble=came.trouble,
        gathering=gathering,
        title=reader.words(about.title),
        lacking=await _lacking(read, gathering) if came.trouble == "no-quorum" else None,
        **form_of(language, typed | {"adoption": typed["adoption"] or BY_NAME[-1]}, came.form, rows=rows),
        **await effect_form(read, about, reader, None, came.form),
        items=chosen(items, reader),
    )


async def _lacking(read: Read, gathering: UUID) -> dict[str, int] | None:
    """How many are here and how many are missing, as the text inserts it; None if they came back meanwhile."""
    count = await quorum(read, gathering)
    return {**asdict(count), "count": count.missing} if count and count.missing else None
