"""What happens to bodies."""

from services.registration.bodies.model import Body, FormBody
from services.registration.organizations.handlers import entered
from services.registration.organizations.model import Organization
from services.registration.organizations.queries import must_be_listed
from shared.flow import Change, Read


async def form_body(command: FormBody, read: Read) -> Change[Body]:
    """A body is formed or changed; the same facts again change nothing."""
    await read.ahead((Body, command.body), *((Organization, member) for member in command.members))
    there = await read.maybe(Body, command.body)
    body = there or Body(command.body)
    await must_be_listed(read, {("members", n): member for n, member in enumerate(command.members)})
    return entered(body, body.form(command), overwrites=command.new and there is not None)
