"""What was answered survives the death of the process, and a document and its outbox appear together or not at all."""

import asyncio
import sys
from uuid import UUID

import orjson
import pytest

from shared.store import Committed, Stored
from tests.contract.conftest import OpenStore
from tests.contract.documents import Place, new


async def killed_after(open_store: OpenStore, commits: int, tasks: int) -> set[UUID]:
    """Run the committer, kill it (SIGKILL) after so many answers; the ids that it answered."""
    command = [sys.executable, "-m", "tests.contract.committer", open_store.adapter, open_store.where, str(tasks)]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    answered = [await process.stdout.readline() for _ in range(commits)]
    process.kill()
    answered += (await process.stdout.read()).splitlines()
    await process.wait()
    return {UUID(line.decode().strip()) for line in answered}


def whole(stored: Stored[Place]) -> bool:
    """Its event lies in it, and no other."""
    return [orjson.loads(event.data or b"") for event in stored.outbox] == [{"place": str(stored.id)}]


@pytest.mark.parametrize(("commits", "tasks"), [(1, 1), (40, 1), (137, 16), (700, 64)])
async def test_every_answered_commit_survives_kill_9_with_its_event(
    open_store: OpenStore, commits: int, tasks: int
) -> None:
    answered = await killed_after(open_store, commits, tasks)
    store = await open_store()
    found: list[Stored[Place]] = []
    page = await store.find(Place, {}, limit=100)
    while True:
        found += page.items
        if page.next is None:
            break
        page = await store.find(Place, {}, limit=100, after=page.next)
    assert answered <= {stored.id for stored in found}
    for stored in found:
        assert whole(stored)
        assert await store.commit([new(Place(stored.id))]) != [Committed(1)]
    pending = await store.pending(len(found) + tasks)
    later = {stored.id for stored in pending} - {stored.id for stored in found}
    assert len(pending) == len(found) + len(later)
    # What the process had sent may have landed since: a server carries it out though nobody waits for the answer.
    assert not (store.alone and later)
    assert all(map(whole, pending))
