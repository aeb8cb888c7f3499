"""The API of versions: what was published, each with its hash, and the text that anybody can compute it from."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Path, Response

from services.minutes.record import scope
from services.minutes.record.api import readable
from services.minutes.versions.model import Version
from services.minutes.versions.queries import version_of
from services.minutes.versions.shown import attached
from shared.contracts.versions import VersionFacts
from shared.errors import NotFound
from shared.http import Caller, Documents, Paging, Routes, View, public

routes = Routes(prefix="/v1/minutes/{gathering}/versions", tags=["versions"])
Number = Annotated[int, Path(ge=1, le=1_000_000)]


class VersionView(VersionFacts, View):
    """A published version. `sealed_at` is UTC; its text is at `…/versions/{number}/text`."""

    id: UUID
    sealed_at: datetime


class RestrictedView(View):
    """What not everybody reads of a version. The SHA-256 of `salt` followed by `text` stands in the public text."""

    salt: str
    text: str


@routes.get("", dependencies=[public, readable])
async def get_versions(gathering: UUID, store: Documents, paging: Paging) -> list[VersionView]:
    """What was published, the first version first."""
    found = await paging(store, Version, {"gathering": gathering}, sort="number")
    return [VersionView.of(each.entity) for each in found]


@routes.get("/{number}/text", dependencies=[public, readable], response_class=Response)
async def get_version_text(gathering: UUID, number: Number, store: Documents) -> Response:
    """The text of a version, to the byte: JSON in the canonical form of RFC 8785. Its SHA-256 is the version's."""
    version = await version_of(store, gathering, number)
    return Response(version.text.encode(), media_type="application/json", headers=attached(version))


@routes.get("/{number}/restricted", dependencies=[public, readable])
async def get_version_restricted(gathering: UUID, number: Number, caller: Caller, store: Documents) -> RestrictedView:
    """What not everybody reads, for whoever keeps the minutes; so that they can show that it was sealed, too."""
    version = await version_of(store, gathering, number)
    if not version.restricted or not await scope.keeps(store, caller, gathering):
        raise NotFound("There is nothing of this version here that not everybody reads.")
    return RestrictedView(salt=version.salt, text=version.restricted)
