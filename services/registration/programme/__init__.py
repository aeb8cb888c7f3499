"""The programme of a gathering: its sessions (`Part`: those who are signed in have sessions, too), each at its time."""

from services.registration.programme import api, pages
from services.registration.programme.model import Part
from services.registration.programme.publication import Programme
from shared.contracts.programme import PROGRAMME
from shared.flow import Subject

SUBJECT = Subject(kinds=(Part, Programme), publishes=(PROGRAMME,), routers=(api.routes, pages.routes))
