"""The pages of versions, for everybody: all that were published, how to check them, and each with what differs."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Path, Request, Response

from services.minutes.mirrors.model import Gathering, Person
from services.minutes.record import scope
from services.minutes.record.reader import Reader
from services.minutes.versions.model import Version
from services.minutes.versions.queries import version_of, versions_of
from services.minutes.versions.shown import attached, compared, speakers
from shared.flow import Read
from shared.http import Caller, Documents, Routes, public
from shared.store import Store
from shared.web import Pages, reader_language

routes = Routes(prefix="/versions/{gathering:uuid}", include_in_schema=False, dependencies=[public])
html = Pages("services.minutes.versions")
Number = Annotated[int, Path(ge=1, le=1_000_000)]


@routes.get("")
async def get_versions(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """All of them, the newest first, and how anybody checks that nothing was changed."""
    frame = await _frame(gathering, request, caller, store)
    reader: Reader = frame["reader"]
    versions = [
        {"it": each.facts, "at": reader.moment(each.sealed_at)} for each in await versions_of(Read(store), gathering)
    ]
    origin = request.app.state.installation.settings.public_url or f"{request.url.scheme}://{request.url.netloc}"
    return html.answer(request, "versions.html", versions=versions[::-1], origin=origin, **frame)


@routes.get("/{number:int}.json")
async def get_file(gathering: UUID, number: Number, caller: Caller, store: Documents) -> Response:
    """The text of a version, to the byte."""
    await scope.readable(store, caller, gathering)
    version = await version_of(store, gathering, number)
    return Response(version.text.encode(), media_type="application/json", headers=attached(version))


@routes.get("/{number:int}")
async def get_version(gathering: UUID, number: Number, request: Request, caller: Caller, store: Documents) -> Response:
    """One version as it was published, with what differs from the one before it."""
    frame = await _frame(gathering, request, caller, store)
    version = await version_of(store, gathering, number)
    before: Version | None = await version_of(store, gathering, number - 1) if number > 1 else None
    people = await Read(store).many(Person, speakers(version, before))
    reader: Reader = frame["reader"]
    return html.answer(
        request,
        "version.html",
        **frame,
        number=number,
        at=reader.moment(version.sealed_at),
        it=version.facts,
        blocks=compared(version, before, reader, people),
    )


async def _frame(gathering: UUID, request: Request, caller: Caller, store: Store) -> dict[str, Any]:
    """What each page says of the minutes. Raises NotFound for those that this caller may not read."""
    minutes = (await scope.readable(store, caller, gathering)).entity
    found = await store.get(Gathering, gathering)
    about = found.entity if found else Gathering(gathering)
    reader = Reader.of(reader_language(request), about.time_zone)
    return {"reader": reader, "minutes": minutes, "title": reader.words(about.title), "gathering": gathering}
