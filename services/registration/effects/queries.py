"""What is asked of the store about effects: those of a decision, who holds an office, and who may answer."""

from datetime import datetime
from uuid import UUID

from services.registration.effects.model import Effect, EffectState
from services.registration.entries.merging import kept
from services.registration.offices.model import Office
from services.registration.people.model import Person
from shared.auth import Caller
from shared.contracts.effects import Holder
from shared.errors import NotFound
from shared.flow import Read
from shared.store import In, Store, Stored, Where
from shared.store.every import every


async def of_decision(read: Read, decision: UUID) -> list[Effect]:
    """All that were asked for by it, whatever became of them."""
    return [each.entity async for each in every(read, Effect, {"decision": decision})]


async def holders(read: Read, body: UUID, at: datetime) -> list[Holder]:
    """Who holds an office of a body on that day, once each; who was erased holds none."""
    found: dict[UUID, Holder] = {}
    async for stored in every(read, Office, {"body": body}):
        person = await kept(read, Person, stored.entity.holder(at.date()))
        if person and person.confirmed and not person.erased:
            found.setdefault(person.id, Holder(stored.id, person.id))
    return [found[each] for each in sorted(found)]


async def holds(read: Read, office: Office, person: UUID, at: datetime) -> bool:
    """Whether this person holds it on that day; of who was merged, the one that was kept."""
    there, asked = await kept(read, Person, office.holder(at.date())), await kept(read, Person, person)
    return bool(there and asked and there.id == asked.id and not there.erased)


def scope(caller: Caller) -> Where:
    """The effects that a caller may see and answer: a chair those of the own bodies, the secretariat all."""
    return {} if caller.is_("secretariat") else {"deciding": In(caller.of("chair"))}


async def seen(store: Store, caller: Caller, id: UUID) -> Stored[Effect]:
    """Raises NotFound for one that the caller may not see."""
    found = await store.get(Effect, id)
    if found is None or not (caller.is_("secretariat") or _chairs(caller, found.entity)):
        raise NotFound("There is no such effect.")
    return found


def _chairs(caller: Caller, effect: Effect) -> bool:
    return effect.deciding is not None and caller.holds("chair", effect.deciding)


def waiting(caller: Caller) -> Where:
    """Those that nobody answered."""
    return {**scope(caller), "state": EffectState.PENDING}
