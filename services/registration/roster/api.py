"""The roster of a gathering: found by name, and decided of many at once."""

from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

from fastapi import Query, Response
from pydantic import Field

from services.registration.gatherings.forms import Category
from services.registration.gatherings.queries import seen
from services.registration.registrations.model import Registration
from services.registration.registrations.queries import must_keep_door
from services.registration.roster import handlers, queries
from services.registration.roster.model import DecideMany, Many, Reason, Standing, Verdict
from shared.flow import Read
from shared.http import Caller, Do, Documents, Form, Paging, Routes, View, may

routes = Routes(prefix="/v1", tags=["registrations"])
Words = Annotated[str, Query(max_length=200, description="Words that names begin with, in either script.")]
Standings = Annotated[Standing | None, Query(description="Only those who stand so.")]


class RowView(View):
    """One registration as lists show it. `begun_at`: when it was asked for."""

    id: UUID
    person: UUID
    name: str
    also: str
    category: str
    organization: UUID | None
    standing: Standing
    begun_at: datetime | None

    @classmethod
    def of(cls, shown: queries.Shown) -> Self:
        there = {
            name: getattr(shown.registration, name) for name in ("id", "person", "category", "organization", "begun_at")
        }
        return cls(**there, name=shown.name, also=shown.also, standing=shown.standing)


class ManyForm(Form):
    """The same verdict for everybody who stands so, in a category or in any. `reason` is told to who is rejected or on hold."""

    verdict: Annotated[Verdict, Field(examples=["approve"])]
    standing: Annotated[Standing, Field(examples=["to_be_approved"])]
    category: Category | None = None
    reason: Reason = "other"


class ManyView(View):
    """How far it came: of `total` (when it was begun) so many are decided, and of so many a rule stood against it."""

    id: UUID
    gathering: UUID
    verdict: Verdict
    standing: Standing
    category: str | None
    total: int
    done: int
    refused: int
    ended: bool

    @classmethod
    def of(cls, many: Many) -> Self:
        return cls.model_validate(many)


@routes.get("/gatherings/{gathering}/roster", dependencies=[may("checkin")])
async def get_roster(
    gathering: UUID, caller: Caller, store: Documents, paging: Paging, q: Words = "", standing: Standings = None
) -> list[RowView]:
    """Everybody who registered, by name; with `q` at most 100 whose names have words that begin so. For the secretariat
    and the gathering's door."""
    must_keep_door(caller, gathering)
    asked = queries.Asked(gathering, q.strip(), standing)
    if asked.q:
        page = (await queries.page(store, asked, queries.FOUND)).items
    else:
        page = await paging(store, Registration, asked.where, sort="sorted_as")
    return [RowView.of(each) for each in await queries.shown(store, [stored.entity for stored in page], "en")]


@routes.post("/gatherings/{gathering}/registrations/many", status_code=202, dependencies=[may("secretariat")])
async def post_many_registrations(
    gathering: UUID, form: ManyForm, caller: Caller, store: Documents, do: Do, response: Response
) -> ManyView:
    """Decide the same of everybody who stands so. It answers at once; what `Location` names says how far it came."""
    await seen(store, caller, gathering)
    many = await begin(store, do, {**form.model_dump(), "gathering": gathering, "by": caller.id})
    response.headers["Location"] = f"/registration/v1/many/{many.id}"
    return ManyView.of(many)


@routes.get("/many/{many}", dependencies=[may("secretariat")])
async def get_many_registrations(many: UUID, store: Documents) -> ManyView:
    """How far a decision about many came."""
    return ManyView.of(await Read(store).one(Many, many))


async def begin(store: Documents, do: Do, facts: dict[str, Any]) -> Many:
    """Note it; the loop carries it out."""
    asked = queries.Asked(facts["gathering"], "", facts["standing"], facts["category"] or "")
    command = DecideMany(**do.message, **facts, total=await store.count(Registration, asked.where))
    entity: Many = (await do(handlers.decide_many, command)).entity
    return entity
