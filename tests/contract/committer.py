"""A process that commits in a loop until it is killed: `python -m tests.contract.committer <adapter> <where> <tasks>`.

For each answered commit it prints the document's id; each document publishes one event that names it.
"""

import asyncio
import os
import sys
from uuid import uuid4

from shared.store import Committed
from tests.contract.documents import KINDS, Place, new, outgoing
from tests.contract.stores import open_at


async def main(adapter: str, where: str, tasks: int) -> None:
    store = await open_at(adapter, where, KINDS)

    async def commit_for_ever() -> None:
        while True:
            place = Place(uuid4(), names={"en": "x" * 2000}, holds=(f"of/{uuid4()}",))
            change = new(place)
            change.sequence, change.outbox = 1, (outgoing(1, place=str(place.id)),)
            assert await store.commit([change]) == [Committed(1)]
            os.write(1, f"{place.id}\n".encode())  # one write: a line is there whole or not at all

    await asyncio.gather(*(commit_for_ever() for _ in range(tasks)))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
