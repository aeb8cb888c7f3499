"""Lists page by page: an opaque cursor, signed so that nobody has to guess what a made-up one does."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any, TypeAlias, TypeVar
from uuid import UUID

from fastapi import Depends, Query, Request, Response

from shared.auth import Keys
from shared.store import Cursor, Entity, Finds, Stored, Where
from shared.store.codec import plain

E = TypeVar("E", bound=Entity)
T = TypeVar("T")


def next_page(request: Request, after: str) -> str:
    """The `Link` to the same question with this cursor."""
    url = request.url.include_query_params(after=after)
    return f'<{url.path}?{url.query}>; rel="next"'


class Pager:
    """The page that a request asks for (`limit`, `after`)."""

    def __init__(self, request: Request, response: Response, limit: int, after: str | None) -> None:
        self._request = request
        self._response = response
        self._keys: Keys = request.app.state.keys
        self._limit = limit
        self._after = after

    async def __call__(self, store: Finds, kind: type[E], where: Where, *, sort: str = "_id") -> list[Stored[E]]:
        """The documents of this page; sets `Link: <…>; rel="next"` if there are more.

        Raises `Invalid` for a cursor that is mangled or was made for another list.
        """
        purpose = f"cursor {self._request.url.path} {kind.kind} {sort}"
        after: Cursor | None = None
        if self._after is not None:
            value, id = self._keys.unsealed(purpose, self._after)
            after = (value, id)
        page = await store.find(kind, where, sort=sort, limit=self._limit, after=after)
        if page.next is not None:
            self._link(purpose, [plain(page.next[0]), page.next[1]])
        return page.items

    def among(self, items: Iterable[T], id: Callable[[T], UUID]) -> list[T]:
        """The same of a list that the store cannot find in one question: sorted by id."""
        purpose = f"cursor {self._request.url.path}"
        last = None if self._after is None else UUID(self._keys.unsealed(purpose, self._after))
        left = sorted((each for each in items if last is None or id(each) > last), key=id)
        page = left[: self._limit]
        if len(left) > len(page):
            self._link(purpose, id(page[-1]))
        return page

    def _link(self, purpose: str, last: Any) -> None:
        self._response.headers["Link"] = next_page(self._request, self._keys.sealed(purpose, last))


async def read(
    request: Request,
    response: Response,
    limit: Annotated[int, Query(ge=1, le=100, description="How many at most.")] = 50,
    after: Annotated[str | None, Query(max_length=2000, description="The cursor of `Link: rel=next`.")] = None,
) -> Any:
    return Pager(request, response, limit, after)


Paging: TypeAlias = Annotated[Pager, Depends(read)]
