"""What was not handed in by its day: told once by a timer, by the clocks of the venue, to who answers for it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from plenary.verify.facts import Told as Heard
from plenary.verify.facts import unlike
from services.minutes.documents.handlers import list_document, tell_overdue
from services.minutes.documents.model import AddVersion, ChangeDocument, ListDocument, MeetingDocument, ReviseDocument
from shared.contracts import Event
from shared.contracts.documents import DocumentOverdue, Listing
from shared.contracts.gatherings import GatheringCancelled
from shared.contracts.grants import RoleGranted
from shared.flow import Due
from tests.minutes import facts
from tests.minutes.actions.facts import focal_point
from tests.minutes.desk.forms import DESK
from tests.minutes.documents.test_api import PATH, then
from tests.minutes.documents.test_model import ABOUT, LINK, listed, message
from tests.minutes.house import House, Site, Told, tell
from tests.world.facts import GATHERING, known
from tests.world.records import record

DAY = date(2031, 3, 1)
OVER = datetime(2031, 3, 1, 20, 30, tzinfo=UTC)
"""The day is over in Tehran, where the gathering meets."""
TOLD = [known("person 1"), known("person 2")]
SECRETARY = RoleGranted(office="secretariat", person=known("person 2"), role=known("secretariat"), held="secretariat")


def chased() -> MeetingDocument:
    document = listed()
    assert document.fall_due(OVER, OVER, TOLD)
    return document


def adds(document: MeetingDocument, language: str) -> bool | None:
    said = {**message(5), "document": document.id, "written_in": language, "address": LINK}
    event = document.add(AddVersion(**said))
    return event.overdue_at is not None if event else None


def changes(document: MeetingDocument, **about: Any) -> bool | None:
    to = ABOUT.model_copy(update=about)
    event = document.change(ChangeDocument(**message(6), document=document.id, facts=to), OVER)
    return event.overdue_at is not None if event else None


def is_due(document: MeetingDocument) -> datetime | None:
    return document.due


def known_since(document: MeetingDocument) -> datetime | None:
    return document.overdue_at


def test_it_is_told_once_when_the_day_is_over_and_not_before() -> None:
    document = MeetingDocument.listed(ListDocument(**message(0), gathering=GATHERING, facts=ABOUT), 3, OVER)[0]
    assert is_due(document) == OVER
    assert document.fall_due(OVER - timedelta(seconds=1), OVER, TOLD) is None
    told = document.fall_due(OVER, OVER, TOLD)
    assert told
    assert (told.awaited, told.quoted_as, told.told, told.overdue_at) == (["en", "fa"], "RBC/7/DOC/3", TOLD, OVER)
    assert is_due(document) is None
    assert document.fall_due(OVER + timedelta(days=9), OVER, TOLD) is None, "once"


def test_a_timer_that_comes_late_or_by_other_clocks_waits_or_does_nothing() -> None:
    document = listed()
    west = OVER + timedelta(hours=9)
    assert document.fall_due(OVER, west, TOLD) is None
    assert is_due(document) == west, "the venue moved west: there the day is not over"
    for language in ("en", "fa"):
        adds(document, language)
    assert (is_due(document), document.fall_due(west, west, TOLD)) == (None, None), "handed in meanwhile"


def test_it_is_overdue_until_all_of_it_is_there_and_told_again_only_of_another_day_or_revision() -> None:
    document = chased()
    assert (adds(document, "en"), known_since(document)) == (True, OVER)
    assert (adds(document, "fa"), known_since(document)) == (False, None)
    assert is_due(document) is None
    assert (changes(document, languages=["en", "fa", "ar"]), is_due(document)) == (False, OVER), (
        "another language is late"
    )
    again = document.fall_due(OVER, OVER, TOLD)
    assert again
    assert again.awaited == ["ar"]
    assert (changes(document, title={"en": "All"}, languages=["ar"]), is_due(document)) == (True, None), "it is known"
    assert changes(document, languages=["ar"], hand_in_by=date(2031, 3, 9)) is False
    assert is_due(document) == OVER
    document.revise(ReviseDocument(**message(7), document=document.id), None)
    assert (is_due(document), known_since(document)) == (None, None)
    late = chased()
    late.withdraw(OVER)
    assert (is_due(late), late.overdue_at, late.fall_due(OVER, OVER, TOLD)) == (None, None, None)


def due(document: UUID, at: datetime, n: int = 0) -> Due:
    return Due(id=known(f"due {n}"), at=at, document=document)


async def test_who_submitted_it_and_the_secretariat_are_told_and_two_timers_tell_once(here: House) -> None:
    await here.convene()
    await here.hear([*tell(known(focal_point(0, 1).held), focal_point(0, 1)), *tell(known("secretariat"), SECRETARY)])
    about = ABOUT.model_copy(update={"organization": facts.organization(0)})
    made = await here.run(list_document, ListDocument(**message(1), gathering=GATHERING, facts=about))
    assert made.entity.due == OVER, "by the clocks of the venue"
    early = await here.run(tell_overdue, due(made.id, OVER - timedelta(hours=1)))
    assert early.version == made.version, "it moved on, or has time: nothing is written"
    for n in (1, 2):
        told = await here.run(tell_overdue, due(made.id, OVER + timedelta(minutes=n), n))
    assert here.events(made.id)[-2:] == ["meeting-document.listed.v1", "meeting-document.overdue.v1"]
    assert (told.entity.due, told.entity.overdue_at) == (None, OVER + timedelta(minutes=1))
    assert DocumentOverdue.model_validate_json(here.said[made.id].outbox[-1].data or b"").told == TOLD


async def test_a_venue_that_moved_meanwhile_lets_it_wait_for_its_own_clocks(here: House) -> None:
    await here.convene()
    made = await here.run(list_document, ListDocument(**message(1), gathering=GATHERING, facts=ABOUT))
    moved = facts.announced().model_copy(update={"time_zone": "America/Lima"})
    await here.hear([Told(GATHERING, 3, moved)])
    waits = await here.run(tell_overdue, due(made.id, OVER))
    assert (waits.entity.due, here.events(made.id)) == (
        datetime(2031, 3, 2, 5, tzinfo=UTC),
        ["meeting-document.listed.v1"],
    )
    await here.run(tell_overdue, due(made.id, datetime(2031, 3, 2, 5, tzinfo=UTC), 1))
    assert here.events(made.id)[-1] == "meeting-document.overdue.v1"


async def test_the_desk_says_since_when_it_is_known_and_the_mail_leads_to_what_is_still_to_come(there: Site) -> None:
    async with there.client("secretariat") as secretary, there.client() as anybody:
        form = Listing(**{**ABOUT.model_dump(), "distribution": "restricted", "hand_in_by": date(2020, 1, 1)})
        path = (await secretary.post(PATH, json=form.model_dump(mode="json"))).headers["Location"]
        id = UUID(path.rpartition("/")[2])
        link = {"link": there.doors.keys.link("document", id, timedelta(days=1)), "lang": "en"}
        assert (await secretary.get(path)).json()["overdue_at"] is None
        await there.hear(tell(known("secretariat"), SECRETARY))
        await there.run(tell_overdue, due(id, there.clock()))
        assert (await secretary.get(path)).json()["overdue_at"]
        assert "Those who answer for it were told on" in (await secretary.get(f"{DESK}/documents?lang=en")).text
        page = await anybody.get("/minutes/documents/awaited", params=link)
        assert (page.status_code, page.text.count(": overdue")) == (200, 2)
        assert "Please send it to the secretariat" in page.text
        for tag in ("en", "fa"):
            await then(secretary, path, "versions", {"written_in": tag, "address": LINK})
        assert "Nothing is late of this" in (await anybody.get("/minutes/documents/awaited", params=link)).text
        await then(secretary, path, "withdraw")
        assert "RBC/7/DOC" not in (await anybody.get("/minutes/documents/awaited", params=link)).text
        other = {"link": there.doors.keys.link("documents", id, timedelta(days=1))}
        assert (await anybody.get("/minutes/documents/awaited", params=other)).status_code == 403


async def test_a_day_after_which_there_is_none_is_never_over(here: House) -> None:
    await here.convene()
    about = ABOUT.model_copy(update={"hand_in_by": date.max})
    assert (
        await here.run(list_document, ListDocument(**message(1), gathering=GATHERING, facts=about))
    ).entity.due is None


def test_what_its_events_say_is_what_it_is_whatever_comes_after_it_was_overdue() -> None:
    about = ABOUT.model_copy(update={"languages": ["en", "fa"]})
    document, *events = MeetingDocument.listed(ListDocument(**message(0), gathering=GATHERING, facts=about), 3, OVER)
    said = {**message(5), "document": document.id}
    steps: tuple[Callable[[], Event | None], ...] = (
        lambda: document.fall_due(OVER, OVER, TOLD),
        lambda: document.add(AddVersion(**said, written_in="en", address=LINK)),
        lambda: document.change(ChangeDocument(**said, facts=ABOUT.model_copy(update={"title": {"en": "All"}})), OVER),
        lambda: document.revise(ReviseDocument(**said, hand_in_by=DAY), OVER),
        lambda: document.fall_due(OVER, OVER, TOLD[:1]),
        lambda: document.withdraw(OVER),
    )
    told = Heard()
    for n, step in enumerate((lambda: events[0], *steps), 1):
        event = step()
        assert event
        told.hear(record(document.id, n, event))
        assert list(unlike(document, told, None)) == [], event.type


async def test_nobody_is_told_of_a_gathering_that_will_not_take_place(here: House) -> None:
    await here.convene()
    made = await here.run(list_document, ListDocument(**message(1), gathering=GATHERING, facts=ABOUT))
    await here.hear([Told(GATHERING, 3, GatheringCancelled(gathering=GATHERING, reason={"en": "The river rose."}))])
    told = await here.run(tell_overdue, due(made.id, OVER))
    assert (told.entity.due, told.entity.overdue_at) == (None, None)
    assert here.events(made.id) == ["meeting-document.listed.v1"]
