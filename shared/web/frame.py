"""What every app shows beside its own pages: the style sheet and such, and its API as a plain page."""

from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from shared.http.access import public
from shared.http.problems import html
from shared.http.route import Routes

routes = Routes()


@routes.get("/docs", dependencies=[public], include_in_schema=False)
async def get_docs(request: Request) -> HTMLResponse:
    """The operations as a plain page."""
    return html.answer(request, "docs.html", document=request.app.openapi())


class Static(StaticFiles):
    """The same for everybody, so it may be kept."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        response = super().file_response(*args, **kwargs)
        response.headers["Cache-Control"] = "public, max-age=3600"
        return response
