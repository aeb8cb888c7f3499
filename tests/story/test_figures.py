"""What Prometheus sees: what the secretariat's lists say, what waits and since when, and nothing of people."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from prometheus_client.parser import text_string_to_metric_families

from services import figures
from services.__main__ import SERVICES
from services.notifications.notifications import loop
from services.process import Process
from services.registration.registrations import figures as places
from shared.contracts.gatherings import GATHERINGS
from shared.flow.plan import Note
from shared.imports.model import KEPT, ImportJob
from shared.settings import Settings
from shared.store import Behind, Outgoing, Stored
from tests.clocks import Ahead
from tests.faulty import Fault, FaultyStore
from tests.ports import free_port
from tests.story.chain import NAMES, SEATS, Chain, gathering_form, registered
from tests.story.house import House, house
from tests.waiting import until

Seen = dict[tuple[str, frozenset[tuple[str, str]]], float]


@pytest.fixture(autouse=True)
def nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "KEPT", 0.0)


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[House]:
    async with house(tmp_path) as here:
        yield here


async def told(here: House, path: str = "/metrics") -> str:
    async with here.client() as client:
        answer = await client.get(path)
    assert answer.status_code == 200
    return answer.text


async def seen(here: House, path: str = "/metrics") -> Seen:
    found = text_string_to_metric_families(await told(here, path))
    return {(each.name, frozenset(each.labels.items())): each.value for family in found for each in family.samples}


def of(found: Seen, name: str, **labels: str) -> float:
    return found[name, frozenset(labels.items())]


async def test_registrations_seats_and_mails_are_told_as_they_stand(here: House) -> None:
    async with here.client("secretariat") as secretary:
        chain = await registered(here, secretary)
        await chain.cancel(11)
        await here.settle()
        found = await seen(here)
    at = {"service": "registration", "gathering": chain.gathering}
    assert of(found, "plenary_seats", **at) == of(found, "plenary_seats_held", **at) == SEATS
    assert of(found, "plenary_waiting", **at) == 3
    states = {"confirmed": 8, "waitlisted": 3, "cancelled": 1, "pending": 0}
    assert {state: of(found, "plenary_registrations", state=state, **at) for state in states} == states
    mails = {"service": "notifications"}
    assert of(found, "plenary_mails", state="sent", **mails) == 13
    assert of(found, "plenary_mails", state="queued", **mails) == 0
    assert of(found, "plenary_mail_oldest_unsent_seconds", **mails) == 0
    for name in ("registration", "notifications", "minutes"):
        assert (
            of(found, "plenary_up", service=name, part="store")
            == of(found, "plenary_up", service=name, part="log")
            == 1
        )
        for figure in ("outbox_documents", "outbox_oldest_seconds", "timers_late_seconds", "behind_oldest_seconds"):
            assert of(found, f"plenary_{figure}", service=name) == 0
        assert of(found, "plenary_lag_records", service=name) == of(found, "plenary_dead_letters", service=name) == 0
    for work, service in (
        ("import", "registration"),
        ("decide_many", "registration"),
        ("announcement", "notifications"),
    ):
        assert of(found, "plenary_jobs", work=work, service=service) == 0


async def test_nothing_of_people_is_told(here: House) -> None:
    async with here.client("secretariat") as secretary:
        chain = await registered(here, secretary)
    text = await told(here)
    assert "example.org" not in text
    assert [name for name in NAMES.values() if name in text] == []
    assert [person for person in chain.people if person in text] == []


async def test_each_service_tells_its_own_and_the_process_all(here: House) -> None:
    await here.settle()
    minutes = await seen(here, "/minutes/metrics")
    assert {dict(labels)["service"] for name, labels in minutes if name == "plenary_up"} == {"minutes"}
    assert not any(name == "plenary_mails" for name, _ in minutes)
    assert {dict(labels)["service"] for name, labels in await seen(here) if name == "plenary_up"} == set(
        here.process.services
    )


async def test_however_many_gatherings_there_are_the_first_alone_are_told(
    here: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "MOST", 1)
    async with here.client("secretariat") as secretary:
        chain = Chain(here, secretary)
        await chain.bring_in()
        await chain.announce()
        first, later = chain.gathering, here.clock() + timedelta(days=30)
        times = {"starts_at": later.isoformat(), "ends_at": (later + timedelta(days=1)).isoformat()}
        another = (await chain.post("/registration/v1/gatherings", gathering_form(**times))).json()["id"]
        await chain.move(f"/registration/v1/gatherings/{another}", "announce", "open")
    found = await seen(here)
    assert {dict(labels)["gathering"] for name, labels in found if name == "plenary_seats"} == {first}


async def test_what_waits_is_late_or_is_behind_is_told_with_its_age(tmp_path: Path) -> None:
    clock = Ahead()
    async with Process.open(Settings(data=tmp_path), [*SERVICES.values()], clock=clock) as process:
        now = clock()
        registration, minutes = process.services["registration"], process.services["minutes"]
        event = Outgoing(1, uuid4(), "x.v1", now - timedelta(minutes=7), b"{}")
        job = ImportJob(uuid4(), at=now - KEPT - timedelta(minutes=3))
        await registration.store.commit([Stored(job, outbox=(event,))])
        note = Note(uuid4(), GATHERINGS.name, None)
        behind = Behind(GATHERINGS.name, 0, 5, 5, now - timedelta(hours=1), "refused", refused=5)
        await minutes.store.commit([Stored(note, behind=behind)])
        [documents, outbox] = await figures.outbox(registration, now)
        [late] = await figures.late(registration, now)
        [oldest] = await figures.behind(minutes, now)
    assert (documents.value, outbox.value, late.value, oldest.value) == (1, 420, 180, 3600)


async def test_a_dead_mail_server_is_a_figure_and_so_is_the_mail_that_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "EVERY", 0.02)
    async with (
        house(tmp_path, smtp_url=f"smtp://127.0.0.1:{free_port()}") as here,
        here.client("secretariat") as secretary,
    ):
        chain = Chain(here, secretary)
        await chain.bring_in()
        await chain.announce()
        await chain.register(0)
        await here.settle(mails=False)

        async def degraded() -> bool:
            found = await seen(here)
            waits = found.get(
                ("plenary_mails", frozenset({"service": "notifications", "state": "temporary_failure"}.items()))
            )
            server = ("plenary_degraded", frozenset({"service": "notifications", "loop": "mail server"}.items()))
            return waits == 1 and found.get(server) == 1

        await until(degraded)
        here.clock.passes(minutes=0.5)
        assert of(await seen(here), "plenary_mail_oldest_unsent_seconds", service="notifications") >= 30


async def test_what_a_store_does_not_answer_is_left_out_and_the_rest_is_told(here: House) -> None:
    await here.settle()
    service = here.service("notifications")
    store = FaultyStore(service.store)
    service.store = store
    store.faults.always["count"] = Fault.BEFORE
    found = await seen(here)
    service.store = store.store
    assert not any(name == "plenary_mails" for name, _ in found)
    assert of(found, "plenary_outbox_documents", service="notifications") == 0


async def test_a_part_that_is_silent_is_told_as_away_and_never_left_out(
    here: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen of a database that was stopped: readiness waited for it as long as a figure may take, and was cut off with it."""
    await here.settle()
    service = here.service("minutes")
    monkeypatch.setattr(figures, "WITHIN", 0.0)
    store = FaultyStore(service.store)
    service.store = store
    store.faults.always["ping"] = Fault.BEFORE
    found = await seen(here)
    service.store = store.store
    assert of(found, "plenary_up", service="minutes", part="store") == 0
    assert of(found, "plenary_up", service="minutes", part="log") == 1


async def test_what_is_asked_at_once_again_is_asked_of_no_store(here: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "KEPT", 60.0)
    await here.settle()
    before = await told(here)
    async with here.client("secretariat") as secretary:
        chain = Chain(here, secretary)
        await chain.bring_in()
        await chain.announce()
    kept = [line for line in before.splitlines() if line.startswith("plenary_mails")]
    assert [line for line in (await told(here)).splitlines() if line.startswith("plenary_mails")] == kept
    assert not any(line.startswith("plenary_seats") for line in (await told(here)).splitlines())
