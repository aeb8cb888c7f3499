"""What a service looks for by itself holds up nobody who asks meanwhile: commands in the air are counted, not milliseconds."""

from uuid import uuid4

import pytest
from pymongo import monitoring

from shared.store.mongo.store import MongoStore
from tests.contract.documents import KINDS, Place, Report, new

pytestmark = pytest.mark.containers


class InTheAir(monitoring.CommandListener):
    """How many commands there were at most at once, of all."""

    def __init__(self) -> None:
        self.now = self.most = self.all = 0

    def started(self, event: monitoring.CommandStartedEvent) -> None:
        self.now, self.all = self.now + 1, self.all + 1
        self.most = max(self.most, self.now)

    def succeeded(self, event: monitoring.CommandSucceededEvent) -> None:
        self.now -= 1

    def failed(self, event: monitoring.CommandFailedEvent) -> None:
        self.now -= 1


async def test_outboxes_are_looked_for_in_one_collection_after_the_other(mongo_url: str) -> None:
    heard = InTheAir()
    monitoring.register(heard)
    store = await MongoStore.open(f"{mongo_url}/plenary_{uuid4().hex}", KINDS)
    monitoring._LISTENERS.command_listeners.remove(heard)
    try:
        await store.commit([new(Place(uuid4()), events=1), new(Report(uuid4()), events=1)])
        heard.most = heard.all = 0
        assert len(await store.pending()) == 2
        assert (heard.most, heard.all) == (1, len(KINDS))
    finally:
        await store.close()
