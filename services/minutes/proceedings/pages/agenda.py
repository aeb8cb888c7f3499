"""The page of an agenda: its items in their order, which buttons change; what is put on it; its adoption."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.minutes.agenda.api import item_of, of_these
from services.minutes.agenda.handlers import change_item, enter_item, move_item, withdraw_item
from services.minutes.agenda.model import AgendaItem, ChangeItem, EnterItem, MoveItem, WithdrawItem
from services.minutes.agenda.queries import items_of, numbered, over_others, previous_of, siblings
from services.minutes.mirrors.model import Gathering
from services.minutes.proceedings.documents import by_item
from services.minutes.proceedings.pages.frame import NOTHING, PACKAGE, At, Came, Sitting, id_of, show
from services.minutes.proceedings.queries import proceedings_of
from services.minutes.proceedings.shown import item_shown
from services.minutes.record.api import keepers
from services.minutes.record.handlers import adopt_agenda
from services.minutes.record.model import AdoptAgenda, Minutes
from shared import locale
from shared.contracts.agenda import Business
from shared.errors import Conflict, NotFound, Refused
from shared.flow import Read
from shared.http import Documents, Routes
from shared.locale import DEFAULTS, LANGUAGES, Texts
from shared.locale.languages import NAMES
from shared.store import Store
from shared.text import one_line
from shared.web.typed import Posted, Typed

LONGEST_TITLE = 500
FIELDS = (*(f"title_{tag}" for tag in LANGUAGES), "prepares", "parent", "previous")

routes = Routes(prefix="/gatherings/{gathering:uuid}/agenda", include_in_schema=False)


@routes.get("", dependencies=keepers)
async def get_agenda(sitting: At, request: Request, store: Documents) -> Response:
    """The agenda, to be made and put in order."""
    return await _agenda(request, store, sitting)


@routes.post("", dependencies=keepers)
async def post_item(sitting: At, request: Request, store: Documents, form: Posted) -> Response:
    """Put an item on it."""
    about, parent = _business(form), id_of(form, "parent")
    came = Came(form, 422)
    if about and not form.errors:
        command = EnterItem(**form.do.message, gathering=sitting.minutes.id, facts=about, parent=parent)
        try:
            await form.do(enter_item, command)
        except Refused as refused:
            came = Came.of(form, refused)
        else:
            return _back(sitting.minutes.id)
    return await _agenda(request, store, sitting, came)


@routes.post("/adopt", dependencies=keepers)
async def post_adoption(sitting: At, request: Request, store: Documents, form: Posted) -> Response:
    """The gathering agreed to it."""
    try:
        if not siblings(await items_of(Read(store), sitting.minutes.id), None):
            raise Conflict("There is nothing on this agenda that could be adopted.", code="no-items")
        command = AdoptAgenda(**form.do.message, gathering=sitting.minutes.id)
        await form.do(adopt_agenda, command, document=(Minutes, sitting.minutes.id))
    except Refused as refused:
        return await _agenda(request, store, sitting, Came.of(form, refused))
    return _back(sitting.minutes.id)


@routes.get("/{item:uuid}", dependencies=[*keepers, of_these])
async def get_item(sitting: At, item: UUID, request: Request, store: Documents) -> Response:
    """One item, to say it better."""
    return await _item(request, store, sitting, item)


@routes.post("/{item:uuid}/{step}", dependencies=[*keepers, of_these])
async def post_step(sitting: At, item: UUID, step: str, request: Request, store: Documents, form: Posted) -> Response:
    """Change, move or take off. What somebody else did meanwhile, or what cannot be done, is said on the same page."""
    again = _item if step == "change" else _whole
    handler, command = _asked(step, item, form)
    if command is None:
        return await again(request, store, sitting, item, Came(form, 422))
    try:
        await form.do(handler, command, document=(AgendaItem, item))
    except Refused as refused:
        return await again(request, store, sitting, item, Came.of(form, refused))
    return _back(sitting.minutes.id, f"item-{item}")


def _asked(step: str, item: UUID, form: Typed) -> tuple[Any, ChangeItem | MoveItem | WithdrawItem | None]:
    """What the button asks for; no command where what was typed is wrong."""
    if step == "move":
        return move_item, MoveItem(**form.do.message, item=item, before=id_of(form, "before"))
    if step == "withdraw":
        return withdraw_item, WithdrawItem(**form.do.message, item=item)
    if step != "change":
        raise NotFound("There is no such step.")
    about = _business(form)
    good = about and not form.errors
    return change_item, ChangeItem(**form.do.message, item=item, facts=about) if about and good else None


def _business(form: Typed) -> Business | None:
    """What was typed of an item; None, with what is wrong in `form.errors`, if it is none."""
    title = {tag: form[f"title_{tag}"] for tag in LANGUAGES if form[f"title_{tag}"]}
    for tag, said in title.items():
        try:
            wrong = "wrong_long" if len(one_line(said)) > LONGEST_TITLE else ""
        except ValueError:
            wrong = "wrong_other"
        form.errors |= {f"title_{tag}": wrong} if wrong else {}
    if not title:
        form.errors[f"title_{LANGUAGES[0]}"] = "wrong_missing"
    about = Business(title=title, prepares=id_of(form, "prepares"), previous=id_of(form, "previous"))
    return None if form.errors else about


async def _whole(request: Request, store: Store, sitting: Sitting, _: UUID, came: Came) -> Response:
    return await _agenda(request, store, sitting, came)


async def _agenda(request: Request, store: Store, sitting: Sitting, came: Came = NOTHING) -> Response:
    read, minutes = Read(store), sitting.minutes.entity
    told = await proceedings_of(read, minutes, keeper=True)
    found = await store.get_many(AgendaItem, [each.id for each in told.items])
    agenda, taken = numbered(told.items), told.course.by_item
    put = {each["item"]: each["documents"] for each in by_item(sitting.reader, told.documents, agenda)}
    rows = [
        {
            **item_shown(told, sitting.reader, each, taken.get(each.item.id, ())),
            "version": found[each.item.id].version if each.item.id in found else 0,
            "above": each.above,
            "below": each.below,
            "behind": each.behind,
            "parent": each.item.facts.parent if "." in each.number else None,
            "alone": "." not in each.number and each.item.facts.parent is not None,
            "documents": put.get(each.item.id, []),
        }
        for each in agenda
    ]
    over = {each.item.id for each in over_others(told.items)}
    parents = [(str(each["id"]), f"{each['number']} {each['title'].text}") for each in rows if each["id"] in over]
    adopted = minutes.agenda_adopted_at
    return show(
        request,
        "agenda.html",
        sitting,
        came,
        rows=rows,
        loose=put.get(None, []),
        parents=parents,
        adopted=sitting.reader.moment(adopted) if adopted else None,
        begun=minutes.opened_at is not None,
        version=sitting.minutes.version,
        suggested=await _suggested(read, sitting, told.items),
        **await _fields(store, sitting, came.typed(dict.fromkeys(FIELDS, ""))),
    )


async def _suggested(read: Read, sitting: Sitting, items: Sequence[AgendaItem]) -> dict[str, Any] | None:
    """The previous gathering, whose minutes are to be approved first; None where there is none, or it is on the agenda."""
    previous = await previous_of(read, sitting.gathering)
    if previous is None or previous.id in {each.facts.previous for each in items if each.stands}:
        return None
    called = {tag: Texts(tag, DEFAULTS[tag].digits, PACKAGE) for tag in LANGUAGES}
    titles = {tag: t("approval_of", title=locale.choose(previous.title, tag)) for tag, t in called.items()}
    return {"id": previous.id, "title": sitting.reader.words(previous.title), "titles": titles}


async def _item(request: Request, store: Store, sitting: Sitting, item: UUID, came: Came = NOTHING) -> Response:
    known = await item_of(store, sitting.minutes.id, item)
    facts = known.entity.facts
    now = {
        **{f"title_{tag}": facts.title.get(tag, "") for tag in LANGUAGES},
        "prepares": str(facts.prepares or ""),
        "previous": str(facts.previous or ""),
    }
    return show(
        request,
        "item.html",
        sitting,
        came,
        item=item,
        version=known.version,
        moved=came.form.differs(now) if came.form and came.status == 412 else [],
        **await _fields(store, sitting, came.typed(now)),
    )


async def _fields(store: Store, sitting: Sitting, typed: Mapping[str, str]) -> dict[str, Any]:
    """What the fields of an item need."""
    prepared = await store.get_many(Gathering, sitting.gathering.prepares)
    choice = [(str(id), sitting.reader.words(each.entity.title).text) for id, each in prepared.items()]
    tags = dict.fromkeys([sitting.reader.language, *LANGUAGES])
    return {"typed": typed, "prepared": choice, "languages_of_text": [(tag, NAMES[tag]) for tag in tags]}


def _back(gathering: UUID, where: str = "main") -> RedirectResponse:
    return RedirectResponse(f"/minutes/gatherings/{gathering}/agenda#{where}", 303)
