"""Every claim of `verify` holds of an installation with a past, and there is something that breaks it, found under its name."""

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from plenary.verify import verify
from shared.settings import Settings
from tests.plenary.verify.installation import broken
from tests.plenary.verify.tamper import Log, changed, renewed

pytestmark = pytest.mark.slow


def registration(data: Path, sql: str) -> None:
    changed(data / "registration.db", sql)


def notifications(data: Path, sql: str) -> None:
    changed(data / "notifications.db", sql)


def minutes(data: Path, sql: str) -> None:
    changed(data / "minutes.db", sql)


def unpublished(data: Path) -> None:
    event = {
        "sequence": 1,
        "id": "6f2c4f0e-7f5e-4c0a-9a53-0d6f3d5a8c11",
        "type": "x",
        "at": "2030-01-01T00:00:00.000000Z",
    }
    outbox = json.dumps([{**event, "data": None}])
    registration(data, f"UPDATE people SET outbox = '{outbox}' WHERE id = (SELECT max(id) FROM people)")


def refused(data: Path) -> None:
    behind = {"topic": "plenary.people", "partition": 0, "first": 1, "to": 1, "since": "2030-01-01T00:00:00.000000Z"}
    note = json.dumps({**behind, "reason": "broken", "refused": 1, "skipped": []})
    minutes(
        data,
        f"UPDATE person SET behind = 'noted', body = json_set(body, '$.behind', json('{note}'))"
        " WHERE id = (SELECT max(id) FROM person)",
    )


def overtaken(data: Path) -> None:
    """Whoever waited last is told to have waited first, and to have been passed over by the one who was promoted."""
    log = Log(data)
    waited = [each for each in log.records("plenary.registrations") if each.value and "rank" in each.value]
    for each in waited:
        log.put(renewed(each, lambda value: value.update(rank=1)))


def above(data: Path) -> None:
    registration(
        data, "UPDATE registrations SET body = json_set(body, '$.seat', 12) WHERE json_extract(body, '$.seat') = 7"
    )


def doubled(data: Path) -> None:
    registration(
        data, "UPDATE registrations SET body = json_set(body, '$.seat', 1) WHERE json_extract(body, '$.seat') = 2"
    )


def free(data: Path) -> None:
    registration(
        data,
        "UPDATE gatherings SET body = json_set(body, '$.capacity.delegate', 9, '$.state', 'open') WHERE id ="
        " (SELECT json_extract(body, '$.gathering') FROM registrations WHERE json_extract(body, '$.state') = 'waitlisted')",
    )


def of_last(table: str, change: str) -> str:
    """Change the body of the last document."""
    return f"UPDATE {table} SET body = json_set(body, {change}) WHERE id = (SELECT max(id) FROM {table})"


OF_ALL, OF_ONE = (
    f"SELECT max(id) FROM notifications WHERE body ->> 'template' = '{template}' AND body ->> 'state' = 'sent'"
    for template in ("gathering-postponed", "registration-rejected")
)
"""A mail that was sent of what everybody is told, and the one that tells one person of one thing and nobody else of anything."""


def lost(data: Path, which: str = OF_ONE) -> None:
    with closing(sqlite3.connect(data / "notifications.db")) as db:
        [id] = db.execute(which).fetchone()
    (data / "mails" / f"{id}.eml").unlink()


def brought(data: Path) -> Path:
    """The one file that a document names."""
    [file] = (data / "files").iterdir()
    return file


def another(data: Path) -> None:
    brought(data).write_text("another")


def left(data: Path) -> None:
    file = data / "files" / f"{UUID(int=0)}.{UUID(int=1)}"
    file.write_text("of nobody")
    os.utime(file, (0, 0))


SEQUENCES = "each aggregate's events on the log are 1..n, and n is its document's"
FACTS = "each document says what its events say"
FOLDS = "each projection is the fold of its topic"
DOOR = "the attendance in the minutes is what the door told"
TOLD = "each event to be told has exactly one notification"
BROUGHT = "each file that a document names is there as it was brought"
SWEPT = "no file is left that nothing names"
MAILS = "each notification that was sent has exactly one mail"

