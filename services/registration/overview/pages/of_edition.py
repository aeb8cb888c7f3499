"""The gatherings of an edition: a part of the edition's page, which also stands alone."""

from uuid import UUID

from fastapi import Request, Response

from services.registration.editions.named import named
from services.registration.gatherings import queries
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.pages import facts_at, now
from shared.errors import NotFound
from shared.http import Caller, Documents, Routes, may
from shared.web import Pages, reader_language

MOST = 100
"""So many gatherings of an edition are listed."""

routes = Routes(include_in_schema=False)
html = Pages("services.registration.overview")


@routes.get("/editions/{edition:uuid}/gatherings", dependencies=[may("observer")])
async def get_of_edition(edition: UUID, request: Request, store: Documents, caller: Caller) -> Response:
    """What prepares it and what it is, by when each begins; drafts are for the secretariat."""
    language = reader_language(request)
    of = await named(store, [edition], language)
    if not of:
        raise NotFound("There is no such edition.")
    where = {**queries.seen_by(caller), "edition": edition}
    found = await store.find(Gathering, where, sort="starts_at", limit=MOST)
    secretariat = caller.is_("secretariat")
    listed = [
        {
            "href": f"/gatherings/{stored.id}{'/overview' if secretariat else ''}",
            "kind": stored.entity.gathering_kind,
            **facts_at(stored.entity, language, now(request)),
        }
        for stored in found.items
    ]
    template = "of-edition-part.html" if "hx-request" in request.headers else "of-edition.html"
    return html.answer(request, template, of=of[0], listed=listed, secretariat=secretariat)
