"""`plenary rehearse` beside a real process: what the coming days bring is seen in a copy, and nowhere else."""

import re
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from plenary.rehearsal.clock import Ahead
from plenary.rehearsal.course import course
from plenary.verify import verify
from shared.contracts.registry import TOPIC
from shared.settings import Settings
from shared.store.sqlite.file import hold
from tests.plenary.running import Installation
from tests.plenary.verify.tamper import Log
from tests.waiting import PATIENCE

pytestmark = pytest.mark.slow

LANGUAGES = ("ar", "en", "fa")
SUBJECTS = {"ar": "نرجو الرد في موعد أقصاه", "en": "Please answer by", "fa": "پاسخ دهید"}
REPLY_BY = timedelta(days=10)
DAY = re.compile(r"^\d{4}-\d\d-\d\d +(\d+)  (.*)$", re.MULTILINE)

Seen = Mapping[str, object]


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """Three people of three languages are invited, and a fourth, who declines; the mails of that are sent. It runs still."""
    made = Installation(tmp_path_factory.mktemp("ahead") / "data")
    made.start()
    try:
        _invite(made)
        yield made
    finally:
        made.stop()


def _invite(here: Installation) -> None:
    headers = {"Authorization": f"Bearer {here.plenary('token')[1].strip()}"}
    with httpx.Client(base_url=here.environ["PLENARY_URL"], headers=headers) as secretary:

        def post(path: str, form: object = None, tag: str = "") -> httpx.Response:
            headers = {"Idempotency-Key": str(uuid4())} | ({"If-Match": tag} if tag else {})
            answer = secretary.post(path, json=form, headers=headers)
            assert answer.is_success, answer.text
            return answer

        def scheduled() -> int:
            """Of how many it is known when they are told: before that, a no would take them away at once."""
            found = secretary.get("/notifications/v1/notifications", params={"state": "scheduled"}).json()
            return sum(each["due"] is not None for each in found)

        made = post("/registration/v1/gatherings", _gathering())
        path = f"/registration/v1/gatherings/{made.json()['id']}"
        post(f"{path}/announce", tag=made.headers["ETag"])
        by = (datetime.now(UTC) + REPLY_BY).isoformat()
        for n, language in enumerate((*LANGUAGES, "en")):
            person = {"name": f"Guest {n}", "email": f"guest{n}@example.org", "language": language}
            id = post("/registration/v1/people", person).json()["id"]
            sent = post(f"{path}/invitations", {"category": "expert", "person": id, "reply_by": by})
        _until(lambda: scheduled() == len(_mails(here.data / "mails")) == 4)
        post(f"/registration/v1/invitations/{sent.json()['id']}/reply", {"reply": "declined"}, sent.headers["ETag"])
    assert here.plenary("verify")[0] == 0, "it waits until all of it was heard"


def _gathering() -> dict[str, object]:
    starts = datetime.now(UTC) + timedelta(days=20)
    return {
        "title": {"en": "Meeting of the gauges", "fa": "نشست سنجه‌ها", "ar": "اجتماع المقاييس"},
        "venue": {"en": "Hall", "fa": "تالار", "ar": "قاعة"},
        "capacity": {"expert": 9},
        "time_zone": "UTC",
        "starts_at": starts.isoformat(),
        "ends_at": (starts + timedelta(hours=3)).isoformat(),
    }


def _until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.02)


def _mails(folder: Path) -> list[EmailMessage]:
    return [message_from_bytes(file.read_bytes(), policy=policy.default) for file in sorted(folder.glob("*.eml"))]


def _seen(here: Installation) -> Seen:
    """All that it published, its mails, and what lies in its directory."""
    events = {topic: Log(here.data).records(topic) for topic in TOPIC}
    assert any(events.values())
    mails = {path.name: path.read_bytes() for path in (here.data / "mails").iterdir()}
    return {**events, "mails": mails, "files": {path.name for path in here.data.iterdir()}}


def _told(said: str) -> list[tuple[str, str]]:
    """How many, and what, without the day."""
    return [(many, " ".join(what.split())) for many, what in DAY.findall(said)]


