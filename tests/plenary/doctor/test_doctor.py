"""`plenary doctor` on an installation that stands, with one fault at a time: it is named, with what to do, and no other is."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from plenary.cli import main
from plenary.doctor import mail, place
from services.__main__ import SERVICES
from shared.settings import Settings
from tests.notifications.post import post_office
from tests.plenary.doctor.asked import NOWHERE, doctor, faults
from tests.ports import free_port


def test_where_all_is_well_the_exit_status_is_0(data: Path) -> None:
    status, found = doctor(data)
    assert (status, faults(found)) == (0, [])
    well = {each["what"] for each in found if each["state"] == "well"}
    stores = {f"store of {name}" for name in SERVICES}
    assert well == {"settings", "disk", "files", "modes", "key", "log", "topics", *stores}
    assert {each["what"] for each in found if each["state"] == "warning"} == {"installation", "mail"}
    assert [each for each in found if each["state"] != "well" and not each["do"]] == []


def test_it_makes_nothing(tmp_path: Path) -> None:
    status, found = doctor(tmp_path / "nowhere")
    assert (status, faults(found)[0]["what"]) == (1, "place")
    assert list(tmp_path.iterdir()) == []


def test_without_json_each_line_says_what_to_do(data: Path) -> None:
    (data / "key.json").chmod(0o644)
    told = CliRunner().invoke(main, ["doctor"], env={"PLENARY_DATA": str(data), "PLENARY_URL": NOWHERE})
    assert told.exit_code == 1
    assert f"-> chmod go= {data / 'key.json'}" in told.output
    assert "checks found a fault." in told.output


def test_a_setting_that_nobody_knows_is_named(data: Path) -> None:
    status, found = doctor(data, PLENARY_SMPT_URL="smtp://mail")
    assert status == 1
    [only] = found
    assert (only["what"], only["state"]) == ("settings", "fault")
    assert "PLENARY_SMPT_URL" in only["said"]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"PLENARY_ACCEPT_LOSS": "true"}, "the next loss is not noticed"),
        ({"PLENARY_PUBLIC_URL": "http://conference.example"}, "without TLS"),
        ({"PLENARY_SMTP_URL": "smtp://127.0.0.1:9"}, "which only this machine reaches"),
        ({"PLENARY_SMTP_URL": "smtp://127.0.0.1:9"}, "an address at localhost"),
    ],
)
def test_settings_that_do_not_go_together_are_a_warning(data: Path, settings: dict[str, str], said: str) -> None:
    _, found = doctor(data, **settings)
    assert any(said in each["said"] and each["do"] for each in found if each["state"] == "warning"), found


def test_a_disk_that_is_nearly_full_is_told_before_it_is() -> None:
    where = Path("/srv")
    assert place.room(where, 50_000_000_000).state == "well"
    assert place.room(where, 1_000_000_000).state == "warning"
    full = place.room(where, 100_000_000)
    assert (full.state, full.said) == ("fault", "0.1 GB are free on the disk of /srv.")


@pytest.mark.parametrize(("little", "nothing", "state"), [(1 << 60, 1, "warning"), (1 << 60, 1 << 60, "fault")])
def test_the_disk_of_the_installation_is_the_one_that_is_looked_at(
    data: Path, monkeypatch: pytest.MonkeyPatch, little: int, nothing: int, state: str
) -> None:
    monkeypatch.setattr(place, "LITTLE", little)
    monkeypatch.setattr(place, "NOTHING", nothing)
    status, found = doctor(data)
    [disk] = [each for each in found if each["what"] == "disk"]
    assert (status, disk["state"], str(data) in disk["said"]) == (state == "fault", state, True)
    assert disk["do"]


def _no_folder(data: Path) -> None:
    (data / "files").write_text("no directory")
    (data / "files").chmod(0o600)


def _open(data: Path) -> None:
    (data / "notifications.db").chmod(0o640)


def _no_key(data: Path) -> None:
    (data / "key.json").unlink()


def _broken_key(data: Path) -> None:
    (data / "key.json").write_text("{")


def _no_store(data: Path) -> None:
    (data / "minutes.db").unlink()


def _damaged(data: Path) -> None:
    _spoiled(data / "minutes.db")


def _damaged_log(data: Path) -> None:
    _spoiled(data / "log.db")


def _spoiled(path: Path) -> None:
    """Its last page says nothing any more."""
    with closing(sqlite3.connect(path)) as file:
        pages = file.execute("PRAGMA page_count").fetchone()[0]
    broken = bytearray(path.read_bytes())
    broken[4096 * (pages - 1) : 4096 * pages] = b"\xff" * 4096
    path.write_bytes(broken)


def _newer_store(data: Path) -> None:
    with closing(sqlite3.connect(data / "minutes.db")) as file:
        file.execute("PRAGMA user_version = 7")


def _no_log(data: Path) -> None:
    (data / "log.db").unlink()


def _in_log(statement: str, *values: Any) -> Callable[[Path], None]:
    def write(data: Path) -> None:
        with closing(sqlite3.connect(data / "log.db")) as file, file:
            file.execute(statement, values)

    return write


TOMORROW = int((datetime.now(UTC) + timedelta(days=1)).timestamp() * 1_000_000)


@pytest.mark.parametrize(
    ("spoil", "what", "said"),
    [
        (_open, "modes", "can read "),
        (_no_folder, "files", "takes no files"),
        (_no_key, "key", "key.json is missing"),
        (_broken_key, "key", "does not hold the key"),
        (_no_store, "store of minutes", "minutes.db"),
        (_damaged, "store of minutes", "is damaged"),
        (_newer_store, "store of minutes", "was written by a newer Plenary (form 7"),
        (_no_log, "log", "log.db"),
        (_damaged_log, "log", "log.db is damaged"),
        (_in_log("PRAGMA user_version = 7"), "log", "was written by a newer Plenary (form 7"),
        (_in_log("DELETE FROM topics WHERE name = 'plenary.minutes'"), "topics", "There is no topic plenary.minutes"),
        (_in_log("UPDATE topics SET partitions = 3 WHERE name = 'plenary.people'"), "topics", "has 3 partitions"),
        (_in_log("UPDATE topics SET cleanup = 'kept' WHERE name = 'plenary.people'"), "topics", "cleanup kept"),
        (_in_log("UPDATE records SET at = ?", TOMORROW), "clock", "The newest record of the log is of"),
    ],
    ids=lambda value: value.__name__ if callable(value) else None,
)
def test_one_fault_is_one_finding(data: Path, spoil: Callable[[Path], None], what: str, said: str) -> None:
    spoil(data)
    status, found = doctor(data)
    assert status == 1
    assert [each["what"] for each in faults(found)] == [what], found
    assert said in faults(found)[0]["said"]
    assert faults(found)[0]["do"]


@pytest.mark.parametrize(
    ("setting", "url", "what"),
    [
        ("PLENARY_EVENTS_URL", "kafka://127.0.0.1:{port}", "log"),
        (
            "PLENARY_MINUTES_STORE_URL",
            "mongodb://127.0.0.1:{port}/minutes?serverSelectionTimeoutMS=200",
            "store of minutes",
        ),
    ],
)
def test_a_server_that_does_not_answer_is_named_by_its_setting(data: Path, setting: str, url: str, what: str) -> None:
    status, found = doctor(data, **{setting: url.format(port=free_port())})
    assert status == 1
    [only] = faults(found)
    assert (only["what"], setting in only["said"]) == (what, True)


async def test_the_mail_server_is_greeted_and_a_test_mail_arrives(tmp_path: Path) -> None:
    async with post_office() as post:
        settings = Settings(data=tmp_path, smtp_url=post.url, mail_from="Desk <desk@conference.example>")
        greeted = await mail.look(settings, "")
        assert (greeted.state, post.mails) == ("well", [])
        sent = await mail.look(settings, "me@example.org")
        assert (sent.state, post.recipients, len(post.mails)) == ("well", ["me@example.org"], 1)
        post.at_recipient.append("550 5.1.1 <me@example.org> is unknown here")
        refused = await mail.look(settings, "me@example.org")
    assert (refused.state, "550" in refused.said, "me@example.org" in refused.said) == ("fault", True, False)


def test_a_mail_server_that_is_away_is_a_fault_and_none_is_no_way_for_a_test_mail(data: Path) -> None:
    status, found = doctor(data, PLENARY_SMTP_URL=f"smtp://127.0.0.1:{free_port()}")
    assert (status, [each["what"] for each in faults(found)]) == (1, ["mail"])
    status, found = doctor(data, "--mail", "me@example.org")
    assert (status, [each["what"] for each in faults(found)]) == (1, ["mail"])
    assert not (data / "mails").exists()
