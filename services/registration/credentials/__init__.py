"""Letters of credentials: who may represent an organization at a gathering, speak, vote and amend for it; and who said so."""

from services.registration.credentials import api
from services.registration.credentials.model import Credentials
from services.registration.credentials.pages import listing, one
from shared.contracts.credentials import CREDENTIALS
from shared.flow import Subject

SUBJECT = Subject(kinds=(Credentials,), publishes=(CREDENTIALS,), routers=(api.routes, listing.routes, one.routes))
