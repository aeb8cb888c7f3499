"""HTTP as a patient client speaks it: the same request under the same key, until it is answered."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

import httpx

from chaos.book import Book

LATER = frozenset({429, 502, 503, 504})
"""Not now; whatever else is an answer."""

PAUSE = 0.2
"""Seconds before a request is sent again; a longer `Retry-After` is not obeyed: the outages here are short."""


@dataclass(slots=True)
class Client:
    """As the secretariat. What no installation should answer is written into the book."""

    url: str
    token: str
    book: Book
    patience: float = 120.0
    http: httpx.AsyncClient = field(init=False)

    def __post_init__(self) -> None:
        limits = httpx.Limits(max_connections=64, max_keepalive_connections=64)
        self.http = httpx.AsyncClient(
            base_url=self.url, headers={"Authorization": f"Bearer {self.token}"}, timeout=30, limits=limits
        )

    async def ask(self, method: str, path: str, **what: Any) -> httpx.Response:
        """The answer, whenever it comes. Raises `TimeoutError` after `patience` seconds without one."""
        until = time.monotonic() + self.patience
        while time.monotonic() < until:
            try:
                answer = await self.http.request(method, path, **what)
            except httpx.HTTPError:
                pass  # killed meanwhile: nobody knows whether it was done
            else:
                self.book.answers += 1
                if answer.status_code not in LATER:
                    self._look(method, path, answer)
                    return answer
            await asyncio.sleep(PAUSE)
        raise TimeoutError(f"{method} {path} was not answered within {self.patience:g} s")

    def _look(self, method: str, path: str, answer: httpx.Response) -> None:
        problem = answer.headers.get("content-type", "").startswith("application/problem+json")
        if answer.status_code >= 500 or (answer.status_code >= 400 and not problem):
            self.book.odd.append(f"{method} {path}: {answer.status_code} {answer.text[:200]}")

    async def pages(self, path: str, **params: Any) -> list[dict[str, Any]]:
        """A whole list, page after page."""
        found: list[dict[str, Any]] = []
        next_page: str | None = str(httpx.URL(path, params=params))
        while next_page:
            answer = await self.ask("GET", next_page)
            rows = answer.json()
            found += rows
            link = answer.links.get("next")
            next_page = str(answer.url.join(link["url"])) if link and rows else None
        return found
