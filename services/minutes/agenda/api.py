"""The API of agendas: read and make them, change their order, adopt them."""

from typing import Annotated, Any, Self
from uuid import UUID

from fastapi import Depends, Request, Response
from pydantic import Field

from services.minutes.agenda.handlers import change_item, enter_item, move_item, withdraw_item
from services.minutes.agenda.model import AgendaItem, ChangeItem, EnterItem, ItemState, MoveItem, WithdrawItem
from services.minutes.agenda.queries import items_of, numbered, siblings
from services.minutes.record.api import MinutesView, keepers, readable
from services.minutes.record.handlers import adopt_agenda
from services.minutes.record.model import AdoptAgenda, Minutes
from shared.contracts.agenda import AgendaItemFacts, Business
from shared.errors import Conflict, NotFound
from shared.flow import Read
from shared.http import Do, Documents, Form, Routes, View, answer, matches, public
from shared.http.fields import Language, Line
from shared.store import Store, Stored

routes = Routes(prefix="/v1/minutes/{gathering}", tags=["agenda"])

Title = Annotated[
    dict[Language, Line], Field(min_length=1, max_length=20, examples=[{"en": "Water for the upper basin"}])
]


class BusinessForm(Form):
    """What an item is about. `previous`: the gathering whose minutes it approves; `prepares`: the one that it belongs to, of
    those that are prepared here.
    """

    title: Title
    previous: UUID | None = None
    prepares: UUID | None = None


class ItemForm(BusinessForm):
    """A new item; a sub-item of its `parent`."""

    parent: UUID | None = None


class PlaceForm(Form):
    """The item before which it is to stand, among those of its parent; null: it is to be the last."""

    before: Annotated[UUID | None, Field(examples=[None])]


class ItemView(AgendaItemFacts, View):
    """An item of an agenda."""

    id: UUID
    state: ItemState


class NumberedView(ItemView):
    """An item with its number, which follows from the order: `3`, or `3.1` of a sub-item."""

    number: str

    @classmethod
    def at(cls, number: str, item: AgendaItem) -> Self:
        return cls.of(item, number=number)


async def item_of(store: Store, gathering: UUID, item: UUID) -> Stored[AgendaItem]:
    """The item, if it is one of this gathering's agenda."""
    stored = await store.get(AgendaItem, item)
    if stored is None or stored.entity.facts.gathering != gathering:
        raise NotFound("There is no such item on this agenda.")
    return stored


async def _there(gathering: UUID, item: UUID, store: Documents) -> None:
    await item_of(store, gathering, item)


async def _some(gathering: UUID, store: Documents) -> None:
    if not siblings(await items_of(Read(store), gathering), None):
        raise Conflict("There is nothing on this agenda that could be adopted.", code="no-items")


of_these: Any = Depends(_there)
"""The item is on this agenda."""

not_empty: Any = Depends(_some)
"""There is something on the agenda."""


@routes.get("/agenda", dependencies=[public, readable])
async def get_agenda(gathering: UUID, store: Documents) -> list[NumberedView]:
    """What stands on the agenda, in its order, each item followed by its sub-items."""
    items = await items_of(Read(store), gathering)
    return [NumberedView.at(each.number, each.item) for each in numbered(items)]


@routes.get("/agenda/{item}", dependencies=[public, readable])
async def get_agenda_item(gathering: UUID, item: UUID, store: Documents, response: Response) -> ItemView:
    """One item."""
    return answer(response, await item_of(store, gathering, item), ItemView.of)


@routes.post("/agenda", status_code=201, dependencies=keepers)
async def post_agenda_item(gathering: UUID, form: ItemForm, do: Do, request: Request, response: Response) -> ItemView:
    """Put an item on the agenda, as the last one; what approves earlier minutes comes first. 409 `already-approved`."""
    about = Business(**form.model_dump(exclude={"parent"}))
    stored = await do(enter_item, EnterItem(**do.message, gathering=gathering, facts=about, parent=form.parent))
    response.headers["Location"] = f"{request.url.path}/{stored.id}"
    return ItemView.of(stored.entity)


@routes.post("/adopt-agenda", dependencies=[*keepers, not_empty, matches])
async def post_minutes_agenda_adoption(gathering: UUID, do: Do) -> MinutesView:
    """The gathering adopted its agenda. 409: `not-begun`, `no-items`, `already-approved`."""
    command = AdoptAgenda(**do.message, gathering=gathering)
    return MinutesView.told((await do(adopt_agenda, command, document=(Minutes, gathering))).entity)


@routes.put("/agenda/{item}", dependencies=[*keepers, of_these, matches])
async def put_agenda_item(
    gathering: UUID,  # noqa: ARG001  `of_these` has looked at it
    item: UUID,
    form: BusinessForm,
    do: Do,
) -> ItemView:
    """Say anew what it is about. 409: `withdrawn`, `already-approved`."""
    command = ChangeItem(**do.message, item=item, facts=Business(**form.model_dump()))
    return ItemView.of((await do(change_item, command, document=(AgendaItem, item))).entity)


@routes.post("/agenda/{item}/move", dependencies=[*keepers, of_these, matches])
async def post_agenda_item_move(
    gathering: UUID,  # noqa: ARG001  `of_these` has looked at it
    item: UUID,
    form: PlaceForm,
    do: Do,
) -> ItemView:
    """Let it stand elsewhere; no other item is written. 409: `withdrawn`, `already-approved`."""
    command = MoveItem(**do.message, item=item, before=form.before)
    return ItemView.of((await do(move_item, command, document=(AgendaItem, item))).entity)


@routes.post("/agenda/{item}/withdraw", dependencies=[*keepers, of_these, matches])
async def post_agenda_item_withdrawal(
    gathering: UUID,  # noqa: ARG001  `of_these` has looked at it
    item: UUID,
    do: Do,
) -> ItemView:
    """Take it off the agenda; what was said on it stays. 409: `has-sub-items`, `already-approved`."""
    command = WithdrawItem(**do.message, item=item)
    return ItemView.of((await do(withdraw_item, command, document=(AgendaItem, item))).entity)
