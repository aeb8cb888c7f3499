"""The minutes as a file, to take along: on paper, for a word processor, as plain text, or as a page that stands alone."""

from functools import partial
from typing import Annotated

from fastapi import Path, Query, Request, Response

from services.minutes.publication.exported import FORMATS
from services.minutes.publication.pages.given import given, named_account, origin_of, shelf_of
from services.minutes.publication.paper import drawn
from services.minutes.publication.parts import Part
from services.minutes.publication.queries import Account
from shared.contracts.addresses import WHOLE
from shared.http import Caller, Documents, Routes, public
from shared.web import reader_language

routes = Routes(include_in_schema=False)


@routes.get("/{slug:readable}.{form:ending}", dependencies=[public])
async def get_file(
    slug: Annotated[str, Path(max_length=WHOLE)],
    form: Annotated[str, Path(max_length=8)],
    request: Request,
    caller: Caller,
    store: Documents,
    part: Annotated[Part, Query()] = Part.FULL,
) -> Response:
    """The minutes to take along: kept and asked for as the page is, of whoever is signed in for themselves alone.

    It is written beside the loop, one at a time, whoever asks.
    """
    language, origin, wanted = reader_language(request), origin_of(request), FORMATS[form]

    def text(account: Account) -> bytes:
        return wanted.written(drawn(account, f"{origin}{account.minutes.path}", language, part))

    look, press = partial(named_account, store, caller, slug), shelf_of(request, "press")
    sheet = await press.sheet(f"{origin} {slug} {form} {part} {language} {caller.id or ''}", look, text)
    if caller.id is not None:  # who may see what others may not yet
        return Response(sheet.text, media_type=wanted.media, headers=_saved(slug, form, part))
    return given(request, sheet, language, wanted.media, _saved(slug, form, part))


def _saved(slug: str, form: str, part: Part) -> dict[str, str]:
    """What it is called where it is kept. A paper is shown by the browser itself, the others are saved."""
    how = "inline" if form == "pdf" else "attachment"
    called = slug.replace("/", "-") + ("" if part is Part.FULL else f"-{part}")
    return {"Content-Disposition": f'{how}; filename="{called}.{form}"'}
