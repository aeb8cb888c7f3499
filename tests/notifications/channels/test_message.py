"""The bytes of a mail, read back by a parser that knows the standards."""

import re
from dataclasses import replace
from email.utils import parsedate_to_datetime
from uuid import UUID

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from services.notifications.channels import Letterhead, Mail
from services.notifications.channels.message import built, one_line
from services.notifications.rules import EVERYBODY, RULES, TEMPLATES
from tests.notifications.house import LETTERHEAD, START, parsed, part

ID = UUID("6f0c1f0e-0000-4000-8000-00000000000a")
HEADERS = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Auto-Submitted",
    "Content-Language",
    "MIME-Version",
    "Content-Type",
]

typed = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


def mail(**other: str) -> Mail:
    plain = Mail(
        notification=ID,
        message_id=LETTERHEAD.message_id(ID),
        dated=START,
        to_name="Nadia Brook",
        to_address="nadia@example.org",
        language="en",
        subject="Your registration",
        text="Dear Nadia\n",
        html="<p>Dear Nadia</p>\n",
    )
    return replace(plain, **other)  # type: ignore[arg-type]


def test_a_mail_says_who_what_when_and_that_a_machine_wrote_it() -> None:
    message = parsed(built(mail(), LETTERHEAD))
    assert message.keys() == HEADERS
    assert message["From"] == "River Basins Secretariat <secretariat@basins.example>"
    assert message["To"] == "Nadia Brook <nadia@example.org>"
    assert message["Message-ID"] == f"<{ID}@basins.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "en"
    assert parsedate_to_datetime(message["Date"]) == START
    assert [each.get_content_type() for each in message.iter_parts()] == ["text/plain", "text/html"]
    assert "Reply-To" in parsed(built(mail(), replace(LETTERHEAD, reply_to="desk@basins.example")))


def test_the_same_mail_is_the_same_bytes() -> None:
    assert built(mail(), LETTERHEAD) == built(mail(), LETTERHEAD)


def test_no_mail_offers_to_leave_a_list_but_those_of_a_subscription() -> None:
    """What an event names people for is their own: an invitation, a place, a role, a task. What everybody is told is for those
    who have a place at the gathering, were invited to it, or answer for the edition; only who subscribed is on a list. Whoever
    adds another audience decides whether one may do without it, and then builds the way out (RFC 8058)."""
    named, audiences = {rule.template: rule for rule in RULES}, {rule.template: rule.to for rule in EVERYBODY}
    assert {to.who for to in audiences.values() if to} == {"registered", "invited", "responsible", "subscribed"}
    lists = {name for name, to in audiences.items() if to and to.who == "subscribed"}
    assert lists == {name for name, rule in TEMPLATES.items() if rule.leave} == {"report-news", "report-news-corrected"}
    assert TEMPLATES.keys() == {name for name in (*named, *audiences) if name}
    assert not [name for name in parsed(built(mail(), LETTERHEAD)) if name.startswith("List-")]


def test_a_list_is_left_by_one_click_or_by_a_page() -> None:
    """The address may be longer than a line is folded at: it stands on one, and nothing begins a header of its own."""
    leave = f"https://plenary.example/registration/reports/own?link={'x' * 120}&lang=fa"
    message = parsed(built(mail(leave=leave), LETTERHEAD))
    assert message["List-Unsubscribe"] == f"<{leave}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "Bcc" not in parsed(built(mail(leave="https://x.example\r\nBcc: a@example.org"), LETTERHEAD))


@settings(deadline=None)
@given(typed, typed)
@example("دبیرخانهٔ همایش " * 12, "نادیا رودبار " * 12)
@example("Secretariat " * 12 + "é", "Nadia " * 30)
@example("é" * 300, "a" * 300)
def test_names_of_any_length_stay_within_what_a_line_and_a_word_may_have(sender: str, name: str) -> None:
    content = built(mail(to_name=name), replace(LETTERHEAD, name=sender))
    message = parsed(content)
    assert [address.addr_spec for address in message["From"].addresses] == [LETTERHEAD.address]
    assert [address.addr_spec for address in message["To"].addresses] == ["nadia@example.org"]
    lines = content.partition(b"\r\n\r\n")[0].split(b"\r\n")
    encoded = [line for line in lines if b"=?utf-8?" in line]
    assert all(len(line) <= 76 for line in encoded), "RFC 2047, 2"
    assert all(len(word) <= 75 for line in encoded for word in re.findall(rb"=\?utf-8\?\S*", line))
    assert all(len(line) <= 998 for line in lines)


@settings(deadline=None)
@given(typed, typed, typed)
@example("x\r\nBcc: victim@example.org", "y\nX-Evil: 1", "\r\n.\r\n")
@example("=?utf-8?q?x?=", '"Quoted" <a@b.example>, c@d.example', "نام شما در فهرست انتظار است")
@example("a" * 900, "ن" * 300, "")
@example("é" * 80, "a" * 300, "")
def test_whatever_people_typed_no_header_is_added_and_nothing_is_lost(subject: str, name: str, text: str) -> None:
    content = built(mail(subject=subject, to_name=name, text=text), LETTERHEAD)
    message = parsed(content)
    assert message.keys() == HEADERS
    assert [address.addr_spec for address in message["To"].addresses] == ["nadia@example.org"]
    assert message["Subject"] == one_line(subject)
    assert part(message, "plain") == re.sub(r"\r\n?", "\n", text)
    head = content.partition(b"\r\n\r\n")[0]
    assert all(len(word) <= 75 for word in re.findall(rb"=\?utf-8\?\S*", head)), "RFC 2047, 2"
    assert all(len(line) <= 998 for line in content.split(b"\r\n"))
    assert all(len(line) <= 76 for line in content.split(b"\r\n\r\n", 1)[1].split(b"\r\n")), "RFC 2045, 6.8"
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert content.isascii()


@pytest.mark.parametrize("name", ["نادیا رودبار", "Brook, Nadia", 'Nadia "N." Brook', "名前", ""])
def test_names_of_every_script_come_back(name: str) -> None:
    [address] = parsed(built(mail(to_name=name), LETTERHEAD))["To"].addresses
    assert (address.display_name, address.addr_spec) == (name, "nadia@example.org")


def test_words_of_a_persian_subject_stay_apart() -> None:
    subject = "نام شما در فهرست انتظار است: چهارمین همایش حوضه‌های آبریز"
    assert parsed(built(mail(subject=subject), LETTERHEAD))["Subject"] == subject


def test_a_letterhead_is_read_from_the_setting() -> None:
    assert Letterhead.of("Plenary <secretariat@localhost>") == Letterhead("secretariat@localhost", "Plenary")
    assert Letterhead.of("secretariat@localhost").name == ""
    with pytest.raises(ValueError, match="address"):
        Letterhead.of("nobody")
