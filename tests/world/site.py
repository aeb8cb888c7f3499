"""A service behind its doors, and clients with roles."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
from starlette.types import ASGIApp

from shared.flow.service import Service
from shared.http.app import Installation, create_app, create_site
from shared.settings import Rate, Settings

MANY = Rate(1e6, 1_000_000)
UNHURRIED: dict[str, Any] = dict.fromkeys(
    ("limit_anonymous", "limit_anonymous_post", "limit_caller", "limit_sign_in"), MANY
)
"""Settings with which nobody asks too often."""

NOBODY = UUID("5d2f8f1e-3f0c-4a3f-9f0e-6f5f0c1f7a31")


def client(
    app: ASGIApp,
    installation: Installation,
    *roles: str,
    sub: UUID | None = None,
    below: str = "",
    raises: bool = True,
    headers: Mapping[str, str] | None = None,
) -> httpx.AsyncClient:
    """Speaks HTTP as this person with these roles (neither: without a token). What the app `raises` the test sees, or a 500."""
    known = {}
    if roles or sub:
        known["Authorization"] = f"Bearer {installation.keys.issue(sub or NOBODY, roles, timedelta(minutes=5))}"
    transport = httpx.ASGITransport(app, raise_app_exceptions=raises)
    return httpx.AsyncClient(
        transport=transport, base_url=f"http://plenary.test{below}", headers={**known, **(headers or {})}
    )


@dataclass
class Site:
    """A service mounted as in an installation; `client` speaks HTTP below its name."""

    service: Service
    folder: Path

    def __post_init__(self) -> None:
        self.installation = Installation.open(Settings(data=self.folder, **UNHURRIED))
        app = create_app(self.service, self.service.definition.routers, self.installation)
        self.app = create_site({self.service.name: app}, [], [], self.installation)

    def client(self, *roles: str, sub: UUID | None = None, **headers: str) -> httpx.AsyncClient:
        return client(self.app, self.installation, *roles, sub=sub, below=f"/{self.service.name}", headers=headers)


async def changed(client: httpx.AsyncClient, path: str, step: str, **headers: str) -> httpx.Response:
    """Read, then POST the step with the ETag that was read. Must be accepted."""
    seen = (await client.get(path)).headers["ETag"]
    done = await client.post(f"{path}/{step}", headers={"If-Match": seen, **headers})
    assert done.status_code == 200, done.text
    return done
