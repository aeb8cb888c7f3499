"""The pages of versions, for everybody: all that were published, how to check them, and each with what differs."""

from collections.abc import Mapping
from functools import partial
from typing import Annotated, Any, NamedTuple
from uuid import UUID

from fastapi import Path, Request, Response
from fastapi.responses import HTMLResponse

from services.minutes.mirrors.model import Gathering, Person
from services.minutes.publication.pages.given import origin_of, shelved
from services.minutes.record import scope
from services.minutes.record.model import Minutes
from services.minutes.record.reader import Reader
from services.minutes.versions.model import Version
from services.minutes.versions.queries import Listed, listed, version_of
from services.minutes.versions.shown import attached, compared, speakers
from shared import auth
from shared.flow import Read
from shared.http import Caller, Documents, Routes, public
from shared.store import Store
from shared.web import Pages, reader_language

routes = Routes(prefix="/versions/{gathering:uuid}", include_in_schema=False, dependencies=[public])
html = Pages("services.minutes.versions")
Number = Annotated[int, Path(ge=1, le=1_000_000)]


class Known(NamedTuple):
    """What each page says of the minutes."""

    minutes: Minutes
    gathering: Gathering


class One(NamedTuple):
    """The version that is shown, the one before it, and who speaks in them."""

    known: Known
    version: Version
    before: Version | None
    people: Mapping[UUID, Person]


@routes.get("")
async def get_versions(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """All of them, the newest first, and how anybody checks that nothing was changed."""
    look = partial(_all, store, caller, gathering)
    return await shelved(request, caller, (f"versions of {gathering}", {}), look, _list)


@routes.get("/{number:int}.json")
async def get_file(gathering: UUID, number: Number, caller: Caller, store: Documents) -> Response:
    """The text of a version, to the byte."""
    await scope.readable(store, caller, gathering)
    version = await version_of(store, gathering, number)
    return Response(version.text.encode(), media_type="application/json", headers=attached(version))


@routes.get("/{number:int}")
async def get_version(gathering: UUID, number: Number, request: Request, caller: Caller, store: Documents) -> Response:
    """One version as it was published, with what differs from the one before it."""
    look = partial(_one, store, caller, gathering, number)
    return await shelved(request, caller, (f"version {number} of {gathering}", {}), look, _page)


async def _all(store: Store, caller: auth.Caller, gathering: UUID) -> tuple[Known, list[Listed]]:
    return await _known(store, caller, gathering), await listed(store, gathering)


async def _one(store: Store, caller: auth.Caller, gathering: UUID, number: int) -> One:
    known = await _known(store, caller, gathering)
    version = await version_of(store, gathering, number)
    before = await version_of(store, gathering, number - 1) if number > 1 else None
    return One(known, version, before, await Read(store).many(Person, speakers(version, before)))


async def _known(store: Store, caller: auth.Caller, gathering: UUID) -> Known:
    """Raises NotFound for minutes that this caller may not read."""
    minutes = (await scope.readable(store, caller, gathering)).entity
    found = await store.get(Gathering, gathering)
    return Known(minutes, found.entity if found else Gathering(gathering))


def _list(request: Request, found: tuple[Known, list[Listed]]) -> HTMLResponse:
    frame = _frame(request, found[0])
    reader: Reader = frame["reader"]
    versions = [{"it": each.facts, "at": reader.moment(each.sealed_at)} for each in reversed(found[1])]
    return html.answer(request, "versions.html", versions=versions, origin=origin_of(request), **frame)


def _page(request: Request, one: One) -> HTMLResponse:
    frame, version = _frame(request, one.known), one.version
    reader: Reader = frame["reader"]
    return html.answer(
        request,
        "version.html",
        **frame,
        number=version.facts.number,
        at=reader.moment(version.sealed_at),
        it=version.facts,
        blocks=compared(version, one.before, reader, one.people),
    )


def _frame(request: Request, known: Known) -> dict[str, Any]:
    reader = Reader.of(reader_language(request), known.gathering.time_zone)
    title = reader.words(known.gathering.title)
    return {"reader": reader, "minutes": known.minutes, "title": title, "gathering": known.minutes.id}
