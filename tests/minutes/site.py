"""The minutes service behind its app, and clients with roles."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import cast

import httpx
from starlette.types import ASGIApp

from services.minutes import SERVICE
from shared.flow.service import Service
from shared.http.app import Installation as Doors
from shared.http.app import create_app, create_site
from shared.settings import Settings
from tests.minutes import facts
from tests.minutes.facts import BODY, GATHERING
from tests.minutes.installation import Installation, Told, tell

API = f"/minutes/v1/minutes/{GATHERING}"
PAGE = f"/minutes/{GATHERING}"


@dataclass
class Site:
    """`here` hears the other topics; `client` speaks HTTP as somebody with these roles (none: nobody)."""

    here: Installation
    doors: Doors
    app: ASGIApp

    def client(self, *roles: str, **headers: str) -> httpx.AsyncClient:
        if roles:
            token = self.doors.keys.issue(facts.known("caller"), roles, timedelta(minutes=5))
            headers = {"Authorization": f"Bearer {token}", **headers}
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app), base_url="http://plenary.test", headers=headers
        )

    async def convene(self, members: int = 3) -> None:
        """A body of so many members is in session, with a delegate and a guest of each inside."""
        await self.here.hear(tell(BODY, facts.formed(members)) + tell(GATHERING, facts.announced(), facts.convened()))
        for n in range(members):
            language = ("en", "fa", "ar")[n % 3]
            guest = members + n
            await self.here.hear(
                tell(facts.organization(n), facts.listed(n))
                + tell(facts.known(f"person {n}"), facts.recorded(n, language))
                + tell(facts.registration(n), facts.confirmed(n, n), facts.entered(n, n))
                + tell(facts.registration(guest), facts.entered(guest, n, "guest"))
            )

    async def adjourn(self) -> None:
        await self.here.hear([Told(GATHERING, 3, facts.adjourned())])

    async def leave(self, n: int) -> None:
        await self.here.hear([Told(facts.registration(n), 3, facts.left(n, n))])

    async def publish(self) -> None:
        """Approve and publish, as the secretariat."""
        async with self.client("secretariat") as secretary:
            for step in ("approve", "publish"):
                seen = (await secretary.get(API)).headers["ETag"]
                done = await secretary.post(f"{API}/{step}", headers={"If-Match": seen})
                assert done.status_code == 200, done.text


@asynccontextmanager
async def site(path: Path) -> AsyncIterator[Site]:
    """The service in a folder, mounted as in an installation; closed at the end."""
    here = await Installation.open(path / "minutes.db")
    doors = Doors.open(Settings(data=path))
    app = create_site({"minutes": create_app(cast(Service, here), SERVICE.routers, doors)}, [], [], doors)
    try:
        yield Site(here, doors, app)
    finally:
        await here.store.close()
