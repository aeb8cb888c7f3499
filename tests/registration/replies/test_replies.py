"""What a calendar answers to an entry: who declines withdraws, once, and nobody for anybody else."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from joserfc.jwk import OKPKey

from services.registration.registrations.model import Registration
from services.registration.replies.reading import Reply, read
from shared.auth import Keys
from shared.contracts.calendar import ENTRY, sequence_of
from shared.errors import Invalid
from tests.registration.registrations.test_personal import DETAILS, Own, registered
from tests.world.site import changed

ADDRESS = DETAILS["email"]
KEYS = Keys(OKPKey.generate_key("Ed25519"), issuer="plenary")
REGISTRATION = UUID("6f0c1f0e-0000-4000-8000-00000000000b")

OBJECT = """BEGIN:VCALENDAR
PRODID:-//Google Inc//Google Calendar 70.9054//EN
VERSION:2.0
METHOD:{method}
BEGIN:VEVENT
DTSTART:20300321T053000Z
UID:{uid}
{attendees}
ORGANIZER;CN=Secretariat:mailto:secretariat@basins.example
SEQUENCE:{sequence}
DTSTAMP:{written}
SUMMARY:Shared river basins
END:VEVENT
END:VCALENDAR
"""


def uid(keys: Keys, registration: UUID | str) -> str:
    """How the entry of a registration is called."""
    return keys.sealed(ENTRY, str(registration))


def answer(said: str = "DECLINED", *, sender: str = ADDRESS, attendees: str = "", **other: Any) -> bytes:
    """A mail as a calendar program writes it."""
    attendees = attendees or f"ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT={said};CN=Ana:mailto:{ADDRESS.upper()}"
    facts = {
        "uid": uid(KEYS, REGISTRATION),
        "sequence": sequence_of(1, 1),
        "method": "REPLY",
        "written": "20300101T080000Z",
        "attendees": attendees,
    } | other
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = f"Ana <{sender}>", "secretariat@basins.example", f"{said}: Rivers"
    mail.set_content("Ana has answered.")
    text = OBJECT.format(**facts).replace("\n", "\r\n")
    mail.add_alternative(text, subtype="calendar", params={"method": str(facts["method"])})
    return mail.as_bytes()


@pytest.mark.parametrize("said", ["accepted", "tentative", "declined"])
def test_an_answer_is_read(said: str) -> None:
    written = datetime(2030, 1, 1, 8, tzinfo=UTC)
    assert read(answer(said.upper()), KEYS) == Reply(REGISTRATION, sequence_of(1, 1), ADDRESS, said, written)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "mail",
    [
        b"",
        b"Subject: Hello\r\n\r\nI cannot come.\r\n",
        answer("NEEDS-ACTION"),
        answer(sender="somebody@else.example"),
        answer(method="REQUEST"),
        answer(uid="no id of ours"),
        answer(sequence="many"),
        answer(written="20300101T080000"),
        answer(attendees=f"ATTENDEE;PARTSTAT=DECLINED:mailto:{ADDRESS}\nATTENDEE;PARTSTAT=DECLINED:mailto:b@b.example"),
        answer().replace(b"BEGIN:VEVENT", b"BEGIN:VTODO"),
        answer().replace(b"From: Ana", b"X-From: Ana"),
        b"Auto-Submitted: auto-replied\r\n" + answer(),
        b"Return-Path: <>\r\n" + answer(),
        b"Content-Type: message/rfc822\r\n\r\n" + answer(),
        answer().replace(b"multipart/alternative", b"multipart/report"),
        answer(uid=uid(Keys(OKPKey.generate_key("Ed25519"), issuer="plenary"), REGISTRATION)),
    ],
)
def test_any_other_mail_is_refused(mail: bytes) -> None:
    with pytest.raises(Invalid):
        read(mail, KEYS)


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 900), st.binary(max_size=12))
def test_whatever_a_mail_holds_it_is_read_or_refused(place: int, garbage: bytes) -> None:
    whole = answer()
    try:
        read(whole[:place] + garbage + whole[place + len(garbage) :], KEYS)
    except Invalid:
        return


@asynccontextmanager
async def comes(folder: Path) -> AsyncIterator[tuple[Own, httpx.AsyncClient, str]]:
    async with registered(folder) as own, own.here.client("secretariat") as secretary:
        [there] = (await secretary.get(f"{own.gathering}/registrations")).json()
        yield own, secretary, uid(own.here.installation.keys, there["id"])


async def hand_over(secretary: httpx.AsyncClient, mail: bytes) -> httpx.Response:
    return await secretary.post("/v1/replies", content=mail, headers={"Content-Type": "message/rfc822"})


async def test_who_declines_has_withdrawn_however_often_it_is_handed_over(tmp_path: Path) -> None:
    async with comes(tmp_path) as (own, secretary, id):
        for said, state in (("ACCEPTED", "confirmed"), ("DECLINED", "withdrawn"), ("DECLINED", "withdrawn")):
            done = await hand_over(secretary, answer(said, uid=id))
            assert (done.status_code, done.json()["state"]) == (200, state), done.text
        assert await own.state() == "withdrawn"


async def test_an_answer_to_what_was_so_before_or_of_somebody_else_changes_nothing(tmp_path: Path) -> None:
    async with comes(tmp_path) as (own, secretary, id):
        old = answer(uid=id)
        [there] = (await secretary.get(f"{own.gathering}/registrations")).json()
        await changed(secretary, f"/v1/registrations/{there['id']}", "cancel")
        await own.here.register(own.gathering, own.person, "guest")
        stored = await own.here.service.store.get(Registration, UUID(there["id"]))
        assert stored
        late = await hand_over(secretary, old)
        assert (late.status_code, late.json()["code"]) == (409, "superseded")
        address = "ATTENDEE;PARTSTAT=DECLINED:mailto:b@b.example"
        other = answer(uid=id, sequence=sequence_of(stored.sequence, 0), sender="b@b.example", attendees=address)
        assert (await hand_over(secretary, other)).json()["code"] == "another-address"
        for unsealed in (answer(), answer(uid=there["id"])):
            assert (await hand_over(secretary, unsealed)).json()["code"] == "no-reply", "who knows the id knows nothing"
        assert await own.state() == "confirmed"
        before = answer(uid=id, sequence=sequence_of(stored.sequence, 3), written="20200101T080000Z")
        assert (await hand_over(secretary, before)).json()["code"] == "superseded", "they asked again since"
        now = answer(uid=id, sequence=sequence_of(stored.sequence, 3))
        assert (await hand_over(secretary, now)).json()["state"] == "withdrawn"
