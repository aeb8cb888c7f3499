"""What a reader of minutes waits for does not grow with those who registered. SQLite's work is counted, nothing is timed."""

from pathlib import Path
from uuid import UUID, uuid4

from services.minutes import SERVICE
from services.minutes.attendance.model import Attendance, Presence
from services.minutes.attendance.queries import quorum
from services.minutes.mirrors.model import Body, Gathering
from services.minutes.publication.queries import account_of
from services.minutes.record.model import Minutes
from shared.contracts.bodies import Quorum
from shared.flow import Read
from shared.flow.service import documents
from shared.store import Stored
from shared.store.sqlite.store import SqliteStore
from tests.counted import Steps

BODY = uuid4()


MEMBERS = tuple(uuid4() for _ in range(10))


async def page_steps(folder: Path, registered: int, inside: int = 5) -> int:
    """What the page and the quorum cost where so many registered and a few are inside."""
    folder.mkdir()
    store = await SqliteStore.open(folder / "minutes.db", documents(SERVICE))
    gathering = uuid4()
    rule = Body(BODY, {"en": "Council"}, True, MEMBERS, Quorum())
    await store.commit([Stored(Gathering(gathering, body=BODY)), Stored(rule)])
    everybody = [someone(gathering, n, inside) for n in range(registered)]
    await store.commit([Stored(each) for each in everybody])
    with Steps(store) as steps:
        account = await account_of(Read(store), Minutes.drawn_up(gathering)[0])
        assert len(account.delegates) == inside
        found = await quorum(Read(store), gathering)
        assert found
        assert found.present == inside
    await store.close()
    return steps.count


def someone(gathering: UUID, n: int, inside: int) -> Attendance:
    state = Presence.PRESENT if n < inside else Presence.EXPECTED
    return Attendance(uuid4(), gathering, uuid4(), "delegate", MEMBERS[n % 10], state, counts=True)


async def test_the_minutes_page_costs_no_more_where_many_registered_and_few_came(tmp_path: Path) -> None:
    few, many = await page_steps(tmp_path / "few", 100), await page_steps(tmp_path / "many", 3000)
    assert many <= 1.5 * few
