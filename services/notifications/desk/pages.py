"""The mails as pages, for the secretariat alone: what went out, what did not and why, and what can be done about it."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Query, Request, Response
from fastapi.responses import RedirectResponse

from services.notifications.desk import queries
from services.notifications.mirrors import Gathering, Person
from services.notifications.notifications import handlers
from services.notifications.notifications.commands import CallOff, Retry, SendAgain
from services.notifications.notifications.model import CALLED_OFF, FAILED, Notification, State
from services.notifications.notifications.queries import ids_of, people_of
from services.notifications.notifications.repeat import REPEATS
from services.notifications.wording import named
from services.notifications.wording.render import LINK
from shared import locale
from shared.errors import Conflict, NotFound, Stale
from shared.http import Caller, Documents, Paging, Routes, may
from shared.store import In
from shared.web import Pages, reader_language
from shared.web.typed import Posted

OLDEST = 3
"""So many the card of *Today* shows."""

routes = Routes(include_in_schema=False, dependencies=[may("secretariat")])
html = Pages("services.notifications.desk")

InState = Annotated[State | None, Query()]
Step = Literal["retry", "again", "call-off"]
OfPerson = Annotated[UUID | None, Query()]


@routes.get("/mails")
async def get_mails(
    request: Request,
    response: Response,
    store: Documents,
    paging: Paging,
    state: InState = None,
    person: OfPerson = None,
) -> Response:
    """All mails, the newest first; of one state, of one person (also to the ids of who was entered twice)."""
    ids = await ids_of(store, person) if person else []
    where = {"recipient": In(ids)} if ids else {}
    shown = await _list(request, response, store, paging, where, state)
    whose = await store.get(Person, ids[0]) if ids else None
    return html.answer(request, "mails.html", **shown, person=person, whose=whose.entity.name if whose else "")


@routes.get("/gatherings/{gathering:uuid}")
async def get_gathering(
    gathering: UUID, request: Request, response: Response, store: Documents, paging: Paging, state: InState = None
) -> Response:
    """The same of one gathering, and how far is what everybody there is told; it loads itself anew until they all were."""
    found = await store.get(Gathering, gathering)
    if found is None or not found.entity.known:
        raise NotFound("There is no such gathering.")
    language = reader_language(request)
    shown = await _list(request, response, store, paging, {"gathering": gathering}, state)
    news = await queries.news(store, gathering, language)
    about = {"id": gathering, "title": locale.choose(found.entity.title, language)}
    page = html.answer(request, "gathering.html", **shown, gathering=about, news=news)
    if any(each.all is not None for each in news):
        page.headers["Refresh"] = "3"
    return page


@routes.get("/mails/{notification:uuid}")
async def get_mail(notification: UUID, request: Request, store: Documents) -> Response:
    """One mail as it was written, and each attempt with its answer."""
    return await _one(request, store, notification)


@routes.post("/mails/{notification:uuid}/{step}")
async def post_step(
    notification: UUID, step: Step, request: Request, store: Documents, form: Posted, caller: Caller
) -> Response:
    """What failed once more, to the address of now; what was sent in another mail; what waits not at all."""
    facts = {**form.do.message, "notification": notification}
    document = (Notification, notification)
    try:
        match step:
            case "retry":
                done = await form.do(handlers.retry, Retry(**facts), document=document)
            case "again":
                again = SendAgain(**facts, seen=min(max(form.number("seen"), 0), REPEATS), by=caller.id)
                done = await form.do(handlers.send_again, again)
            case "call-off":
                done = await form.do(handlers.call_off, CallOff(**facts, by=caller.id), document=document)
    except Stale:
        return await _one(request, store, notification, status=412, refused="moved")
    except Conflict as refused:
        return await _one(request, store, notification, status=409, refused=refused.slug)
    return RedirectResponse(f"{request.scope.get('root_path', '')}/mails/{done.id}", 303)


@routes.get("/cards/failed")
async def get_failed(request: Request, store: Documents) -> Response:
    """A card of *Today*: whether mails go out at all, how many failed, and the oldest of them."""
    counted, oldest = await queries.failed(store, OLDEST)
    waiting, since = await queries.stuck(store)
    rows = await queries.rows(store, oldest, reader_language(request))
    return html.answer(request, "failed.html", counted=counted, rows=rows, waiting=waiting, since=since)


async def _list(
    request: Request, response: Response, store: Documents, paging: Paging, where: dict[str, Any], state: State | None
) -> dict[str, Any]:
    """What every list of mails shows."""
    asked = {**where, "state": state} if state else where
    found = await paging(store, Notification, asked, sort="-queued_at")
    link = response.headers.get("Link", "")
    return {
        "rows": await queries.rows(store, found, reader_language(request)),
        "counted": await queries.by_state(store, where),
        "state": state,
        "next": link[1 : link.index(">")] if link else None,
        "later": "after" in request.query_params,
    }


async def _one(
    request: Request, store: Documents, notification: UUID, *, status: int = 200, refused: str = ""
) -> Response:
    stored = await store.get(Notification, notification)
    if stored is None:
        raise NotFound("There is no such mail.")
    [row] = await queries.rows(store, [stored], reader_language(request))
    person = (await people_of(store, [stored])).get(row.mail.recipient)
    asker = await store.get(Person, row.mail.asked_by) if row.mail.asked_by else None
    kept = row.mail.wording
    text = named(kept.text, person, kept.language) if kept else ""
    return html.answer(
        request,
        "mail-page.html",
        status=status,
        row=row,
        mail=row.mail,
        version=stored.version,
        address=person.email if person else "",
        paragraphs=[part.strip().split("\n") for part in text.split("\n\n") if part.strip()],
        hidden=LINK,
        text_language=kept.language if kept else "",
        text_direction=locale.direction(kept.language) if kept else "auto",
        can=_can(row.mail, person),
        repeats=await queries.repeats(store, row.mail),
        asker=asker.entity.name if asker else "",
        refused=refused,
    )


def _can(mail: Notification, person: Person | None) -> Step | None:
    """What can be done about a mail; to somebody who is not known, or was erased, nothing."""
    if person is None or not person.known:
        return None
    if mail.state in FAILED or mail.reason == CALLED_OFF:
        return "retry"
    if mail.state is State.SENT:
        return None if mail.repeats else "again"
    held = mail.state in {State.SCHEDULED, State.QUEUED, State.TEMPORARY_FAILURE} and not mail.may_have_arrived
    return "call-off" if held and not mail.called_off else None
