"""A file as the body of a request, read as it comes, and how one is given out."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from fastapi import HTTPException, Request, Response
from fastapi.responses import FileResponse

from services.registration.files.arriving import arriving
from services.registration.files.folder import Folder
from services.registration.files.model import CODES, DETAILS, PICTURES, File, Rule
from services.registration.files.named import disposition
from shared.errors import Invalid, NotFound

LARGEST: Final = 20_000_000
"""Bytes that no setting allows more than."""
_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""Whatever somebody brought runs nothing here, and is kept by nobody on the way. (`nosniff` is on every answer.)"""


def folder_of(request: Request) -> Folder:
    """The directory of the installation that is asked."""
    return Folder.of(request.app.state.installation.settings)


async def received(
    request: Request, owner: UUID, rule: Rule, message: Mapping[str, Any], field: str, name: str
) -> File:
    """The body as a file, kept durably for the command with this envelope.

    Raises 413 as soon as it is too large, whatever it said of its size; Invalid for what it is not.
    """
    declared = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    seconds = request.app.state.installation.settings.time_limit
    async with folder_of(request).draft(owner, rule) as draft:
        async for piece in arriving(request.stream(), request.scope, seconds):
            await draft.take(piece)
            if draft.is_too_large:
                raise HTTPException(413, f"This file may have {rule.most:,} bytes at most.")
        if trouble := await draft.trouble(declared):
            raise Invalid.at(DETAILS[trouble], code=CODES[trouble])
        return await draft.keep(message["id"], field, name, message["at"])


def given_out(request: Request, owner: UUID, file: File, *, shown: bool) -> Response:
    """A file; `shown`: a picture may stand in a page, whatever else is only taken away. Raises NotFound."""
    path = folder_of(request).at(owner, file.id)
    if not path.is_file():
        raise NotFound("The file is not there; ask the operator.")
    kept = disposition(file.name, shown=shown and file.media_type in PICTURES)
    return FileResponse(path, media_type=file.media_type, headers={**_HEADERS, "Content-Disposition": kept})
