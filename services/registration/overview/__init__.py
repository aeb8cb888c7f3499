"""The overview: a gathering as the secretariat enters it, changes it, and takes it from step to step; and those
of an edition. It keeps no documents."""

from services.registration.overview.pages import editing, of_edition, steps
from shared.flow import Subject

SUBJECT = Subject(routers=(editing.routes, steps.routes, of_edition.routes))
