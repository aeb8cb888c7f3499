"""What the gate knows of a request before any route sees it; it travels in the ASGI scope."""

from dataclasses import dataclass
from typing import Any

from starlette.requests import HTTPConnection

from shared.auth.caller import ANYBODY, Caller

KEY = "plenary.visit"


@dataclass(slots=True)
class Visit:
    """`refusal` says why a token or cookie that was shown does not count (the caller is then nobody)."""

    correlation: str = ""
    traceparent: str = ""
    caller: Caller = ANYBODY
    refusal: str = ""


def visit(request: HTTPConnection) -> Visit:
    """The visit of this request; an empty one where no gate stands before the app."""
    found: Any = request.scope.setdefault(KEY, Visit())
    return found  # type: ignore[no-any-return]