def test_reminders_are_sent_in_a_copy_and_here_nothing_is(here: Installation, tmp_path: Path) -> None:
    here.plenary("rehearse", "--days", "1")  # from then on the file of its lock is there
    before = _seen(here)
    status, said = here.plenary("rehearse", "--mails", str(tmp_path / "mails"))
    assert status == 0, said
    assert _told(said) == [
        ("3", "sent: invitation-reminder ar 1, en 1, fa 1"),
        ("1", "not sent: invitation-reminder superseded"),
        ("3", "invitation expired"),
    ]
    assert _seen(here) == before
    assert "rehearsal" not in {path.name for path in here.data.iterdir()}
    mails = {mail["Content-Language"]: mail for mail in _mails(tmp_path / "mails")}
    assert sorted(mails) == sorted(LANGUAGES)
    for language, mail in mails.items():
        assert SUBJECTS[language] in mail["Subject"]
        assert mail["Date"].datetime - datetime.now(UTC) > REPLY_BY - timedelta(days=4), "it is dated as it was sent"
        body = mail.get_body(("plain",))
        assert body
        [link] = re.findall(r"http\S+/registration/invitation\?link=\S+", body.get_content())
        page = httpx.get(link, follow_redirects=True)
        assert (page.status_code, f'lang="{language}"' in page.text) == (200, True), (
            "it leads to the installation itself"
        )


def test_the_same_days_bring_the_same_again_and_fewer_bring_less(here: Installation) -> None:
    first, again = here.plenary("rehearse"), here.plenary("rehearse")
    assert _told(first[1]) == _told(again[1]) != []
    status, said = here.plenary("rehearse", "--days", "5")
    assert (status, "nothing happens by itself" in said) == (0, True), said


def test_no_mail_server_and_no_mailbox_hears_of_it(here: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        monkeypatch.setitem(here.environ, "PLENARY_SMTP_URL", f"smtp://127.0.0.1:{port}?tls=off")
        monkeypatch.setitem(here.environ, "PLENARY_REPLIES_URL", f"imap://a:b@127.0.0.1:{port}/INBOX")
        status, said = here.plenary("rehearse")
        assert (status, "3 mails sent" in said) == (0, True), said
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()


def test_killed_half_way_it_leaves_the_installation_as_it_is(here: Installation) -> None:
    before = _seen(here)
    copy = here.data / "rehearsal"
    begun = here.begin("rehearse", "--days", "366")
    _until(lambda: (copy / "key.json").exists() or begun.poll() is not None)
    assert begun.poll() is None
    begun.kill()
    begun.communicate()
    kept = (copy, copy / "key.json", *copy.glob("*.db"))
    assert [path.name for path in kept if path.stat().st_mode & 0o077] == [], "nobody else reads what is left"
    status, said = here.plenary("rehearse")
    assert (status, "3 mails sent" in said) == (0, True), said
    assert _seen(here) == before, "and what was left of the first is gone"


def test_one_at_a_time(here: Installation) -> None:
    release = hold(here.data / "rehearsal", "rehearsal")
    try:
        status, said = here.plenary("rehearse")
    finally:
        release()
    assert (status, "already; wait until that has ended" in said) == (1, True), said


@pytest.mark.parametrize(
    "environ",
    [
        {"PLENARY_EVENTS_URL": "kafka://k:9092"},
        {"PLENARY_MINUTES_STORE_URL": "mongodb://m/minutes"},
        {"PLENARY_DATA": "nowhere"},
    ],
    ids=["log", "store", "nothing"],
)
def test_where_there_is_nothing_to_copy_it_says_so(
    here: Installation, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str]
) -> None:
    for name, value in environ.items():
        monkeypatch.setitem(here.environ, name, value)
    status, said = here.plenary("rehearse")
    assert (status, "nly an installation of one process is copied" in said) == (1, True), said
    assert not Path("nowhere").exists()


def test_mails_are_put_where_nothing_is(here: Installation, tmp_path: Path) -> None:
    (tmp_path / "one.txt").touch()
    status, said = here.plenary("rehearse", "--mails", str(tmp_path))
    assert (status, "is not empty" in said) == (1, True), said


async def test_after_a_month_on_a_whole_copy_all_claims_hold(here: Installation, tmp_path: Path) -> None:
    assert here.plenary("backup", str(tmp_path / "backup"))[0] == 0
    there = Installation(tmp_path / "copy")
    assert there.plenary("restore", str(tmp_path / "backup"))[0] == 0
    async with course(Settings(data=there.data)) as on:
        await on.passes(30)
    assert len(_mails(there.data / "mails")) == len(_mails(here.data / "mails")) + len(LANGUAGES)
    found = await verify(Settings(data=there.data), lambda _: None, longest=0)
    assert [(each.claim, each.faults) for each in found if not each.holds] == []


def test_its_clock_is_never_moved_back() -> None:
    clock = Ahead()
    clock.moves_on_to(clock() + timedelta(days=2))
    then, since = clock(), clock.monotonic()
    clock.moves_on_to(then - timedelta(days=1))
    assert clock() >= then
    clock.moves_on_to(then + timedelta(days=1))
    assert clock.monotonic() - since >= timedelta(days=1).total_seconds() - 1
