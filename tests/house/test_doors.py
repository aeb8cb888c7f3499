"""Every route of an installation, walked: it says who may, and turns everybody else away."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import pytest_asyncio

from services.__main__ import SERVICES
from services.process import Process
from shared.http import declared_routes
from shared.http.access import Declared
from shared.http.app import Site
from shared.http.gate import Gate
from shared.settings import Settings
from tests.world.site import UNHURRIED, client

EVERYBODY = {"public", "person"}
ROLES = ("observer", f"chair:{uuid4()}", f"checkin:{uuid4()}", f"focal-point:{uuid4()}")


@dataclass(frozen=True)
class House:
    """An installation that answers; it sends and hears nothing."""

    process: Process
    site: Site

    def routes(self) -> Iterator[tuple[str, Declared]]:
        """Each route with the path under which it is reached."""
        for prefix, app in (("", self.site.front), *((f"/{name}", app) for name, app in self.site.apps.items())):
            yield from ((prefix + route.path, route) for route in declared_routes(app))

    async def ask(self, method: str, path: str, *roles: str) -> int:
        """The status for a caller with these roles (none: without a token); every id in the path is unknown."""
        async with client(self.process.app, self.process.installation, *roles) as caller:
            return (await caller.request(method, _filled(path))).status_code


def _filled(path: str) -> str:
    parts = (str(UUID(int=7)) if part.startswith("{") else part for part in path.split("/"))
    return "/".join(parts)


@pytest_asyncio.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with Process.open(Settings(data=tmp_path, **UNHURRIED), list(SERVICES.values())) as process:
        assert isinstance(process.app, Gate)
        assert isinstance(process.app.app, Site)
        yield House(process, process.app.app)


async def test_every_route_declares_who_may(house: House) -> None:
    routes = list(house.routes())
    assert {path.split("/")[1] for path, _ in routes} > SERVICES.keys()
    assert [path for path, route in routes if route.access is None] == []


async def test_no_route_lets_in_who_may_not(house: House) -> None:
    """Without a token 401, with a role that does not fit 403 (404 where the object is not the caller's); a link opens its own."""
    wrong = []
    for path, route in house.routes():
        for method in route.methods:
            wrong += [problem async for problem in _open(house, path, method, route.access or ())]
    assert wrong == []


async def _open(house: House, path: str, method: str, access: tuple[str, ...]) -> AsyncIterator[str]:
    """What stands open at a route that should be closed."""
    linked = any(each.startswith("link:") for each in access)
    if "public" in access:
        return
    nobody = await house.ask(method, path)
    if nobody != (403 if linked else 401):
        yield f"{method} {path} answers {nobody} to nobody"
    for role in ROLES if not linked else ():
        if not EVERYBODY & set(access) and role.split(":")[0] not in access:
            status = await house.ask(method, path, role)
            if status not in (403, 404):
                yield f"{method} {path} answers {status} to {role.split(':')[0]}"


async def test_the_walk_meets_the_doors_that_matter(house: House) -> None:
    """The walk itself is checked: it knows closed routes of every service, and the secretariat passes where others do not."""
    closed = {path for path, route in house.routes() if not EVERYBODY & set(route.access or ())}
    assert {path.split("/")[1] for path in closed} == SERVICES.keys() | {"today", "system"}
    assert await house.ask("GET", "/registration/v1/people", "secretariat") == 200
    assert await house.ask("GET", "/registration/v1/people", "observer") == 403
