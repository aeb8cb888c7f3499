"""What was decided of many is carried out here, page by page: it goes on after a restart where it stood."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID, uuid5

from services.registration.registrations import admission
from services.registration.registrations.commands import Approve, GiveUp, Hold, Reject, Release
from services.registration.registrations.handlers import cancel
from services.registration.registrations.model import Registration
from services.registration.roster.handlers import went
from services.registration.roster.model import Many, Reason, Verdict, Went, so
from shared.errors import Refused
from shared.flow.service import Service
from shared.loop import passing_by
from shared.store.every import every

log = logging.getLogger(__name__)

EVERY = 1.0
"""Seconds between two looks for work."""
STEP = 100
"""Registrations of which is decided before it is noted how far it came."""

Run = Callable[..., Awaitable[Any]]


async def decide(run: Run, message: dict[str, Any], verdict: Verdict, registration: UUID, reason: Reason) -> bool:
    """One registration; its token is made of the message's and its own. False where a rule stands against it."""
    said = message | {"id": uuid5(message["id"], str(registration)), "registration": registration}
    try:
        match verdict:
            case Verdict.APPROVE:
                await run(admission.approve, Approve(**said))
            case Verdict.HOLD:
                await run(admission.hold, Hold(**said | {"reason": reason}))
            case Verdict.RELEASE:
                await run(admission.release, Release(**said))
            case Verdict.REJECT:
                await run(admission.reject, Reject(**said | {"reason": reason}))
            case Verdict.CANCEL:
                await run(cancel, GiveUp(**said))
    except Refused:
        return False
    return True


async def work(service: Service) -> int:
    """Carry out what was begun and has not ended; returns of how many was decided. Two processes at once are harmless."""
    decided = 0
    async for stored in every(service.store, Many, {"ended": False}, passing_by=True):
        with passing_by("a decision about many cannot be carried out", job=str(stored.id)):
            many = stored.entity
            while not many.ended:
                many = await _step(service, many)
            decided += many.done
    return decided


async def work_forever(service: Service, _installation: Any) -> None:
    """A loop of the process, until cancelled."""

    async def step() -> None:
        await work(service)

    await service.loop("decisions about many", EVERY).forever(step)


async def _step(service: Service, many: Many) -> Many:
    """The next page, and a note how far it came."""
    message: dict[str, Any] = {"id": many.id, "at": service.clock(), "correlation": many.correlation}
    where: dict[str, Any] = {"gathering": many.gathering, **so(many.standing)}
    where |= {"category": many.category} if many.category else {}
    after = (str(many.upto), str(many.upto)) if many.upto else None
    page = await service.store.find(Registration, where, limit=STEP, after=after)
    answers = await asyncio.gather(
        *(decide(service.run, message, many.verdict, each.id, many.reason) for each in page.items)
    )
    upto = page.items[-1].id if page.next else None
    message |= {"id": uuid5(many.id, f"upto {upto}")}
    noted = Went(**message, job=many.id, upto=upto, done=sum(answers), refused=len(answers) - sum(answers))
    entity: Many = (await service.run(went, noted)).entity
    return entity
