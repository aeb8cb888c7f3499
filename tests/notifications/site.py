"""Notifications behind its app, and clients with roles."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import httpx
from starlette.types import ASGIApp

from services.notifications import SERVICE
from shared.flow.service import Service
from shared.http.app import Installation, create_app, create_site
from shared.settings import Rate, Settings
from tests.notifications.house import house, person_id

MANY = Rate(1e6, 1_000_000)


@dataclass
class Site:
    """`client` speaks HTTP with these roles (none: nobody), below `/notifications`."""

    running: Service
    installation: Installation
    app: ASGIApp

    def client(self, *roles: str, **headers: str) -> httpx.AsyncClient:
        if roles:
            token = self.installation.keys.issue(person_id(0), roles, timedelta(minutes=5))
            headers = {"Authorization": f"Bearer {token}", **headers}
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app), base_url="http://plenary.test/notifications", headers=headers
        )


@asynccontextmanager
async def site(folder: Path) -> AsyncIterator[Site]:
    async with house(folder) as running:
        settings = Settings(data=folder, limit_anonymous=MANY, limit_anonymous_post=MANY)
        installation = Installation.open(settings)
        app = create_site({"notifications": create_app(running, SERVICE.routers, installation)}, [], [], installation)
        yield Site(running, installation, app)
