"""What stands beside the services: the way to the door, the public key, and what each problem type means."""

from typing import Any, Final

from fastapi import HTTPException, Request
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from shared.http.access import public
from shared.http.problems import KINDS, html
from shared.http.route import Routes

DOOR: Final = "/registration"

routes = Routes(dependencies=[public])


@routes.get("/sign-in", include_in_schema=False)
async def get_sign_in(request: Request) -> Response:
    """Where one signs in is the business of the service that knows people; links to this address go on working."""
    return RedirectResponse(f"{DOOR}/sign-in?{request.url.query}".rstrip("?"), 303)


@routes.post("/sign-out", include_in_schema=False)
async def post_sign_out() -> Response:
    """The same for signing out; it stays a POST."""
    return RedirectResponse(f"{DOOR}/sign-out", 307)


@routes.get("/.well-known/jwks.json")
async def get_keys(request: Request) -> dict[str, Any]:
    """The installation's public key, as a JWK set."""
    keys: dict[str, Any] = request.app.state.keys.public
    return keys


@routes.get("/problems/{slug}", response_model=None)
async def get_problem(request: Request, slug: str) -> Response | dict[str, Any]:
    """What a problem type means."""
    kind = KINDS.get(slug)
    if kind is None:
        raise HTTPException(404)
    if request.headers.get("accept", "").startswith("text/html"):
        return html.answer(request, "problem-type.html", slug=slug, kind=kind)
    return {"type": f"/problems/{slug}", **kind._asdict()}
