"""The templates of these pages; and the day, which a page has from the clock of its service."""

from datetime import date

from fastapi import Request

from shared.flow.service import Service
from shared.web import Pages

html = Pages("services.registration.editions")


def today(request: Request) -> date:
    """The day of the request (UTC)."""
    service: Service = request.app.state.service
    return service.clock().date()
