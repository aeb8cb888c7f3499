"""Who stated or decided something: chosen among the bodies on record, and how they are called."""

from collections.abc import Sequence
from uuid import UUID

from services.registration.bodies.model import Body
from shared import locale
from shared.contracts.authorities import Authority
from shared.errors import Invalid
from shared.flow import Read
from shared.store import Store

CHOICES = 500
"""Bodies to choose from."""
NOBODY = UUID(int=0)


async def must_be_known(read: Read, authority: Authority) -> None:
    """Raises Invalid for an office of a body that there is not."""
    if authority.body and await read.maybe(Body, authority.body) is None:
        raise Invalid.at("There is no body with this id; form it first.", "body")


async def bodies(store: Store, language: str) -> list[tuple[str, str]]:
    """Those whose offices may say something."""
    found = await store.find(Body, {}, sort="code", limit=CHOICES)
    return [(str(stored.id), locale.choose(stored.entity.name, language)) for stored in found.items]


async def called(store: Store, authorities: Sequence[Authority], language: str) -> list[str]:
    """How each is called, in this order: the office and its body; "" where nobody is known."""
    ids = {each.body for each in authorities if each.body}
    found = await store.get_many(Body, sorted(ids))
    bodies = {id: locale.choose(each.entity.name, language) for id, each in found.items()}
    return [_called(locale.choose(each.named, language), bodies.get(each.body or NOBODY, "")) for each in authorities]


def _called(named: str, body: str) -> str:
    return f"{named} ({body})" if named and body else named or body
