"""What somebody was and is: the part of their page that tells it, and the form of a post that is entered by hand."""

from typing import Any, get_args
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from services.registration.entries.merging import called, shown
from services.registration.organizations.model import Organization
from services.registration.organizations.pages import coded, codes_of, texts
from services.registration.people import handlers
from services.registration.people.commands import CorrectPost, EnterPost
from services.registration.people.forms import PostForm
from services.registration.people.model import Person
from shared import locale
from shared.contracts.people import Calendar, Post
from shared.errors import NotFound, Refused, Stale
from shared.http import Caller, Documents, Routes, may
from shared.locale import LANGUAGES, digits
from shared.locale.languages import NAMES
from shared.periods import period
from shared.periods.said import also, said
from shared.store import Store, Stored
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

POSITIONS = tuple(f"positions_{tag}" for tag in LANGUAGES)
FIELDS = ("title", *POSITIONS, "organization", "elsewhere", "calendar", "begins", "ends")

routes = Routes(include_in_schema=False)
html = Pages("services.registration.people")
secretariat = [may("secretariat")]


@routes.get("/people/{entry:uuid}/posts", dependencies=secretariat)
async def get_posts_page(entry: UUID, request: Request, store: Documents) -> Response:
    """All that they were, the latest first; as a part of their page, or for itself."""
    person, language = (await _there(store, entry)).entity, reader_language(request)
    posts = sorted(person.posts, key=lambda each: each.since.timestamp() if each.since else 0.0, reverse=True)
    return html.answer(
        request,
        "card.html" if "hx-request" in request.headers else "posts.html",
        id=person.id,
        called=person.addressed,
        posts=await _rows(store, posts, language),
    )


@routes.get("/people/{entry:uuid}/posts/new", dependencies=secretariat)
async def get_new_post(entry: UUID, request: Request, store: Documents) -> Response:
    """The form of a post that they held, or hold."""
    calendar = locale.DEFAULTS[reader_language(request)].calendar
    return await _form(request, store, await _there(store, entry), {"calendar": calendar})


@routes.post("/people/{entry:uuid}/posts/new", dependencies=secretariat)
async def post_new_post(entry: UUID, request: Request, store: Documents, form: Posted, caller: Caller) -> Response:
    """Enter it."""
    return await _save(request, store, form, caller.id, entry, None)


@routes.get("/people/{entry:uuid}/posts/{post:uuid}", dependencies=secretariat)
async def get_post_edit(entry: UUID, post: UUID, request: Request, store: Documents) -> Response:
    """The form of a post that was entered, as it is."""
    there = await _there(store, entry)
    return await _form(request, store, there, await _typed(store, _one(there.entity, post)), post)


@routes.post("/people/{entry:uuid}/posts/{post:uuid}", dependencies=secretariat)
async def post_post_edit(
    entry: UUID, post: UUID, request: Request, store: Documents, form: Posted, caller: Caller
) -> Response:
    """Put it right, end it, or strike it out."""
    return await _save(request, store, form, caller.id, entry, post)


async def _save(
    request: Request, store: Store, form: Typed, by: UUID | None, entry: UUID, post: UUID | None
) -> Response:
    there, status = await _there(store, entry), 422
    said: dict[str, Any] = {**form.do.message, "person": there.id, "by": by}
    try:
        facts = None if post and form["strike"] else _facts(form)
        if not form.errors and post:
            await form.do(
                handlers.correct_post, CorrectPost(**said, which=post, post=facts), document=(Person, there.id)
            )
        elif facts and not form.errors:
            await form.do(handlers.enter_post, EnterPost(**said, post=facts), document=(Person, there.id))
        if not form.errors:
            return RedirectResponse(f"/registration/people/{there.id}", 303)
    except Stale:
        there, status = await _there(store, entry), 412
    except Refused as refused:
        _note(form, refused)
    return await _form(request, store, there, form, post, status)


