"""What the gate knows of a request before any route sees it; it travels in the ASGI scope."""

from dataclasses import dataclass

from starlette.requests import HTTPConnection

from shared.auth.caller import ANYBODY, Caller

KEY = "plenary.visit"


@dataclass(slots=True)
class Visit:
    """`refusal` says why a token or cookie that was shown does not count (the caller is then nobody).

    `length` is that of the body, as the request says; -1 where it does not.
    """

    correlation: str = ""
    traceparent: str = ""
    length: int = -1
    caller: Caller = ANYBODY
    refusal: str = ""


def visit(request: HTTPConnection) -> Visit:
    """The visit of this request."""
    here: Visit = request.scope[KEY]
    return here
