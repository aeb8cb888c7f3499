"""The whole chain over HTTP against a real process that is killed half-way; then every law broken in the files, and caught."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import httpx
import pytest

from plenary.verify import Finding, verify
from shared.settings import Settings
from tests.plenary.running import Installation

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

LATER = (
    "4 mails sent (action-due 1, invitation-reminder 3; ar 1, en 1, fa 2); "
    "decision adopted 1, invitation expired 4, meeting-document overdue 1, registration withdrawn 2"
)
"""What comes by itself in the month after the demo."""


@pytest.fixture(scope="module")
def installation(led: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """After a demo during which it was killed and started again. It runs."""
    here = Installation(Path(shutil.copytree(led / "data", tmp_path_factory.mktemp("demo") / "data")))
    here.start()
    try:
        yield here
    finally:
        here.stop()


def test_killed_half_way_the_demo_ends_true_and_verify_is_clean(installation: Installation) -> None:
    status, said = installation.plenary("verify")
    assert status == 0, said
    assert "319 seats held" in said
    assert "1,176 sent" in said
    assert re.search(r"All \d+ claims hold\.", said)


def test_once_time_has_passed_reminders_are_sent_and_invitations_expire(
    installation: Installation, tmp_path: Path
) -> None:
    status, said = installation.plenary("rehearse", "--mails", str(tmp_path / "mails"))
    assert status == 0, said
    assert f"In all: {LATER}.\n" in said
    mails = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in (tmp_path / "mails").iterdir()]
    assert sorted(mail["Content-Language"] for mail in mails) == ["ar", "en", "fa", "fa"]
    status, said = installation.plenary("verify")
    assert (status, "1,176 files" in said) == (0, True), said


def test_led_again_it_finds_everything_done_and_shows_where_to_look(installation: Installation) -> None:
    status, said = installation.plenary("demo")
    assert status == 0, said
    assert "demonstration 1 is there; going on with it" in said
    assert "402 mails sent, each once" in said
    assert f"✓ 30 days on, in a copy of it all: {LATER}\n" in said
    assert "?lang=fa" in said.partition("To look at:")[2]


def test_led_again_after_somebody_was_cancelled_it_leaves_that_as_it_is(installation: Installation) -> None:
    headers = {"Authorization": f"Bearer {installation.plenary('token')[1].strip()}"}
    with httpx.Client(base_url=installation.environ["PLENARY_URL"], headers=headers) as secretary:
        listed = secretary.get("/registration/v1/registrations", params={"limit": 100}).json()
        path = next(f"/registration/v1/registrations/{each['id']}" for each in listed if each["rank"])
        tag = secretary.get(path).headers["ETag"]
        assert secretary.post(f"{path}/cancel", headers={"If-Match": tag}).is_success
    status, said = installation.plenary("demo")
    assert status == 0, said
    assert "somebody went on from there" in said
    assert "?lang=fa" in said.partition("To look at:")[2]


def test_the_other_commands_answer(installation: Installation) -> None:
    assert installation.plenary("verify")[0] == 0, "which waits until what was asked before is heard"
    assert installation.plenary("status")[1].count("store ok, log ok, lag 0, dead letters 0") == 3
    assert installation.plenary("dlq", "list") == (0, "Nothing is behind.\n")
    status, said = installation.plenary("events", "read", "plenary.minutes")
    assert (status, said.count('"type": "minutes.published.v1"')) == (0, 2), "of the conference and of the workshop"
    status, said = installation.plenary("import", "people", "samples/broken.csv", "--dry-run")
    assert status == 1
    assert "line 3, email: Write one e-mail address" in said
    status, said = installation.plenary("import", "organizations", "samples/organizations.csv")
    assert said == "60 rows: 0 created, 0 changed, 60 unchanged.\n"
    status, said = installation.plenary("reset", "--yes")
    assert (status, "An installation runs on" in said) == (1, True)
    status, said = installation.plenary("up")
    assert (status, "An installation runs on" in said) == (1, True)


def test_the_example_of_the_feed_reads_all_of_it_and_goes_on_where_it_stopped(
    installation: Installation, tmp_path: Path
) -> None:
    example = Path("docs/consumers/feed.py").absolute()
    environ = installation.environ | {"TOKEN": installation.plenary("token")[1].strip()}

    def read() -> str:
        command = [sys.executable, str(example), environ["PLENARY_URL"]]
        return subprocess.run(command, env=environ, cwd=tmp_path, check=True, capture_output=True, text=True).stdout

    assert read().count("registration.promoted.v1") == 1
    assert read() == ""


def test_it_ends_in_order_and_verify_needs_no_running_installation(installation: Installation) -> None:
    assert installation.stop() == 0
    assert installation.plenary("verify")[0] == 0


BROKEN: dict[str, tuple[str, str, str]] = {
    "lost": (
        "log",
        "DELETE FROM records WHERE CAST(value AS TEXT) LIKE '%\"rank\":%' AND place % 3 = 0",
        "each aggregate's events on the log are 1..n, and n is its document's",
    ),
    "unheard": (
        "log",
        'UPDATE committed SET "offset" = 1 WHERE "group" = \'minutes\'',
        "every service has heard all that was published",
    ),
    "unpublished": (
        "registration",
        "UPDATE registrations SET outbox = json_array(json_object('sequence', 1, 'id', id, 'type', 'x', "
        "'at', '2030-01-01T00:00:00.000000Z', 'data', NULL)) WHERE id = (SELECT max(id) FROM registrations)",
        "every outbox is empty",
    ),
    "shared": (
        "registration",
        "UPDATE people SET body = json_set(body, '$.email', (SELECT min(json_extract(body, '$.email')) FROM people)) "
        "WHERE id = (SELECT id FROM people ORDER BY json_extract(body, '$.email') DESC LIMIT 1)",
        "each address belongs to one person",
    ),
    "overbooked": (
        "registration",
        "UPDATE registrations SET body = json_set(body, '$.seat', 7) WHERE json_extract(body, '$.seat') = 8",
        "seats and tickets are unique",
    ),
    "too high": (
        "registration",
        "UPDATE registrations SET body = json_set(body, '$.seat', 301) WHERE json_extract(body, '$.seat') = 8",
        "no seat is above the largest capacity that its pool ever had",
    ),
    "overtaken": (
        "log",
        "UPDATE records SET value = CAST(json_set(CAST(value AS TEXT), '$.rank', 1) AS BLOB) "
        "WHERE json_extract(CAST(value AS TEXT), '$.rank') "
        "= (SELECT max(json_extract(CAST(value AS TEXT), '$.rank')) FROM records)",
        "nobody got a seat while a lower rank waited",
    ),
    "never free": (
        "registration",
        "UPDATE gatherings SET body = json_set(body, '$.state', 'open', '$.capacity.delegate', 310)",
        "nobody waits while a seat is free",
    ),
    "doubled": (
        "minutes",
        "UPDATE attendance SET body = json_set(body, '$.passages[#]', json_extract(body, '$.passages[0]')) "
        "WHERE json_array_length(body, '$.passages') = 1",
        "the attendance in the minutes is what the door told",
    ),
    "mixed up": (
        "notifications",
        "UPDATE people SET body = json_set(body, '$.language', 'de')",
        "each projection is the fold of its topic",
    ),
    "made up": (
        "minutes",
        "UPDATE attendance SET body = json_set(body, '$.heard', json('{}')) WHERE id = (SELECT max(id) FROM attendance)",
        "each projection is the fold of its topic",
    ),
    "untold": (
        "notifications",
        "DELETE FROM notifications WHERE id = (SELECT max(id) FROM notifications "
        "WHERE json_extract(body, '$.template') = 'registration-confirmed')",
        "each event to be told has exactly one notification",
    ),
    "unannounced": (
        "notifications",
        "DELETE FROM notifications WHERE id = (SELECT max(id) FROM notifications "
        "WHERE json_extract(body, '$.template') = 'final-statement-adopted')",
        "everybody concerned was told what became of the gathering",
    ),
    "still to send": (
        "notifications",
        "UPDATE notifications SET body = json_set(body, '$.state', 'queued') WHERE id = (SELECT max(id) FROM notifications)",
        "no mail is on its way",
    ),
    "refused": (
        "minutes",
        "UPDATE attendance SET behind = 'noted', body = json_set(body, '$.behind', "
        "json_object('topic', 'plenary.registrations', 'partition', 0, "
        "'first', 1, 'to', 1, 'since', '2030-01-01T00:00:00.000000Z', 'reason', 'broken', 'refused', 1, 'last', 1, "
        "'skipped', json_array())) WHERE id = (SELECT max(id) FROM attendance)",
        "nobody is behind, and there is no dead letter",
    ),
}
"""What is broken: in which file, how, and the claim that must not hold any more."""


def _copied(file: str, to: str) -> None:
    """A mail is the same file under another name: one is taken away or added, and none is written anew."""
    (os.link if file.endswith(".eml") else shutil.copy)(file, to)


async def broken(installation: Installation, copy: Path, file: str, sql: str) -> list[Finding]:
    shutil.copytree(installation.data, copy, copy_function=_copied)
    with sqlite3.connect(copy / f"{file}.db") as database:
        assert database.execute(sql).rowcount > 0, "nothing was broken"
    database.close()
    return await verify(Settings(data=copy), lambda _: None, longest=0)


@pytest.mark.parametrize("what", BROKEN)
async def test_what_is_broken_is_caught(what: str, installation: Installation, tmp_path: Path) -> None:
    installation.stop()
    file, sql, claim = BROKEN[what]
    findings = await broken(installation, tmp_path / "copy", file, sql)
    assert claim in {each.claim for each in findings if not each.holds}


async def test_a_mail_that_is_lost_and_one_too_many_are_caught(installation: Installation, tmp_path: Path) -> None:
    installation.stop()
    copy = tmp_path / "copy"
    shutil.copytree(installation.data, copy, copy_function=_copied)
    first = min((copy / "mails").glob("*.eml"))
    (copy / "mails" / "another.eml").write_bytes(first.read_bytes())
    [mails] = [each for each in await verify(Settings(data=copy), lambda _: None, longest=0) if not each.holds]
    assert mails.faults == ["another.eml is nobody's mail"]
    (copy / "mails" / "another.eml").unlink()
    first.unlink()
    [mails] = [each for each in await verify(Settings(data=copy), lambda _: None, longest=0) if not each.holds]
    assert "its mail is missing" in mails.faults[0]