def _facts(form: Typed) -> Post | None:
    """What was typed; None, with `form.errors`, where something cannot be read."""
    home = next(iter(coded(form, "organization")), None)
    times = {name: digits(form[name], "latin").replace("/", "-") for name in ("begins", "ends")}
    plain = {name: form[name] for name in ("title", "elsewhere")}
    calendar = form.one_of("calendar", get_args(Calendar))
    try:
        said = {"positions": texts(form, "positions"), "organization": home, "calendar": calendar}
        return PostForm.model_validate(said | times | plain).post
    except ValidationError as error:
        for each in error.errors(include_url=False, include_input=False, include_context=False):
            first, *rest = map(str, each["loc"])
            name = f"{first}_{rest[0]}" if rest else first
            form.errors.setdefault(name, "wrong_time" if first in times else "wrong_long")
        return None


def _note(form: Typed, refused: Refused) -> None:
    """At which field a rule refuses it. Raises what is about none."""
    if not refused.errors:
        raise refused
    wrong = {"begins": "wrong_time", "ends": "wrong_time", "organization": "wrong_organization"}
    for each in refused.errors:
        name = each["field"]
        form.errors[POSITIONS[0] if name == "positions" else name] = wrong.get(name, f"wrong_{name}")


async def _form(
    request: Request,
    store: Store,
    there: Stored[Person],
    given: dict[str, str] | Typed,
    post: UUID | None = None,
    status: int = 200,
) -> Response:
    """The form with all that was typed; after a change by somebody else with both, and the version of now."""
    form = given if isinstance(given, Typed) else None
    moved = form.differs(await _typed(store, _one(there.entity, post))) if form and post and status == 412 else None
    return html.answer(
        request,
        "post.html",
        status=status,
        id=there.id,
        post=post,
        called=there.entity.addressed,
        version=there.version,
        typed={name: given[name] if form else dict(given).get(name, "") for name in FIELDS},  # type: ignore[arg-type]
        wrong={name: key for name, key in form.errors.items() if name in FIELDS} if form else {},
        moved=moved,
        calendars=get_args(Calendar),
        tongues=NAMES,
    )


async def _rows(store: Store, posts: list[Post], language: str) -> list[dict[str, Any]]:
    homes = await called(store, Organization, [each.organization for each in posts if each.organization])

    def row(post: Post) -> dict[str, Any]:
        home = homes.get(post.organization) if post.organization else None
        where = locale.choose(home.name, language) if home else post.elsewhere
        return {
            "what": " · ".join(filter(None, (post.called(language), where))),
            "times": " – ".join(_times(post, language)),
            "id": post.id,
        }

    return [row(each) for each in posts]


def _times(post: Post, language: str) -> tuple[str, str]:
    """From when to when: as precise as it was entered, or the days of a change."""
    if post.id:
        written = [period(text, post.calendar) if text else None for text in (post.begins, post.ends)]
    else:
        written = [period(f"{at:%Y-%m-%d}", "gregorian") if at else None for at in (post.since, post.until)]
    first, last = ((also(each, language) or said(each, language)) if each else "…" for each in written)
    return first, last


async def _typed(store: Store, post: Post) -> dict[str, str]:
    """A post as it would be typed into its form."""
    plain = {name: getattr(post, name) for name in ("title", "elsewhere", "calendar", "begins", "ends")}
    positions = {f"positions_{tag}": post.positions.get(tag, "") for tag in LANGUAGES}
    return plain | positions | {"organization": "".join(await codes_of(store, [post.organization]))}


def _one(person: Person, post: UUID | None) -> Post:
    found = next((each for each in person.posts if post and each.id == post), None)
    if found is None:
        raise NotFound("There is no such thing here.")
    return found


async def _there(store: Store, entry: UUID) -> Stored[Person]:
    """Raises NotFound, also of who was erased or nobody knows."""
    stored = await shown(store, Person, entry)
    if stored is None or stored.entity.erased or not stored.entity.confirmed:
        raise NotFound("There is no such thing here.")
    return stored
