"""People: how to reach and address them, and whether the address is theirs. The only personal data that leaves registration."""

from services.registration.people import api, handlers
from services.registration.people.knocks import Knock
from services.registration.people.model import Person
from services.registration.people.pages import entry, posts
from shared.contracts.people import PEOPLE
from shared.flow import Subject

SUBJECT = Subject(
    kinds=(Person, Knock),
    publishes=(PEOPLE,),
    on=handlers.ON,
    timers=handlers.TIMERS,
    states={Person: Person.state},
    routers=(api.routes, entry.PEOPLE.routes, posts.routes),
)
