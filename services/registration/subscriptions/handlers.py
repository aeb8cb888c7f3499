"""What happens when somebody wants to subscribe."""

from services.registration.subscriptions.model import Subscribe, Subscription
from shared.flow import Change, Read


async def subscribe(command: Subscribe, read: Read) -> Change[Subscription]:
    """A link from now on. Asked twice it is one; nobody else has to know."""
    there = await read.maybe(Subscription, command.id)
    return Change(there) if there else Change(Subscription(command.id, command.person, command.at), silent=True)