BREAKING: dict[str, tuple[str, Callable[[Path], None]]] = {
    "unheard": (
        "every service has heard all that was published",
        lambda data: Log(data).sql('UPDATE committed SET "offset" = 0 WHERE "group" = ?', "minutes"),
    ),
    "heard, and lost": (
        "every service has heard all that was published",
        lambda data: Log(data).sql(
            "DELETE FROM records WHERE place = (SELECT max(place) FROM records"
            " WHERE place >> 50 = (SELECT id FROM topics WHERE name = 'plenary.gatherings'))"
        ),
    ),
    "unpublished": ("every outbox is empty", unpublished),
    "still to be sent": (
        "no mail is on its way",
        lambda data: notifications(data, of_last("notifications", "'$.state', 'queued'")),
    ),
    "everybody still to be told": (
        "no mail is on its way",
        lambda data: notifications(
            data,
            "UPDATE announcements SET due = '2026-01-01T00:00:00.000000Z',"
            " body = json_set(body, '$.due', '2026-01-01T00:00:00.000000Z', '$.passes', 0)",
        ),
    ),
    "refused": ("nobody is behind, and there is no dead letter", refused),
    **{
        f"{what} of {service} that cannot be read": (
            "every document can be read",
            lambda data, service=service, table=table, sql=sql: changed(  # type: ignore[misc]
                data / f"{service}.db", f"UPDATE {table} SET {sql} WHERE id = (SELECT max(id) FROM {table})"
            ),
        )
        for service, table in (
            ("registration", "registrations"),
            ("registration", "gatherings"),
            ("notifications", "notifications"),
            ("notifications", "people"),
            ("minutes", "attendance"),
            ("minutes", "minutes"),
        )
        for what, sql in (
            (f"{table}, emptied", "body = '{}'"),
            (f"{table}, of another form", "body = json_set(body, '$.sequence', 'three')"),
        )
    },
    "a version that was changed": (
        "published versions are as they were sealed, and none is missing",
        lambda data: minutes(data, "UPDATE version SET body = json_set(body, '$.text', '{}')"),
    ),
    "a shared address": (
        "each address belongs to one person",
        lambda data: registration(
            data,
            "UPDATE people SET body = json_set(body, '$.email', 'p1@example.org')"
            " WHERE json_extract(body, '$.email') = 'p2@example.org'",
        ),
    ),
    "places that nobody on the log waited for": (
        SEQUENCES,
        lambda data: Log(data).sql("DELETE FROM records WHERE CAST(value AS TEXT) LIKE '%\"rank\":%'"),
    ),
    "another sequence": (SEQUENCES, lambda data: registration(data, of_last("registrations", "'$.sequence', 99"))),
    "a sequence of nothing": (SEQUENCES, lambda data: registration(data, of_last("people", "'$.sequence', 0"))),
    "a document that is lost": (
        SEQUENCES,
        lambda data: registration(data, "DELETE FROM organizations WHERE id = (SELECT min(id) FROM organizations)"),
    ),
    "a document that was renamed": (
        FACTS,
        lambda data: registration(data, of_last("organizations", "'$.name', json_object('en', 'Another')")),
    ),
    "minutes that open later": (
        FACTS,
        lambda data: minutes(
            data,
            "UPDATE minutes SET body = json_set(body, '$.opened_at', '2026-01-01T00:00:00.000000Z')"
            " WHERE json_extract(body, '$.opened_at') IS NOT NULL",
        ),
    ),
    "a person that is replaced": (
        FACTS,
        lambda data: registration(
            data,
            "UPDATE people SET body = json_set(body, '$.name', 'Somebody Else') WHERE NOT json_extract(body, '$.erased')",
        ),
    ),
    "a seat held twice": ("seats and tickets are unique", doubled),
    "a seat too high": ("no seat is above the largest capacity that its pool ever had", above),
    "overtaken": ("nobody got a seat while a lower rank waited", overtaken),
    "never free": ("nobody waits while a seat is free", free),
    "a mirror that is another": (FOLDS, lambda data: notifications(data, of_last("people", "'$.language', 'de'"))),
    "a mirror that is lost": (
        FOLDS,
        lambda data: minutes(data, "DELETE FROM gathering WHERE id = (SELECT min(id) FROM gathering)"),
    ),
    "a mirror that heard nothing": (FOLDS, lambda data: minutes(data, of_last("attendance", "'$.heard', json('{}')"))),
    "a mirror of nobody": (
        FOLDS,
        lambda data: minutes(
            data,
            "UPDATE person SET id = '00000000-0000-4000-8000-000000000000',"
            " body = json_set(body, '$._id', '00000000-0000-4000-8000-000000000000')"
            " WHERE id = (SELECT min(id) FROM person WHERE json_extract(body, '$.name') IS NOT NULL)",
        ),
    ),
    "a passage more": (
        DOOR,
        lambda data: minutes(
            data,
            "UPDATE attendance SET body = json_set(body, '$.passages[#]', json_extract(body, '$.passages[0]'))"
            " WHERE json_array_length(body, '$.passages') = 1",
        ),
    ),
    "told to nobody": (TOLD, lambda data: notifications(data, f"DELETE FROM notifications WHERE id = ({OF_ONE})")),
    "told of nothing": (
        TOLD,
        lambda data: notifications(
            data,
            "INSERT INTO notifications SELECT '00000000-0000-4000-8000-000000000000', version, due, behind, claims, outbox,"
            " json_set(body, '$._id', '00000000-0000-4000-8000-000000000000') FROM notifications LIMIT 1",
        ),
    ),
    "one of all told of nothing": (
        "everybody concerned was told what became of the gathering",
        lambda data: notifications(data, f"DELETE FROM notifications WHERE id = ({OF_ALL})"),
    ),
    "suppressed for no reason": (
        "everybody was told, or there is a reason why not",
        lambda data: notifications(
            data,
            "UPDATE notifications SET body = json_set(body, '$.state', 'suppressed', '$.reason', 'superseded')"
            " WHERE json_extract(body, '$.template') = 'registration-rejected'",
        ),
    ),
    "a file that is lost": (BROUGHT, lambda data: brought(data).unlink()),
    "a file that is another": (BROUGHT, another),
    "a file that nothing names": (SWEPT, left),
    "a file of who was erased": (
        SWEPT,
        lambda data: registration(
            data, "UPDATE answers SET body = json_set(body, '$.files', json('{}'), '$.gone', json('true'))"
        ),
    ),
    "a mail that is lost": (MAILS, lost),
    "a mail to everybody that is lost": (MAILS, lambda data: lost(data, OF_ALL)),
}
"""What is broken: the claim that must not hold any more, and how."""


