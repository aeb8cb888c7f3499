"""What the OpenAPI document says of every route alike: its name, its headers, how it refuses."""

from typing import Any, Final

from fastapi.routing import APIRoute

HEADERS: Final = {
    "ETag": "The version of what is shown; `If-Match` of a change takes it.",
    "Link": 'Where there is more: the next page, `<address>; rel="next"`.',
    "Location": "The address of what was made; with 202, of how far it is.",
    "RateLimit-Policy": 'Which limit counts, its tokens, and the seconds in which they come back: `"caller";q=2000;w=2`.',
    "RateLimit": 'How many requests are left, for how many seconds; 0: until the next: `"caller";r=1999;t=1`.',
    "Retry-After": "Seconds until asking again is of use.",
    "WWW-Authenticate": "With 401: `Bearer`.",
    "Allow": "With 405: the methods of this address.",
}

LIMITED: Final = ("RateLimit-Policy", "RateLimit")
"""On every answer of ours, but for a process that is ending."""


def headers(*names: str) -> dict[str, Any]:
    """The headers of an answer, as a document names them."""
    return {name: {"$ref": f"#/components/headers/{name}"} for name in (*names, *LIMITED)}


_CONTENT: Final = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
PROBLEMS: Final[dict[int | str, dict[str, Any]]] = {
    "4XX": {
        "description": "Refused; the problem says why.",
        "content": _CONTENT,
        "headers": headers("Retry-After", "WWW-Authenticate", "Allow"),
    },
    "5XX": {
        "description": "Not now; the problem says whether to ask again.",
        "content": _CONTENT,
        "headers": headers("Retry-After"),
    },
}


def called(route: APIRoute) -> str:
    """The name of an operation, `getRegistrations`: that of its function, which is one of its kind in an app."""
    first, *more = route.name.split("_")
    return first + "".join(map(str.title, more))
