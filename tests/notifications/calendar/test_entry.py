"""One entry: what it says, to whom, and how the mail carries it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event, vCalAddress, vText

from services.notifications.calendar import Part, entry
from services.notifications.channels import Entry
from services.notifications.channels.message import built, one_line
from services.notifications.mirrors import Gathering, Person
from shared.contracts.gatherings import GatheringAnnounced, GatheringCancelled, GatheringDrafted, GatheringPostponed
from shared.contracts.registrations import RegistrationCancelled, RegistrationWaitlisted
from shared.flow.service import Service
from shared.locale import LANGUAGES
from tests.notifications.calendar.own import read
from tests.notifications.channels.test_message import mail
from tests.notifications.desk import desk
from tests.notifications.house import (
    GATHERING,
    GATHERING_FACTS,
    LETTERHEAD,
    START,
    confirmed,
    facts,
    gathering,
    hears,
    knows,
    parsed,
    person,
    registration_id,
)

WHY = {"en": "Flood."}


def coming(**other: Any) -> Part:
    return replace(Part(registration_id(1), "confirmed", 1, gathering()), **other)


def written(part: Part, reader: Person | None = None, *, language: str = "en") -> Entry | None:
    return entry(part, "uid of ours", reader or person(1, language), LETTERHEAD, language=language, at=START)


def there(part: Part, reader: Person | None = None, *, language: str = "en") -> Entry:
    found = written(part, reader, language=language)
    assert found
    return found


def test_who_holds_a_place_is_asked_to_note_it() -> None:
    found = there(coming())
    calendar = read(found.content)
    event = calendar.vevent
    assert (found.method, calendar.method.value, event.status.value) == ("REQUEST", "REQUEST", "CONFIRMED")
    assert event.uid.value == "uid of ours"
    assert event.dtstart.value == datetime(2030, 3, 21, 9, 0, tzinfo=ZoneInfo("Asia/Tehran"))
    assert event.dtend.value == gathering().ends_at
    assert event.dtstamp.value == START
    assert event.organizer.value == f"mailto:{LETTERHEAD.address}"
    [attendee] = event.attendee_list
    assert attendee.value == "mailto:person1@example.org"
    assert {name: value[0] for name, value in attendee.params.items()} == {
        "CN": "Nadia Brook",
        "CUTYPE": "INDIVIDUAL",
        "PARTSTAT": "ACCEPTED",
        "ROLE": "REQ-PARTICIPANT",
        "RSVP": "FALSE",
    }


@pytest.mark.parametrize(
    ("zone", "month", "hours"), [("Asia/Tehran", 3, 3.5), ("Europe/Paris", 3, 1), ("Europe/Paris", 7, 2)]
)
def test_its_clocks_are_those_of_the_venue_and_are_told_with_it(zone: str, month: int, hours: float) -> None:
    at = datetime(2030, month, 21, 7, 0, tzinfo=ZoneInfo("UTC"))
    there_then = gathering(starts_at=at, ends_at=at + timedelta(hours=3), time_zone=zone)
    content = there(coming(gathering=there_then)).content
    calendar = read(content)
    assert calendar.vtimezone.tzid.value == zone
    assert f"\r\nDTSTART;TZID={zone}:".encode() in content
    assert calendar.vevent.dtstart.value == at
    assert calendar.vevent.dtstart.value.utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("zone", ["UTC", "Etc/GMT+3", "Africa/Casablanca", "Australia/Lord_Howe", "America/New_York"])
def test_of_whatever_time_zone_the_moment_is_the_same(zone: str) -> None:
    at = datetime(2030, 7, 21, 7, 0, tzinfo=ZoneInfo("UTC"))
    there_then = gathering(starts_at=at, ends_at=at + timedelta(hours=3), time_zone=zone)
    [event] = Calendar.from_ical(there(coming(gathering=there_then)).content).events
    assert event.start == at


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_as_its_reader_does(language: str) -> None:
    event = read(there(coming(), language=language).content).vevent
    title = gathering().title[language]
    assert (event.summary.value, event.location.value) == (title, gathering().venue[language])
    assert title in event.description.value
    assert event.summary.params["LANGUAGE"] == [language]


def test_what_is_online_is_nowhere() -> None:
    assert read(there(coming(gathering=gathering(mode="online"))).content).vevent.location.value == "Online"


@pytest.mark.parametrize(("language", "comma"), [("en", ","), ("fa", "،"), ("ar", "،")])
def test_where_it_is_is_told_with_the_address_and_the_point_on_a_map(language: str, comma: str) -> None:
    street = {"en": "1 River Road", "fa": "خیابان رود، ۱", "ar": "شارع النهر ١"}
    event = read(there(coming(gathering=there_at(street)), language=language).content).vevent
    assert event.location.value == f"{gathering().venue[language]}{comma} {street[language]}"
    assert event.geo.value == "35.7;51.4"


def there_at(street: dict[str, str]) -> Gathering:
    return gathering(venue_address=street, coordinates="35.70,51.40")


def test_who_waits_or_was_never_let_in_has_nothing_to_note() -> None:
    for standing in ("waitlisted", "to_be_approved", "unconfirmed", "rejected", "cancelled", ""):
        assert written(coming(standing=standing)) is None


def test_of_a_draft_nothing_is_noted() -> None:
    it = gathering()
    it.hear(GatheringDrafted.model_validate(GATHERING_FACTS))
    assert written(coming(gathering=it)) is None


def test_what_does_not_take_place_on_its_date_is_taken_away_and_why_is_said() -> None:
    said = {GatheringPostponed: "no new date", GatheringCancelled: "has been cancelled"}
    for event, words in said.items():
        it = gathering()
        it.hear(event(gathering=GATHERING, reason=WHY))
        found = there(coming(gathering=it))
        assert (found.method, read(found.content).vevent.status.value) == ("CANCEL", "CANCELLED")
        assert words in read(found.content).vevent.description.value


def test_a_word_of_the_title_raises_nothing_and_the_place_does() -> None:
    before, word, place = gathering(), gathering(), gathering()
    word.hear(GatheringDrafted.model_validate(GATHERING_FACTS | {"title": {"en": "Another"}}))
    place.hear(GatheringDrafted.model_validate(GATHERING_FACTS | {"venue": {"en": "Another"}}))
    numbers = [coming(gathering=each).number for each in (before, word, place)]
    assert numbers[0] == numbers[1] < numbers[2]


typed = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(deadline=None, max_examples=25)
@given(typed, typed)
@example('Bro"ok; N, a:b^n', "x\r\nATTENDEE:mailto:victim@example.org")
@example("نادیا " * 20, "a\\nb;c,d")
def test_nothing_that_was_typed_gets_out_of_its_place(name: str, title: str) -> None:
    content = there(coming(gathering=gathering(title={"en": title})), person(1, name=name)).content
    event = read(content).vevent
    assert [each.value for each in event.attendee_list] == ["mailto:person1@example.org"]
    assert len(list(event.getChildren())) == len(list(read(there(coming()).content).vevent.getChildren()))
    assert max(map(len, content.split(b"\r\n"))) <= 75, "RFC 5545, 3.1"


odd = st.text(" '\",;:\\^ab\u200c\u2019ن", max_size=100)


@settings(deadline=None, max_examples=60)
@given(typed | odd, typed | odd, st.text("ab%;,:\\^é'", max_size=90), st.booleans())
@example("N" * 74, "^" * 74, "a" * 74, False)
def test_what_is_somebodys_own_is_written_as_the_library_writes_it(
    name: str, uid: str, local: str, invited: bool
) -> None:
    part = coming(standing="", invited="pending", invitation=1) if invited else coming()
    reader = person(1, name=name, email=f"{local}@example.org")
    found = entry(part, uid, reader, LETTERHEAD, language="en", at=START)
    own, attendee = Event(), vCalAddress(f"mailto:{quote(reader.email, safe='@!$&*+=^{|}~')}")
    answer = {"PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"} if invited else {"PARTSTAT": "ACCEPTED", "RSVP": "FALSE"}
    called = {"CN": one_line(name)} if one_line(name) else {}
    for key, value in {"CUTYPE": "INDIVIDUAL", "ROLE": "REQ-PARTICIPANT", **answer, **called}.items():
        attendee.params[key] = vText(value)
    for key, said in {"uid": uid, "sequence": part.number, "dtstamp": START, "attendee": attendee}.items():
        own.add(key, said)
    assert found
    assert own.to_ical().removesuffix(b"END:VEVENT\r\n") in found.content


def test_the_mail_has_it_as_an_alternative_and_as_a_file() -> None:
    found = there(coming(), language="fa")
    content = built(replace(mail(), entry=found), LETTERHEAD)
    assert content == built(replace(mail(), entry=there(coming(), language="fa")), LETTERHEAD)
    message = parsed(content)
    kinds = [each.get_content_type() for each in message.walk()]
    assert kinds == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
    ]
    alternative = next(each for each in message.walk() if each.get_content_type() == "text/calendar")
    [file] = message.iter_attachments()
    assert (alternative.get_param("method"), file.get_filename()) == ("REQUEST", "invite.ics")
    assert alternative.get_payload(decode=True) == file.get_payload(decode=True) == found.content


async def test_a_mail_brings_what_is_so_as_it_is_sent(running: Service) -> None:
    await knows(running, person(1), person(2), person(3, "fa"))
    await confirmed(running, 1)
    await hears(running, RegistrationWaitlisted(**facts(2), rank=3), 2)
    await hears(running, RegistrationCancelled(**facts(3), freed_seat=3), 3, 4)
    at = desk(running)
    await at.mailer.step()
    found = {each.to_address[6]: each.entry for each in at.channel.mails}
    assert {number: each and each.method for number, each in found.items()} == {
        "1": "REQUEST",
        "2": None,
        "3": "CANCEL",
    }


async def test_what_is_only_drafted_here_is_told_of_once_it_was_announced(running: Service) -> None:
    stored = await running.store.get(Gathering, GATHERING)
    assert stored
    stored.entity.hear(GatheringDrafted.model_validate(GATHERING_FACTS))
    await running.store.commit([stored])
    await knows(running, person(1))
    await confirmed(running, 1)
    at = desk(running)
    await at.mailer.step()
    assert at.channel.mails == [], "topics have no order: it will be heard in a moment"
    stored = await running.store.get(Gathering, GATHERING)
    assert stored
    stored.entity.hear(GatheringAnnounced.model_validate(GATHERING_FACTS))
    await running.store.commit([stored])
    at.clock.passes(seconds=2)
    await at.mailer.step()
    [sent] = at.channel.mails
    assert sent.entry