@pytest.mark.parametrize("table", ["gatherings", "organizations", "registrations", "people"])
async def test_of_a_document_that_cannot_be_read_nothing_else_is_said(data: Path, table: str) -> None:
    [id] = await _ids(data, table)
    registration(data, f"UPDATE {table} SET body = json_remove(body, '$.heard') WHERE id = '{id}'")
    [fault] = [fault for each in await broken(data) for fault in each.faults if id in fault]
    assert fault.startswith(f"registration: {table} {id} cannot be read")


async def _ids(data: Path, table: str) -> list[str]:
    with closing(sqlite3.connect(data / "registration.db")) as db:
        return [id for (id,) in db.execute(f"SELECT max(id) FROM {table}").fetchall()]


@pytest.mark.parametrize("what", BREAKING)
async def test_what_is_broken_is_found_under_its_claim(data: Path, what: str) -> None:
    claim, breaking = BREAKING[what]
    breaking(data)
    assert claim in {each.claim for each in await broken(data)}


async def test_every_claim_has_something_that_breaks_it(data: Path) -> None:
    """That somebody was at work is shown by `test_whoever_is_at_work_while_it_is_checked_is_told_to_stand_still`."""
    claims = {each.claim for each in await verify(Settings(data=data), lambda _: None, longest=0)}
    assert claims == {claim for claim, _ in BREAKING.values()} | {"nobody was at work while this was checked"}
