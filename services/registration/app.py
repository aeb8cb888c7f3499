"""Registration as the process wires it: its definition, its routes and its loop."""

from collections.abc import Coroutine
from typing import Any

from services.registration import handlers, pages
from services.registration.model import Body, Gathering, Imported, Organization, Person, Registration
from services.registration.routes import ROUTERS
from services.registration.sweep import sweep_forever
from shared.flow import Definition
from shared.flow.service import Service
from shared.http.app import Installation

DEFINITION = Definition(
    name="registration",
    kinds=(Gathering, Organization, Body, Person, Registration, Imported),
    mirrors=handlers.MIRRORS,
    on=handlers.ON,
    timers=handlers.TIMERS,
    states={Person: Person.state},
)

routers = [*ROUTERS, *pages.ROUTERS]


def loops(service: Service, _installation: Installation) -> list[Coroutine[Any, Any, None]]:
    """What runs beside the routes: the sweep of waiting lists."""
    return [sweep_forever(service)]
