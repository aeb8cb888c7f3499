"""A service behind its doors, and clients with roles."""

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
from starlette.types import ASGIApp

from shared.auth import Keys
from shared.flow.service import Service
from shared.http.app import Installation, create_app, create_site
from shared.settings import Rate, Settings

MANY = Rate(1e6, 1_000_000)
UNHURRIED: dict[str, Any] = dict.fromkeys(
    ("limit_anonymous", "limit_anonymous_post", "limit_caller", "limit_sign_in"), MANY
)
"""Settings with which nobody asks too often."""

NOBODY = UUID("5d2f8f1e-3f0c-4a3f-9f0e-6f5f0c1f7a31")


class Bearer(httpx.Auth):
    """A token of some minutes, and another one once they have passed: a test lets days pass between two requests."""

    def __init__(self, keys: Keys, sub: UUID, roles: Iterable[str]) -> None:
        self._keys, self._sub, self._roles = keys, sub, [*roles]
        self._until = keys.clock()
        self._token = ""

    def shown(self) -> str:
        """The header, with a token that is good for a while yet."""
        if self._until <= (now := self._keys.clock()):
            self._until = now + timedelta(minutes=4)
            self._token = self._keys.issue(self._sub, self._roles, timedelta(minutes=5))
        return f"Bearer {self._token}"

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """The request, as whoever asks now."""
        request.headers["Authorization"] = self.shown()
        yield request


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
    bearer = Bearer(installation.keys, sub or NOBODY, roles) if roles or sub else None
    known = {"Authorization": bearer.shown()} if bearer else {}
    transport = httpx.ASGITransport(app, raise_app_exceptions=raises)
    return httpx.AsyncClient(
        transport=transport, base_url=f"http://plenary.test{below}", headers={**known, **(headers or {})}, auth=bearer
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
