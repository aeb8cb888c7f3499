"""Registration as the process wires it: its definition, its routes and its loop."""

from services.registration import handlers
from services.registration.model import Body, Gathering, Organization, Person, Registration
from shared.flow import Definition

DEFINITION = Definition(
    name="registration",
    kinds=(Gathering, Organization, Body, Person, Registration),
    mirrors=handlers.MIRRORS,
    on=handlers.ON,
    states={Person: Person.state},
)
