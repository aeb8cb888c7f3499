"""Where whoever was there says what is not right in the draft, and who was named approves it: by the link in their mail, without
an account, or signed in. Without scripts. Looking changes nothing: mail programs open links.
"""

from typing import Annotated, Any, NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.minutes.comments import queries
from services.minutes.comments.handlers import THINGS, make_comment
from services.minutes.comments.model import LONGEST, MakeComment
from services.minutes.comments.pages.draft import TROUBLES, draft, html, minutes_of
from services.minutes.comments.shown import anchor
from services.minutes.proceedings.pages.frame import tongues
from services.minutes.record.model import ApproveMinutes
from services.minutes.record.review import approve_minutes, approver_of
from services.minutes.reviews.model import Review
from shared.contracts.comments import About, Remark
from shared.errors import Invalid, NotFound, Refused
from shared.flow import Read
from shared.http import Caller, Documents, Routes, linked, may
from shared.store import Store
from shared.text import paragraphs
from shared.web import reader_language
from shared.web.typed import Posted, Typed

Holder = Annotated[UUID, linked("review")]
DONE = ("comment", "approve")

routes = Routes(include_in_schema=False)


class Way(NamedTuple):
    """Whose page it is, where it stands (`here`), and what is added to its address (`behind`)."""

    review: Review
    here: str
    behind: str


@routes.get("/review")
async def get_review(holder: Holder, request: Request, store: Documents, link: str) -> Response:
    """The draft, by the link in the mail."""
    return await _shown(request, store, await _linked(store, holder, link))


@routes.post("/review/{step}")
async def post_review(
    step: str, holder: Holder, request: Request, store: Documents, form: Posted, link: str
) -> Response:
    """Comment on a paragraph, or approve it; pressed twice, it is done once."""
    return await _done(request, store, await _linked(store, holder, link), step, form)


@routes.get("/reviews/{gathering:uuid}", dependencies=[may("person")])
async def get_own_review(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """The same, for whoever is signed in."""
    return await _shown(request, store, await _own(store, gathering, caller.id))


@routes.post("/reviews/{gathering:uuid}/{step}", dependencies=[may("person")])
async def post_own_review(
    gathering: UUID, step: str, request: Request, caller: Caller, store: Documents, form: Posted
) -> Response:
    """The same, for whoever is signed in."""
    return await _done(request, store, await _own(store, gathering, caller.id), step, form)


async def _linked(store: Store, holder: UUID, link: str) -> Way:
    stored = await store.get(Review, holder)
    if stored is None:
        raise NotFound("There are no such minutes here.")
    return Way(stored.entity, "/minutes/review", urlencode({"link": link}))


async def _own(store: Store, gathering: UUID, person: UUID | None) -> Way:
    return Way(await queries.asked(store, gathering, person), f"/minutes/reviews/{gathering}", "")


async def _done(request: Request, store: Store, page: Way, step: str, form: Typed) -> Response:
    if step not in DONE:
        raise NotFound("There is no such step.")
    place = form["anchor"] or "main"
    try:
        done = await (_comment(request, page, form) if step == "comment" else _approve(request, store, page, form))
    except Invalid:
        form.errors[f"words_{place}"] = "wrong_other"
        done = False
    except Refused as refused:
        return await _shown(request, store, page, form, refused.slug)
    if not done:
        return await _shown(request, store, page, form)
    back = "&".join(filter(None, (page.behind, urlencode({"done": step}))))
    return RedirectResponse(f"{page.here}?{back}#{place if step == 'comment' else 'main'}", 303)


async def _comment(request: Request, page: Way, form: Typed) -> bool:
    place = form["anchor"]
    name = f"words_{place}"
    said_in = _said_in(request, form, place)
    words = form.must(name, LONGEST)
    try:
        words = paragraphs(words.replace("\r\n", "\n")) if words else words
    except ValueError:
        form.errors[name] = "wrong_other"
    if form.errors:
        return False
    about = _remark(place)
    command = MakeComment(**form.do.message, review=page.review.id, facts=about, words=words, said_in=said_in)
    await form.do(make_comment, command)
    return True


def _said_in(request: Request, form: Typed, place: str) -> str:
    """The language of the words: that of the page where none is said; an error for one that is not offered."""
    name, own = f"said_in_{place}", reader_language(request)
    return form.one_of(name, dict(tongues(own))) if form.all(name) else own


def _remark(place: str) -> Remark:
    """The paragraph of this name. Raises Invalid for none."""
    about, _, thing = place.partition("-")
    found: dict[str, About] = {each: each for each in THINGS}
    try:
        remark = Remark(about=found[about], thing=UUID(thing)) if thing else Remark()
    except (KeyError, ValueError) as wrong:
        raise Invalid.at("There is no such paragraph in these minutes.", "thing") from wrong
    return remark


async def _approve(request: Request, store: Store, page: Way, form: Typed) -> bool:
    facts = page.review.facts
    await queries.must_be(store, facts.gathering, form["text"], request.app.state.keys)
    command = ApproveMinutes(**form.do.message, gathering=facts.gathering, person=facts.person, text=form["text"])
    await form.do(approve_minutes, command)
    return True


async def _shown(request: Request, store: Store, page: Way, form: Typed | None = None, refused: str = "") -> Response:
    facts = page.review.facts
    stored = await minutes_of(store, facts.gathering)
    named = await approver_of(Read(store), stored.entity, facts.person)
    done, own = request.query_params.get("done", ""), reader_language(request)
    typed: dict[str, Any] = {form["anchor"]: form[f"words_{form['anchor']}"]} if form else {}
    return html.answer(
        request,
        "reviewer.html",
        status=409 if refused else 422 if form else 200,
        **await draft(request, store, stored, whole=named is not None, person=facts.person),
        approves=named is not None,
        awaited=named in stored.entity.awaited,
        text=await queries.text_of(store, facts.gathering, request.app.state.keys) if named else "",
        done=done if done in DONE and not form else "",
        trouble=(refused if refused in TROUBLES else "other") if refused else "",
        typed=typed,
        errors=form.errors if form else {},
        said_in=(form and form[f"said_in_{form['anchor']}"]) or own,
        tongues=tongues(own),
        here=page.here,
        behind=f"?{page.behind}" if page.behind else "",
        anchor=anchor,
    )
