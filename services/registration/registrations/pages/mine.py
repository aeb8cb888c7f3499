"""What who is signed in registered for, with the way to each personal page: whoever lost the mail with the link finds it here."""

from typing import Any

from fastapi import Request, Response

from services.registration.gatherings.model import Gathering
from services.registration.gatherings.pages import facts
from services.registration.registrations import queries
from services.registration.registrations.model import Registration
from services.registration.registrations.pages.personal import ALSO
from shared.auth import Caller as Asking
from shared.http import Caller, Documents, Routes, may
from shared.store import Store
from shared.web import Pages, reader_language

LISTED = 50

routes = Routes(include_in_schema=False, dependencies=[may("person")])
html = Pages("services.registration.registrations")


@routes.get("/own")
async def get_own(request: Request, caller: Caller, store: Documents) -> Response:
    """The latest first."""
    return html.answer(request, "own.html", listed=await _listed(request, store, caller))


@routes.get("/own/card")
async def get_card(request: Request, caller: Caller, store: Documents) -> Response:
    """The same as a card of the home page."""
    return html.answer(request, "own-card.html", listed=await _listed(request, store, caller))


async def _listed(request: Request, store: Store, caller: Asking) -> list[dict[str, Any]]:
    """One's own alone, under each id that is one's own; the secretary's, too, are those of the person."""
    where = await queries.all_of(store, caller.id)
    found = [each.entity for each in (await store.find(Registration, where, limit=LISTED)).items]
    gatherings = await store.get_many(Gathering, [each.gathering for each in found])
    keys, language = request.app.state.keys, reader_language(request)
    return [
        {
            **facts(gatherings[each.gathering].entity, language),
            "link": keys.link("registration", each.id, ALSO),
            "state": each.reason if each.state == "pending" and each.reason else each.state.value,
        }
        for each in sorted(found, key=lambda it: str(it.begun_at or ""), reverse=True)
        if each.gathering in gatherings
    ]
