"""Registration as the process wires it: its definition, its routes and its loop."""

from services.registration import handlers, pages
from services.registration.model import Body, Gathering, Organization, Person, Registration
from services.registration.routes import ROUTERS
from services.registration.sweep import sweep_forever
from shared.flow import Definition

DEFINITION = Definition(
    name="registration",
    kinds=(Gathering, Organization, Body, Person, Registration),
    mirrors=handlers.MIRRORS,
    on=handlers.ON,
    states={Person: Person.state},
)

routers = [*ROUTERS, pages.routes]

loops = (sweep_forever,)
"""Coroutines that the process runs, each given the running `Service`."""
