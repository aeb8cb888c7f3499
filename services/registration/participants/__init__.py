"""Who takes part, as everybody who does may read it: by organization, of those who consented."""

from services.registration.participants import pages
from shared.flow import Subject

SUBJECT = Subject(routers=(pages.routes,))
