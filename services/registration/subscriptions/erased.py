"""Who was erased is told of no report any more."""

from uuid import UUID, uuid4

from services.registration.subscriptions.handlers import leave_reports
from services.registration.subscriptions.model import LeaveReports, Subscription
from shared.contracts.subscriptions import subscription_id
from shared.flow.service import Service
from shared.settings import Settings


async def end_reports(service: Service, _settings: Settings, person: UUID) -> None:
    """The subscription is left as a stub, which says nothing of anybody."""
    stored = await service.store.get(Subscription, subscription_id(person))
    if stored and (stored.entity.confirmed or stored.entity.asked):
        command = LeaveReports(id=uuid4(), at=service.clock(), subscription=stored.id, reason="erased")
        await service.run(leave_reports, command)
