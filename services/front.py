"""The front page: what runs, and where everything is."""

from fastapi import Request
from fastapi.responses import HTMLResponse

from shared.http import Routes, public
from shared.web import Pages

routes = Routes(include_in_schema=False)
html = Pages("services")


@routes.get("/", dependencies=[public])
async def get_front(request: Request) -> HTMLResponse:
    """In three languages: the services with their API documents, the mails, the published minutes."""
    return html.answer(request, "front.html")
