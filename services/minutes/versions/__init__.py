"""Versions: what was published, kept as it was; each with the hash of the one before it."""

from services.minutes.versions.api import routes
from services.minutes.versions.handlers import ON
from services.minutes.versions.model import Version
from services.minutes.versions.pages import routes as pages
from shared.contracts.versions import VERSIONS
from shared.flow import Subject

SUBJECT = Subject(kinds=(Version,), publishes=(VERSIONS,), on=ON, routers=(routes, pages))
"""Nothing is asked of a version but to be read: it is made when minutes are published or corrected, and never changed."""
