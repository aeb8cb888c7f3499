"""The roll of a meeting: everybody who is expected, what the door saw of them, and what is noted by hand. Without scripts."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, get_args
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.minutes.attendance.handlers import note_presence
from services.minutes.attendance.model import Attendance
from services.minutes.attendance.queries import met_at
from services.minutes.attendance.roll import Noted, NotePresence, Noting, note_id
from services.minutes.mirrors.model import Gathering, Organization, Person
from services.minutes.record.api import keepers
from services.minutes.record.model import OPEN, Minutes
from services.minutes.record.reader import Reader
from shared.contracts.people import Post
from shared.errors import Conflict, NotFound, Refused, Stale
from shared.flow import Read
from shared.http import Caller, Documents, Routes
from shared.http.paging import Pager
from shared.store import Range, Store
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

LISTED = 100
"""People on a page."""
CHOICES = 500
"""People of whom one may be said to speak for somebody."""
STATES = get_args(Noting)
AT_ONCE = ("present", "absent", "excused")
"""What is noted of many at once; the page of one has the rest."""
FIELDS = ("state", "represented_by", "arrived_at", "left_at")
TROUBLES = ("at-the-door", "already-approved", "not-in-session", "stale")

routes = Routes(include_in_schema=False)
html = Pages("services.minutes.desk")


@routes.get("/gatherings/{gathering:uuid}/roll", dependencies=keepers)
async def get_roll_page(gathering: UUID, request: Request, store: Documents) -> Response:
    """Everybody who is expected, a page at a time, with what is known of whether they are there."""
    return await _list(request, store, gathering)


@routes.post("/gatherings/{gathering:uuid}/roll", dependencies=keepers)
async def post_roll_page(gathering: UUID, request: Request, caller: Caller, store: Documents, form: Posted) -> Response:
    """Note what was chosen of each; of whom nothing else was chosen than the page showed nothing is noted."""
    try:
        for person, noted in (await _asked(store, gathering, form)).items():
            said = form.do.message | {"id": uuid5(form.do.message["id"], str(person))}
            state = next((each for each in AT_ONCE if each == form[f"state_{person}"]), None)
            command = NotePresence(**said, **_whose(gathering, person, noted, state), state=state, by=caller.id)  # type: ignore[arg-type]
            await form.do(note_presence, command)
    except (Conflict, Stale) as refused:
        return await _list(request, store, gathering, form, refused)
    return RedirectResponse(f"/minutes/gatherings/{gathering}/roll?done=noted", 303)


@routes.get("/gatherings/{gathering:uuid}/roll/{person:uuid}", dependencies=keepers)
async def get_roll_one(gathering: UUID, person: UUID, request: Request, store: Documents) -> Response:
    """What is noted of one: also when they came and left, and who speaks for them."""
    return await _one(request, store, gathering, person)


@routes.post("/gatherings/{gathering:uuid}/roll/{person:uuid}", dependencies=keepers)
async def post_roll_one(
    gathering: UUID, person: UUID, request: Request, caller: Caller, store: Documents, form: Posted
) -> Response:
    """Note it, or say what is in the way."""
    about, state = await Read(store).maybe(Gathering, gathering), form.one_of("state", ["", *STATES])
    zone = about.time_zone if about else "UTC"
    times = {name: form.moment(name, zone) for name in ("arrived_at", "left_at") if form[name]}
    speaks = next((id for id in await _expected(store, gathering) if str(id) == form["represented_by"]), None)
    if form.errors:
        return await _one(request, store, gathering, person, form)
    noted = await Read(store).maybe(Noted, note_id(gathering, person))
    said: dict[str, Any] = {
        **form.do.message,
        **_whose(gathering, person, noted, state or None),
        **times,
        "by": caller.id,
    }
    try:
        await form.do(note_presence, NotePresence(**said, state=state or None, represented_by=speaks))  # type: ignore[arg-type]
    except Refused as refused:
        form.errors |= {each["field"]: f"wrong_{each['field']}" for each in refused.errors}
        return await _one(request, store, gathering, person, form, refused)
    return RedirectResponse(f"/minutes/gatherings/{gathering}/roll?done=noted", 303)


async def _asked(store: Store, gathering: UUID, form: Typed) -> dict[UUID, Noted | None]:
    """Of whom something else was chosen than the page showed, with what is noted of them now.

    Raises Stale, before anything is noted, where that is neither what the page showed nor what was chosen.
    """
    shown = [UUID(each) for each in form.all("person") if len(each) == len(str(gathering))]
    chosen = [each for each in shown if _chosen(form, each)]
    noted = await store.get_many(Noted, [note_id(gathering, each) for each in chosen])
    found = {each: it.entity if (it := noted.get(note_id(gathering, each))) else None for each in chosen}
    for person, there in found.items():
        if _now(there) not in {form[f"was_{person}"], form[f"state_{person}"]}:
            raise Stale("Somebody else noted something of one of them meanwhile; look at it, then decide again.")
    return found


def _chosen(form: Typed, person: UUID) -> bool:
    """Something else was chosen of them than the page showed."""
    return form[f"state_{person}"] in {"", *AT_ONCE} and form[f"state_{person}"] != form[f"was_{person}"]


def _now(noted: Noted | None) -> str:
    return (noted.state or "") if noted else ""


def _whose(gathering: UUID, person: UUID, noted: Noted | None, state: str | None) -> dict[str, UUID | None]:
    """Of whom it is noted; whom they represent stays as it is: no page asks for it, the API does."""
    home = noted.organization if noted and noted.state and state else None
    return {"gathering": gathering, "person": person, "organization": home}


async def _list(
    request: Request, store: Store, gathering: UUID, form: Typed | None = None, refused: Refused | None = None
) -> Response:
    read, response, after = Read(store), Response(), request.query_params.get("after")
    where = {"gathering": gathering, "state": Range()}
    page = [each.entity for each in await Pager(request, response, LISTED, after)(store, Attendance, where)]
    link = response.headers.get("Link", "")
    return html.answer(
        request,
        "roll.html",
        status=412 if isinstance(refused, Stale) else 409 if refused else 200,
        trouble=_trouble(refused),
        chosen={
            each: form[f"state_{each}"] for each in form.all("person") if form[f"state_{each}"] != form[f"was_{each}"]
        }
        if form
        else {},
        done=request.query_params.get("done") == "noted",
        rows=await _rows(read, gathering, page, reader_language(request)),
        states=AT_ONCE,
        draft=(await read.one(Minutes, gathering)).state in OPEN,
        next=link[1 : link.index(">")] if link else None,
        first=str(request.url.remove_query_params("after")) if after else None,
        **await _about(read, gathering, reader_language(request)),
    )


async def _rows(read: Read, gathering: UUID, page: Sequence[Attendance], language: str) -> list[dict[str, Any]]:
    reader, at = Reader.of(language), await met_at(read, gathering)
    people = await read.many(Person, [each.person for each in page if each.person])
    homes = await read.many(Organization, [each.organization for each in page if each.organization])
    noted = await read.many(Noted, [note_id(gathering, each.person) for each in page if each.person])

    def row(each: Attendance, id: UUID) -> dict[str, Any]:
        home, said = homes.get(each.organization) if each.organization else None, noted.get(note_id(gathering, id))
        told, person = _told(people.get(id), at, language), people.get(id)
        seen = each.state.value if each.passages and each.state else ""
        return {
            "person": id,
            "name": told[0],
            "bare": person.name if person else "",
            "below": " · ".join(filter(None, (told[1], reader.words(home.name).text if home else ""))),
            "seen": seen,
            "state": (said.state or "") if said else "",
        }

    rows = [row(each, each.person) for each in page if each.person]
    return sorted(rows, key=lambda each: (not each["name"], each["name"].casefold()))


def _told(person: Person | None, at: datetime | None, language: str) -> tuple[str, str]:
    """Somebody's name with the title, and the position, of then."""
    then = person.was(at) if person else Post()
    name = " ".join(filter(None, (then.title, person.name))) if person and person.name else ""
    return name, then.called(language)


