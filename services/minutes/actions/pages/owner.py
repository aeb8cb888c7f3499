"""Where who answers for an action says how far it is, without an account: whoever has the link in the mail. Without scripts.

Looking changes nothing: mail programs open links.
"""

from typing import Annotated, Literal
from urllib.parse import urlencode
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.minutes.actions.model import Action
from services.minutes.actions.pages.shown import html, rows, steps, today
from services.minutes.actions.pages.typed import FIELDS, OF_OWNER, carry_out
from services.minutes.record.reader import Reader
from shared.errors import Conflict, NotFound
from shared.http import Documents, Routes, linked
from shared.store import Store
from shared.web import reader_language
from shared.web.typed import Posted, Typed

Holder = Annotated[UUID, linked("action")]
Step = Literal["accept", "progress", "done"]

routes = Routes(include_in_schema=False)


@routes.get("/action")
async def get_owner(holder: Holder, request: Request, store: Documents, link: str) -> Response:
    """What is to be done, and what can be said of it."""
    return await _page(request, store, holder, link)


@routes.post("/action/{step}")
async def post_owner(
    step: Step, holder: Holder, request: Request, store: Documents, form: Posted, link: str
) -> Response:
    """Accept it, say how far it is, or that it is done; pressed twice, it is said once."""
    there = await _there(store, holder)
    try:
        done = await carry_out(form, step, {"action": holder, "by": None}, there.facts.calendar)
    except Conflict as conflict:
        return await _page(request, store, holder, link, form, conflict.slug)
    if not done:
        return await _page(request, store, holder, link, form)
    here = f"{request.scope.get('root_path', '')}/action"
    return RedirectResponse(f"{here}?{urlencode({'link': link, 'done': step})}", 303)


async def _there(store: Store, action: UUID) -> Action:
    stored = await store.get(Action, action)
    if stored is None or not stored.entity.owned:
        raise NotFound("There is no such action here.")
    return stored.entity


async def _page(
    request: Request, store: Store, action: UUID, link: str, form: Typed | None = None, refused: str = ""
) -> Response:
    it, language = await _there(store, action), reader_language(request)
    [shown] = await rows(store, [it], language, today(request))
    done = request.query_params.get("done", "")
    return html.answer(
        request,
        "owner.html",
        status=409 if refused else 422 if form else 200,
        it=shown,
        all_words=Reader.of(language).all_words(it.facts.text),
        owed=it.owed,
        steps=await steps(store, it, language),
        may_do=OF_OWNER,
        done=done if done in OF_OWNER and not form else "",
        refused=refused,
        typed={name: form[name] if form else "" for name in FIELDS},
        errors=form.errors if form else {},
        behind=f"?{urlencode({'link': link})}",
    )
