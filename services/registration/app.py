"""Registration as the process wires it: its definition, its routes and its loop."""

from services.registration import handlers, pages
from services.registration.model import Body, Gathering, Imported, Organization, Person, Registration
from services.registration.routes import ROUTERS
from services.registration.sweep import sweep_forever
from shared.contracts.bodies import BODIES
from shared.contracts.gatherings import GATHERINGS
from shared.contracts.organizations import ORGANIZATIONS
from shared.contracts.people import PEOPLE
from shared.contracts.registrations import REGISTRATIONS
from shared.flow import Subject

SUBJECT = Subject(
    kinds=(Gathering, Organization, Body, Person, Registration, Imported),
    publishes=(GATHERINGS, ORGANIZATIONS, BODIES, PEOPLE, REGISTRATIONS),
    mirrors=handlers.MIRRORS,
    on=handlers.ON,
    timers=handlers.TIMERS,
    states={Person: Person.state},
    routers=(*ROUTERS, *pages.ROUTERS),
    loops=(sweep_forever,),
)
