"""A file whose pages are broken: told as what it is, once and loudly, and never again as "try again"."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from shared.contracts import Topic
from shared.errors import Damaged, Unavailable
from shared.log import NotAppended, ProducerRecord
from shared.log.embedded.log import EmbeddedLog
from shared.store.sqlite.errors import Condition
from shared.store.sqlite.store import SqliteStore
from tests.contract.documents import KINDS, Place, new

TOPIC = Topic("damage", "tests", "what is broken", partitions=1)
SECRET = "Fenwater"  # in every document and record; in no message


def break_table(path: Path, name: str) -> None:
    """Overwrite the first page of a table or an index with what is none."""
    with closing(sqlite3.connect(path)) as db:
        [(page,)] = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchall()
        [(size,)] = db.execute("PRAGMA page_size").fetchall()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)


def loud(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    return [vars(record) for record in caplog.records if record.levelname == "CRITICAL"]


@pytest.fixture
async def path(tmp_path: Path) -> Path:
    """A store of 50 places, ended cleanly."""
    path = tmp_path / "places.db"
    store = await SqliteStore.open(path, KINDS)
    await store.commit([new(Place(UUID(int=n), number=n, names={"en": SECRET})) for n in range(50)])
    await store.close()
    return path


@pytest.fixture
async def store(path: Path) -> AsyncIterator[SqliteStore]:
    break_table(path, "places")
    store = await SqliteStore.open(path, KINDS)
    yield store
    await store.close()


async def test_a_broken_page_is_damage_whoever_meets_it(store: SqliteStore) -> None:
    await store.ping()  # nobody has met it yet
    with pytest.raises(Damaged, match=r"places\.db"):
        await store.get(Place, UUID(int=7))
    with pytest.raises(Damaged):
        await store.find(Place, {})
    with pytest.raises(Damaged):
        await store.commit([new(Place(uuid4()))])


async def test_whoever_asks_how_the_store_is_hears_of_the_damage_from_then_on(store: SqliteStore) -> None:
    with pytest.raises(Damaged):
        await store.get(Place, UUID(int=7))
    for _ in range(2):
        with pytest.raises(Damaged, match=r"^Damaged: places\.db "):
            await store.ping()


async def test_damage_is_logged_once_with_the_file_and_without_what_stands_in_it(
    store: SqliteStore, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for n in range(3):
        with pytest.raises(Damaged):
            await store.get(Place, UUID(int=n))
    [told] = loud(caplog)
    assert (told["msg"], told["file"]) == ("a file is damaged", path)
    assert "malformed" in str(told["reason"])


async def test_a_text_that_is_none_is_damage_and_is_not_quoted(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    content = path.read_bytes()
    assert content.count(SECRET.encode()) >= 50
    path.write_bytes(content.replace(SECRET.encode(), SECRET[:4].encode() + b"\xff\xfe\xfd\xfc"))
    store = await SqliteStore.open(path, KINDS)
    with pytest.raises(Damaged) as raised:
        await store.get(Place, UUID(int=7))
    await store.close()
    assert SECRET[:4] not in f"{raised.value} {loud(caplog)}"


async def test_what_is_no_database_is_damage_at_the_start(path: Path) -> None:
    path.write_bytes(b"a list of names, not a database\n" * 500)
    with pytest.raises(Damaged, match="not a database"):
        await SqliteStore.open(path, KINDS)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_CORRUPT", Damaged),
        ("SQLITE_CORRUPT_INDEX", Damaged),
        ("SQLITE_NOTADB", Damaged),
        ("SQLITE_IOERR_READ", Damaged),
        ("SQLITE_IOERR_CORRUPTFS", Damaged),
        ("SQLITE_IOERR_WRITE", Unavailable),
        ("SQLITE_FULL", Unavailable),
        ("SQLITE_READONLY", Unavailable),
        ("SQLITE_BUSY", Unavailable),
    ],
)
def test_only_what_does_not_pass_by_itself_is_damage(name: str, kind: type[Unavailable], tmp_path: Path) -> None:
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorname = name
    condition = Condition(tmp_path / "x.db", "file")
    with pytest.raises(Unavailable) as raised, condition.watched("The database cannot be read"):
        raise error
    assert type(raised.value) is kind
    if kind is Unavailable:
        condition.must_be_whole()


async def test_a_broken_page_of_the_log_is_damage_and_is_heard_of_from_then_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "log.db"
    log = await EmbeddedLog.open(path)
    await log.ensure([TOPIC])
    await log.append([ProducerRecord("damage", b"key", SECRET.encode() * 100) for _ in range(400)])
    await log.close()
    with path.open("r+b") as file:  # in the middle: what is told first and last, and the rest of the file, is whole
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\xa5" * 40_960)
    log = await EmbeddedLog.open(path)
    await log.ping()
    with pytest.raises(Damaged, match=r"log\.db"):
        [_ async for _ in log.read("damage", 0)]
    for _ in range(2):
        with pytest.raises(Damaged, match=r"log\.db"):
            await log.ping()
    [told] = loud(caplog)
    assert (told["file"], SECRET in str(told)) == (path, False)
    [outcome] = await log.append([ProducerRecord("damage", b"key", b"")])
    assert not isinstance(outcome, NotAppended), "what can be done is done"
    await log.close()
