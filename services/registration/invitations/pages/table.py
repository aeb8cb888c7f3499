"""A delegation as a table, pasted or from a file (a workbook, or CSV), whose lines are read as if they had been pasted.

All of it is taken, whatever room it needs, or nothing of it; rows that are wrong stay in the field.
"""

import asyncio
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from fastapi import Request, Response
from starlette.datastructures import UploadFile

from services.registration.invitations.pages import answering
from services.registration.invitations.pages.answering import Way
from services.registration.invitations.pasted import too_much
from shared.http.access import FORMS, must_be
from shared.imports.workbook import as_csv
from shared.store import Store
from shared.web.typed import KEPT, Typed, posted

LARGEST = 2_000_000
"""Bytes of such a form: as browsers send it, a letter of the longest table that is read takes nine."""


async def brought(request: Request, response: Response, store: Store, way: Way) -> Response:
    """Name whom it lists, and show the page again."""
    form = await _read(request, response)
    if "file" in form.errors:
        return await answering.page(request, store, way, form)
    return await answering.answered("delegates", request, store, way, form)


async def _read(request: Request, response: Response) -> Typed:
    """The form, with the lines of the file as `table`; what is wrong with either is noted in it."""
    must_be(request, FORMS)
    values: dict[str, list[str]] = {}
    file: bytes | None = None
    async with request.form(max_files=1, max_fields=20, max_part_size=LARGEST) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                file = await value.read()
            else:
                values.setdefault(name, []).append(value if name == "table" else value.strip()[:KEPT])
    lines, trouble = await asyncio.to_thread(_lines, file) if file is not None else (values.get("table", [""])[0], "")
    long = not trouble and too_much(lines)
    typed = posted(request, response, values | {"table": ["" if long and file is not None else lines.strip("\r\n")]})
    typed.errors.pop("table", None)  # a table has a bound of its own
    if trouble or long:
        typed.errors["table" if file is None else "file"] = trouble or "error_table"
    return typed


def _lines(file: bytes) -> tuple[str, str]:
    """The lines of a file, and what is wrong with it."""
    try:
        text = _text(file)
    except ValueError:
        return "", "error_file"
    return text, "" if text.strip() else "wrong_missing"


def _text(content: bytes) -> str:
    """The lines of a workbook's first sheet, or of a table of text. Raises ValueError for what is neither."""
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):  # what a spreadsheet calls "Unicode text"
        return content.decode("utf-16")
    return as_csv(content).decode("utf-8-sig")
