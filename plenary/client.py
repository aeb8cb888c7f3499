"""How the command line speaks to a running installation: HTTP at `PLENARY_URL`, with a token of the installation's own key."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from datetime import timedelta
from types import TracebackType
from typing import Any, Final, Self
from uuid import UUID, uuid4

import click
import httpx

from shared.auth import Keys
from shared.auth.caller import INSTALLATION
from shared.errors import PlenaryError
from shared.settings import Settings

SECRETARIAT: Final = INSTALLATION
"""Who the command line is. Always the same, so that an Idempotency-Key means the same after a restart."""

PATIENCE: Final = 120.0
"""Seconds for which one question is asked again while the installation is away."""

QUIET: Final = 2.0
"""Seconds of waiting of which nothing is said."""

MEDIA: Final = {b"%PDF": "application/pdf", b"\x89PNG": "image/png"}
"""What is sent begins so -> what it is; a table otherwise."""

AWAY: Final = frozenset({429, 502, 503, 504})
"""Answers that say: later."""


class Failure(click.ClickException):
    """What could not be done, in one sentence; exit status 1."""

    def format_message(self) -> str:
        return self.message


class Answered(Failure):
    """The installation answered with a problem (RFC 9457)."""

    def __init__(self, status: int, problem: dict[str, Any]) -> None:
        self.status = status
        self.slug = str(problem.get("code") or str(problem.get("type", "")).rpartition("/")[2])
        self.errors: list[dict[str, str]] = problem.get("errors") or []
        self.told = problem
        super().__init__(str(problem.get("detail") or problem.get("title") or f"The answer was {status}."))


def keys(settings: Settings) -> Keys:
    """The installation's key. Raises `Failure` where there is none or it is broken: a command that asks makes none."""
    if not settings.key_path.exists():
        raise Failure(
            f"There is no installation in {settings.data.absolute()}: its key is missing. "
            "Start one with `plenary up`, or let PLENARY_DATA name its directory."
        )
    try:
        return Keys.open(settings.key_path, issuer=settings.issuer)
    except PlenaryError as broken:
        raise Failure(broken.detail) from broken


def token(
    settings: Settings, roles: Iterable[str] = ("secretariat",), person: UUID = SECRETARIAT, hours: int = 12
) -> str:
    """A bearer token for the installation in `settings.data`."""
    return keys(settings).issue(person, roles, timedelta(hours=hours))


def sign_in_link(settings: Settings, address: str) -> str:
    """An address that signs a browser in as the secretariat: once, within an hour."""
    link = keys(settings).link("installation", uuid4(), timedelta(hours=1))
    return f"{address}/sign-in?link={link}"


class Client:
    """Asks one installation. With `patience` (seconds), a question is asked again while nobody answers it.

    That is safe: every POST carries an Idempotency-Key. Use it as a context.
    """

    def __init__(self, settings: Settings, *, patience: float = 0.0) -> None:
        self.url = settings.url
        self._data = settings.data
        self._patience = patience
        self._waiting = False
        self._http = httpx.AsyncClient(
            base_url=settings.url,
            headers={"Authorization": f"Bearer {token(settings)}"},
            timeout=httpx.Timeout(30.0, connect=5.0),
            limits=httpx.Limits(max_connections=20),
            trust_env=False,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.aclose()

    async def get(self, path: str, **params: Any) -> httpx.Response:
        """Raises `Answered` for a problem, `Failure` if nobody answers."""
        return await self._ask("GET", path, params=params)

    async def post(
        self,
        path: str,
        json: Any = None,
        *,
        key: str,
        content: bytes | None = None,
        typed: dict[str, str] | None = None,
        match: str = "",
        **params: Any,
    ) -> httpx.Response:
        """`key`: the Idempotency-Key; `match`: the ETag. Instead of JSON: `content`, a table or a file; `typed`, a form."""
        headers = {"Idempotency-Key": key}
        if match:
            headers["If-Match"] = match
        if typed is not None:
            return await self._ask("POST", path, params=params, data=typed, headers=headers)
        if content is None:
            return await self._ask("POST", path, params=params, json=json, headers=headers)
        headers["Content-Type"] = MEDIA.get(content[:4], "text/csv")
        return await self._ask("POST", path, params=params, content=content, headers=headers)

    async def every(self, path: str, **params: Any) -> AsyncIterator[dict[str, Any]]:
        """All items of a list, page by page."""
        answer = await self.get(path, **{"limit": 100, **params})
        while True:
            items = answer.json()
            for item in items:
                yield item
            following = answer.links.get("next", {}).get("url")
            if following is None or not items:
                return
            answer = await self.get(following)

    async def lines(self, path: str, **params: Any) -> AsyncIterator[str]:
        """The lines of a stream of server-sent events, until it ends."""
        accept = {"Accept": "text/event-stream"}
        try:
            async with self._http.stream("GET", path, params=params, headers=accept, timeout=None) as answer:
                if answer.status_code >= 400:
                    await answer.aread()
                    raise self._problem(answer)
                async for line in answer.aiter_lines():
                    yield line
        except httpx.TransportError as error:
            raise self._nobody(error) from error

    async def _ask(self, method: str, path: str, **request: Any) -> httpx.Response:
        if not request.get("params"):
            request.pop("params", None)  # an empty one would take away what `path` asks
        loop = asyncio.get_running_loop()
        until, pause = loop.time() + self._patience, 0.2
        while True:
            failure: Failure
            try:
                answer = await self._http.request(method, path, **request)
                if answer.status_code < 400:
                    self._waiting = False
                    return answer
                failure = self._problem(answer)
                if answer.status_code not in AWAY:
                    raise failure
            except httpx.TransportError as error:
                failure = self._nobody(error)
            if loop.time() + pause > until:
                raise failure
            self._wait(failure, until - loop.time())
            await asyncio.sleep(pause)
            pause = min(2.0, pause * 1.5)

    def _wait(self, failure: Failure, seconds: float) -> None:
        """A person is told why nothing moves, once for each time that the installation is away."""
        if not self._waiting and self._patience - seconds > QUIET:
            self._waiting = True
            click.echo(f"    {failure.message} Asking again for {seconds:.0f} s.", err=True)

    def _problem(self, answer: httpx.Response) -> Answered:
        if answer.status_code == 401:
            detail = (
                f"{self.url} does not know the key in {self._data.absolute()}; let PLENARY_DATA name its directory."
            )
            return Answered(401, {"detail": detail})
        try:
            return Answered(answer.status_code, answer.json())
        except (ValueError, AttributeError):
            return Answered(answer.status_code, {"detail": f"{self.url} answered {answer.status_code}."})

    def _nobody(self, error: httpx.TransportError) -> Failure:
        return Failure(
            f"Nobody answers at {self.url} ({type(error).__name__}). Start it with `plenary up`, or set PLENARY_URL."
        )
