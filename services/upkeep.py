"""How a service is, as a card of the system page: its store and its log, what waits as a picture, and what it cannot apply."""

import asyncio
from contextlib import suppress
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services import figures
from shared.errors import NotFound, Stale
from shared.flow.service import Service
from shared.http import Routes, may
from shared.web import Pages
from shared.web.typed import Posted

routes = Routes(include_in_schema=False, dependencies=[may("secretariat")])
html = Pages("services")


@routes.get("/cards/upkeep")
async def get_card(request: Request) -> Response:
    """The card alone."""
    return await _answer(request, "upkeep-card.html")


@routes.get("/upkeep")
async def get_page(request: Request) -> Response:
    """The same as a page of its own, for whoever has no scripts."""
    return await _answer(request, "upkeep.html")


@routes.post("/upkeep/{letter}/replay")
async def post_replay(letter: UUID, request: Request, form: Posted) -> Response:  # noqa: ARG001
    """Try again what was refused. Every repeat tries again, which is harmless."""
    with suppress(NotFound):  # it was applied meanwhile
        await _service(request).catch_up.replay(letter)
    return RedirectResponse("/system", 303)


@routes.post("/upkeep/{letter}/discard")
async def post_discard(letter: UUID, request: Request, form: Posted) -> Response:
    """Give up the one record that the page showed; another that is refused by now stays."""
    with suppress(NotFound, Stale):  # the page shows what waits by now
        await _service(request).catch_up.discard(letter, seen={form.number("version") - 1})
    return RedirectResponse("/system", 303)


async def _answer(request: Request, template: str) -> Response:
    service = _service(request)
    letters, health, told = await asyncio.gather(
        service.catch_up.dead_letters(), service.health(), figures.asked(service)
    )

    def total(name: str) -> int:
        return int(sum(each.value for each in told if each.name == name))

    waits = {"lag": health["lag"] or 0, "outbox": total("plenary_outbox_documents"), "jobs": total("plenary_jobs")}
    return html.answer(
        request, template, service=service.name, health=health, letters=letters, waits=waits | {"refused": len(letters)}
    )


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service
