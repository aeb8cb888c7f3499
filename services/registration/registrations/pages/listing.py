"""On the personal page: whether somebody stands on the list of participants."""

from fastapi import Request, Response

from services.registration.registrations.listing import BeListed, be_listed
from services.registration.registrations.pages.personal import Holder, back
from shared.http import Routes
from shared.web.typed import Posted

routes = Routes(include_in_schema=False)


@routes.post("/status/listing")
async def post_listing(holder: Holder, request: Request, form: Posted, link: str) -> Response:
    """I may stand on it, or may not any more. What is said twice is said once."""
    await form.do(be_listed, BeListed(**form.do.message, registration=holder, listed=form["listed"] == "yes"))
    return back(request, link)
