"""The pages of minutes: the record at its permanent address, and the list of what is published."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response
from pydantic import AwareDatetime

from services.minutes.mirrors.model import Gathering
from services.minutes.publication.queries import account_of
from services.minutes.publication.reader import Reader
from services.minutes.publication.shown import shown
from services.minutes.record import scope
from services.minutes.record.model import Minutes, State
from shared.flow import Read
from shared.http import Caller, Documents, Routes, public
from shared.store import Range, Stored
from shared.web import Pages, reader_language

LISTED = 50
"""Minutes on one page of the list."""

pages = Routes(include_in_schema=False)
html = Pages("services.minutes.publication")


@pages.get("/", dependencies=[public])
async def get_list(
    request: Request, store: Documents, before: Annotated[AwareDatetime | None, Query()] = None
) -> Response:
    """What is published, the newest first; `before` continues with what was published earlier."""
    where = {"state": State.PUBLISHED, **({"published_at": Range(lt=before)} if before else {})}
    found = await store.find(Minutes, where, sort="-published_at", limit=LISTED)
    gatherings = await store.get_many(Gathering, [stored.id for stored in found.items])
    language = reader_language(request)
    listed = [_listed(stored.entity, gatherings.get(stored.id), language) for stored in found.items]
    return html.answer(request, "list.html", listed=listed, older=_last(found.items) if found.next else None)


@pages.get("/{gathering:uuid}", dependencies=[public])
async def get_page(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """The minutes of a gathering; before publication a preview, marked as such, for whoever keeps or observes them."""
    minutes = (await scope.readable(store, caller, gathering)).entity
    account = await account_of(Read(store), minutes)
    context = shown(account, reader_language(request))
    answer = html.answer(request, "minutes.html", address=_address(request, minutes.path), **context)
    return _revalidated(request, answer) if minutes.published else answer


def _listed(minutes: Minutes, stored: Stored[Gathering] | None, language: str) -> dict[str, object]:
    gathering = stored.entity if stored else Gathering(minutes.id)
    reader = Reader.of(language, gathering.time_zone)
    return {
        "path": minutes.path,
        "title": reader.words(gathering.title),
        "venue": reader.words(gathering.venue),
        "day": reader.day(minutes.opened_at) if minutes.opened_at else None,
    }


def _last(items: Sequence[Stored[Minutes]]) -> datetime | None:
    return items[-1].entity.published_at


def _address(request: Request, path: str) -> str:
    """The permanent address in full: where the installation says that it is, else where the reader found it."""
    known: str = request.app.state.installation.settings.public_url
    return f"{known}{path}" if known else str(request.url.replace(path=path, query="", fragment=""))


def _revalidated(request: Request, answer: Response) -> Response:
    """Published minutes may be kept, if asked about each time: names are joined late, so only the page itself has a version."""
    tag = f'W/"{blake2b(answer.body, digest_size=12).hexdigest()}"'
    answer.headers["ETag"] = tag
    answer.headers["Cache-Control"] = "no-cache"
    if tag in request.headers.get("if-none-match", ""):
        kept = {name: value for name, value in answer.headers.items() if name not in {"content-length", "content-type"}}
        return Response(status_code=304, headers=kept)
    return answer
