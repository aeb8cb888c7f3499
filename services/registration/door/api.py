"""The door of a gathering: who comes in, who goes out."""

from typing import Any
from uuid import UUID

from services.registration.door import handlers
from services.registration.door.model import GoThrough
from services.registration.people.queries import visible
from services.registration.registrations.api import RegistrationView
from services.registration.registrations.model import Registration
from services.registration.registrations.queries import at_the_door
from shared.contracts.registrations import Source
from shared.flow import Decide
from shared.http import Caller, Do, Documents, Form, Routes, may
from shared.http.fields import Instant

routes = Routes(prefix="/v1/registrations/{registration}", tags=["registrations"])
keepers = [may("checkin")]


class ScanForm(Form):
    """A scan at the door. `scan` is the device's own number of it: the same one counts once. `passed_at`: now if absent."""

    scan: UUID
    passed_at: Instant | None = None
    source: Source = "door"


@routes.post("/entries", dependencies=keepers)
async def post_registration_entry(
    registration: UUID, form: ScanForm, caller: Caller, store: Documents, do: Do
) -> RegistrationView:
    """Came in. 404 `unknown`; 409 `not-confirmed`, `already-inside`, `wrong-day`. The same scan again changes nothing."""
    await visible(store, Registration, registration, at_the_door(caller), code="unknown")
    return await _note(handlers.enter, registration, form, do)


@routes.post("/exits", dependencies=keepers)
async def post_registration_exit(
    registration: UUID, form: ScanForm, caller: Caller, store: Documents, do: Do
) -> RegistrationView:
    """Went out. 404 `unknown`; 409 `not-inside`, `wrong-day`. The same scan again changes nothing."""
    await visible(store, Registration, registration, at_the_door(caller), code="unknown")
    return await _note(handlers.leave, registration, form, do)


async def _note(handler: Decide[Any], registration: UUID, form: ScanForm, do: Do) -> RegistrationView:
    command = GoThrough(**do.message, registration=registration, **form.model_dump())
    return RegistrationView.of((await do(handler, command)).entity)
