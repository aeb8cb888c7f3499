"""Registration behind its app, and clients with roles."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
from starlette.types import ASGIApp

from services.registration import SERVICE
from shared.flow.service import Service
from shared.http.app import Installation, create_app, create_site
from shared.settings import Rate, Settings
from tests.registration.facts import known
from tests.registration.house import house

MANY = Rate(1e6, 1_000_000)
GATHERING: dict[str, Any] = {
    "title": {"en": "Shared river basins", "fa": "حوضه‌های مشترک رودها", "ar": "الأحواض المشتركة"},
    "venue": {"en": "Hall of the Delta", "fa": "تالار دلتا", "ar": "قاعة الدلتا"},
    "starts_at": "2030-03-21T09:00:00+03:30",
    "ends_at": "2030-03-21T18:00:00+03:30",
    "time_zone": "Asia/Tehran",
    "capacity": {"delegate": 2, "press": 1, "guest": 2},
}


@dataclass
class Site:
    """`client` speaks HTTP as this person with these roles (none: nobody), below `/registration`."""

    service: Service
    installation: Installation
    app: ASGIApp

    def client(self, *roles: str, sub: UUID | None = None, **headers: str) -> httpx.AsyncClient:
        if roles or sub:
            token = self.installation.keys.issue(sub or known("caller"), roles, timedelta(minutes=5))
            headers = {"Authorization": f"Bearer {token}", **headers}
        return httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app), base_url="http://plenary.test/registration", headers=headers
        )

    async def gathering(self, *steps: str, **other: Any) -> str:
        """A gathering that was taken through these steps; its path."""
        async with self.client("secretariat") as secretary:
            made = await secretary.post("/v1/gatherings", json=GATHERING | other)
            assert made.status_code == 201, made.text
            path = f"/v1/gatherings/{made.json()['id']}"
            for step in steps:
                await changed(secretary, path, step)
        return path

    async def person(self, n: object) -> str:
        """Somebody on record; their id."""
        async with self.client("secretariat") as secretary:
            made = await secretary.post("/v1/people", json={"name": f"Person {n}", "email": f"p{n}@example.org"})
            assert made.status_code == 201, made.text
        return str(made.json()["id"])

    async def register(self, path: str, person: str, category: str = "delegate") -> httpx.Response:
        async with self.client("secretariat") as secretary:
            return await secretary.post(f"{path}/registrations", json={"category": category, "person": person})


async def changed(client: httpx.AsyncClient, path: str, step: str) -> httpx.Response:
    """Read, then POST the step with the ETag that was read."""
    seen = (await client.get(path)).headers["ETag"]
    done = await client.post(f"{path}/{step}", headers={"If-Match": seen})
    assert done.status_code == 200, done.text
    return done


@asynccontextmanager
async def site(folder: Path) -> AsyncIterator[Site]:
    async with house(folder) as service:
        settings = Settings(data=folder, limit_anonymous=MANY, limit_anonymous_post=MANY)
        installation = Installation.open(settings)
        app = create_site({"registration": create_app(service, SERVICE.routers, installation)}, [], [], installation)
        yield Site(service, installation, app)
