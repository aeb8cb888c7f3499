"""Sessions: who is signed in, and the links by which people sign in."""

from services.registration.sessions import api, handlers, pages
from services.registration.sessions.last_use import note_last_uses
from services.registration.sessions.model import Session
from shared.contracts.sessions import SESSIONS
from shared.flow import Subject

SUBJECT = Subject(
    kinds=(Session,),
    publishes=(SESSIONS,),
    on=handlers.ON,
    routers=(api.routes, pages.routes),
    loops=(note_last_uses,),
)
