"""What Prometheus sees of mails: how many stand where, and since when the oldest waits that was to be sent at once."""

from collections.abc import Iterable
from datetime import datetime

from services.notifications.notifications.model import WAITING, Notification, State
from shared.store import Store
from shared.store.unreadable import readable
from shared.telemetry import Figure


async def mails(store: Store, now: datetime) -> Iterable[Figure]:
    """Every count reads an index alone. What is scheduled does not wait."""
    says = "Mails by state."
    counted = [Figure("plenary_mails", says, await _many(store, each), {"state": each}) for each in State]
    oldest = now
    for state in WAITING:
        page = await readable(store.find(Notification, {"state": state}, sort="queued_at", limit=1))
        oldest = min([oldest, *(stored.entity.queued_at for stored in page.items)])
    age = max(0.0, (now - oldest).total_seconds())
    return [*counted, Figure("plenary_mail_oldest_unsent_seconds", "Age of the oldest mail that waits.", age)]


async def _many(store: Store, state: State) -> int:
    return await store.count(Notification, {"state": state})
