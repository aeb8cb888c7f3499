"""The page on which somebody subscribes to the own gatherings, and the feed, which a calendar program reads by its link."""

from datetime import timedelta
from hashlib import sha256
from typing import Annotated, Any
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.entries.merging import kept
from services.registration.people.model import Person
from services.registration.registrations.calendar import feed
from services.registration.subscriptions import handlers, queries
from services.registration.subscriptions.model import Subscribe
from shared.errors import Forbidden
from shared.flow import Read
from shared.http import Caller, Documents, Routes, is_known, linked, may
from shared.locale import Texts
from shared.locale.languages import negotiate
from shared.web import Pages
from shared.web.typed import Posted

PACKAGE = "services.registration.subscriptions"

GOOD_FOR = timedelta(days=5 * 365)
"""A calendar program reads by itself for years."""

routes = Routes(include_in_schema=False)
html = Pages(PACKAGE)


@routes.get("/own/calendar", dependencies=[may("person")])
async def get_subscription(request: Request, caller: Caller, store: Documents) -> Response:
    """The link, if there is one, and what can be done with it. Looking makes none."""
    person = await kept(Read(store), Person, caller.id)
    there = await queries.newest(store, person.id) if person else None
    address = _address(request, there.id) if there else ""
    since: dict[str, Any] = {"since": there.since} if there else {}
    return html.answer(request, "subscription.html", person=person, address=address, opens=_webcal(address), **since)


@routes.post("/own/calendar", dependencies=[may("person")])
async def post_subscription(caller: Caller, store: Documents, form: Posted) -> Response:
    """A link; another one, if there is one already, which ends that."""
    person = await kept(Read(store), Person, caller.id)
    if person is None:
        raise Forbidden("Only who is on record as a person comes to gatherings.")
    await form.do(handlers.subscribe, Subscribe(**form.do.message, person=person.id))
    return RedirectResponse("/registration/own/calendar", 303)


@routes.get("/own/calendar.ics")
async def get_feed(subscription: Annotated[UUID, linked("calendar")], request: Request, store: Documents) -> Response:
    """The own gatherings as they are now, in the own language; 304 to whoever has them."""
    person = await queries.owner(store, subscription)
    language = negotiate(person.language)
    coming = await queries.coming(store, person.id)
    versions = [(str(each.id), each.version, gathering.version) for gathering, each in coming]
    tag = f'"{sha256(repr((language, versions)).encode()).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-store"}
    if is_known(request, tag):
        return Response(status_code=304, headers=headers)
    name = Texts(language, "latin", PACKAGE)["own_gatherings"]
    content = feed([(gathering, each.entity) for gathering, each in coming], request.app.state.keys, name, language)
    return Response(content, headers=headers, media_type="text/calendar; charset=utf-8")


def _address(request: Request, subscription: UUID) -> str:
    link = request.app.state.keys.link("calendar", subscription, GOOD_FOR)
    return f"{request.app.state.installation.settings.address}/registration/own/calendar.ics?link={link}"


def _webcal(address: str) -> str:
    """The same address by the name that calendar programs listen to."""
    return f"webcal://{address.partition('://')[2]}" if address else ""
