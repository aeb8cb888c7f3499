"""What minutes is: its documents, what it hears, and its doors."""

from collections.abc import Coroutine
from typing import Any

from services.minutes.handlers import MIRRORS, ON
from services.minutes.model import Decision, Minutes
from services.minutes.pages import pages
from services.minutes.routes import routes
from shared.flow import Definition
from shared.flow.service import Service
from shared.http.app import Installation

DEFINITION = Definition(name="minutes", kinds=(Minutes, Decision), mirrors=MIRRORS, on=ON)

routers = [routes, pages]


def loops(_service: Service, _installation: Installation) -> list[Coroutine[Any, Any, None]]:
    """What runs beside the routes: nothing."""
    return []