async def _one(
    request: Request,
    store: Store,
    gathering: UUID,
    person: UUID,
    form: Typed | None = None,
    refused: Refused | None = None,
) -> Response:
    read, language = Read(store), reader_language(request)
    about, expected = await _about(read, gathering, language), await _expected(store, gathering)
    noted = await read.maybe(Noted, note_id(gathering, person))
    if person not in expected and noted is None:
        raise NotFound("There is nobody like that here.")
    people, at = await read.many(Person, [person, *expected]), await met_at(read, gathering)
    said = {name: form[name] for name in FIELDS} if form else _said(noted, about["zone"])
    names = {id: _told(people.get(id), at, language)[0] for id in (person, *expected)}
    return html.answer(
        request,
        "note.html",
        status=(409 if isinstance(refused, Conflict) else 422) if form else 200,
        trouble="" if form and form.errors else _trouble(refused),
        typed=said,
        wrong=form.errors if form else {},
        states=STATES,
        called=names[person],
        others=sorted((name, str(id)) for id, name in names.items() if name and id != person),
        **about,
    )


async def _expected(store: Store, gathering: UUID) -> list[UUID]:
    """The people of all registrations that are on the record."""
    page = await store.find(Attendance, {"gathering": gathering, "state": Range()}, limit=CHOICES)
    return list(dict.fromkeys(id for each in page.items if (id := each.entity.person)))


async def _about(read: Read, gathering: UUID, language: str) -> Mapping[str, Any]:
    about = await read.maybe(Gathering, gathering) or Gathering(gathering)
    reader = Reader.of(language, about.time_zone)
    return {"gathering": gathering, "title": reader.words(about.title), "zone": about.time_zone}


def _said(noted: Noted | None, zone: str) -> dict[str, str]:
    def clock(at: datetime | None) -> str:
        return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%dT%H:%M}" if at else ""

    if noted is None:
        return dict.fromkeys(FIELDS, "")
    times = {"arrived_at": clock(noted.arrived_at), "left_at": clock(noted.left_at)}
    return {"state": noted.state or "", "represented_by": str(noted.represented_by or ""), **times}


def _trouble(refused: Refused | None) -> str:
    return "" if refused is None else refused.slug if refused.slug in TROUBLES else "other"
