"""What stands beside the services: signing in and out, the public key, and what each problem type means."""

from typing import Any

from fastapi import HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from shared.auth.sign_in import SESSION
from shared.http.access import FORMS, accepts, public
from shared.http.gate import COOKIE
from shared.http.problems import KINDS, html
from shared.http.route import Routes

routes = Routes(dependencies=[public])


@routes.get("/sign-in", include_in_schema=False)
async def get_sign_in(request: Request, link: str = "") -> HTMLResponse:
    """A page with a button. Looking at it uses nothing up: mail scanners follow links."""
    if link:
        request.app.state.installation.sign_in.look(link)
    return html.answer(request, "sign-in.html", link=link)


@routes.post("/sign-in", include_in_schema=False, dependencies=[accepts(*FORMS)])
async def post_sign_in(request: Request) -> Response:
    """Use the link up; the browser keeps the session as a cookie that no script can read."""
    async with request.form(max_files=0, max_fields=1) as typed:
        session = request.app.state.installation.sign_in.spend(str(typed.get("link", "")))
    response = RedirectResponse("/", 303)
    response.set_cookie(
        COOKIE,
        session,
        max_age=int(SESSION.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=_secure(request),
    )
    return response


@routes.post("/sign-out", include_in_schema=False)
async def post_sign_out(request: Request) -> Response:
    """Let the browser forget the session."""
    response = RedirectResponse("/", 303)
    response.delete_cookie(COOKIE, httponly=True, samesite="strict", secure=_secure(request))
    return response


def _secure(request: Request) -> bool:
    settings = request.app.state.installation.settings
    return request.url.scheme == "https" or settings.public_url.startswith("https:")


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
