"""A delegation from a file (a workbook, or CSV): its lines are read as if they had been pasted; wrong ones stay in the field."""

import asyncio
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from uuid import UUID

from fastapi import Request, Response
from starlette.datastructures import UploadFile

from services.registration.invitations.pages import answering
from services.registration.invitations.pages.answering import Holder, Way
from shared.http import Caller, Documents, Routes, may
from shared.http.access import FORMS, must_be
from shared.imports.workbook import as_csv
from shared.store import Store
from shared.web.typed import KEPT, Typed, posted

LARGEST = 1_000_000
"""Bytes of such a form with its file: a workbook of 200 people has 20,000."""

routes = Routes(include_in_schema=False)


@routes.post("/invitation/table", max_body_size=LARGEST)
async def post_table(holder: Holder, request: Request, response: Response, store: Documents, link: str) -> Response:
    """By the link: each line of the file is a delegate."""
    return await _brought(request, response, store, answering.by_link(request, holder, link))


@routes.post("/invitations/{invitation:uuid}/table", dependencies=[may("person")], max_body_size=LARGEST)
async def post_own_table(
    invitation: UUID, request: Request, response: Response, store: Documents, caller: Caller
) -> Response:
    """The same by who is signed in."""
    return await _brought(request, response, store, await answering.signed_in(request, store, caller, invitation))


async def _brought(request: Request, response: Response, store: Store, way: Way) -> Response:
    form, trouble = await _read(request, response)
    if trouble:
        form.errors["file"] = trouble
        return await answering.page(request, store, way, form)
    return await answering.answered("delegates", request, store, way, form)


async def _read(request: Request, response: Response) -> tuple[Typed, str]:
    """The form, with the lines of the file as `table`; and what is wrong with the file."""
    must_be(request, FORMS[1:])
    values: dict[str, list[str]] = {}
    content = b""
    async with request.form(max_files=1, max_fields=20) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                content = await value.read()
            else:
                values.setdefault(name, []).append(value.strip()[:KEPT])
    try:
        text = await asyncio.to_thread(_text, content)
    except ValueError:
        return posted(request, response, values), "error_file"
    values["table"] = [text.strip("\r\n")[:KEPT]]
    return posted(request, response, values), "" if text.strip() else "wrong_missing"


def _text(content: bytes) -> str:
    """The lines of a workbook's first sheet, or of a table of text. Raises ValueError for what is neither."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):  # what a spreadsheet calls "Unicode text"
        return content.decode("utf-16")
    return as_csv(content).decode("utf-8-sig")
