"""Anybody may write a mail: whatever it holds, looking at it is little work and ends."""

from time import process_time

import pytest

from services.registration.replies.parts import LARGEST
from services.registration.replies.reading import read
from shared.errors import Invalid
from tests.registration.replies.test_replies import KEYS, REGISTRATION, answer

REPEATED = b"; a*0=" * 15_000
NESTED = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(200))

HOSTILE = {
    "a header of a part that repeats": answer().replace(b"text/calendar;", b"text/calendar" + REPEATED + b";", 1),
    "a header that repeats": b"Content-Type: text/calendar" + REPEATED + b"\r\n\r\n",
    "a header that is folded": b"Content-Type: text/calendar" + b"; a*0=\r\n " * 9_000 + b"\r\n\r\n",
    "a sender in brackets": answer().replace(b"From: Ana", b"From: " + b"(" * 1_500 + b"Ana", 1),
    "a sender in more brackets": answer().replace(b"From: Ana", b"From: " + b"(" * 2_500 + b"Ana", 1),
    "a sender of quotes": answer().replace(b"From: Ana", b"From: " + b'"' * 90_000 + b" Ana", 1),
    "heads without end": b"X-Note: 1\r\n" * 60_000 + answer(),
    "parts in parts": NESTED + b"\r\n" * 300_000,
    "parts beside parts": b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\n" * 100_000,
}


@pytest.mark.parametrize("which", HOSTILE)
def test_a_mail_that_is_made_to_be_hard_to_read_is_refused_at_once(which: str) -> None:
    mail, began = HOSTILE[which][:LARGEST], process_time()
    with pytest.raises(Invalid):
        read(mail, KEYS)
    assert process_time() - began < 2


def test_what_mail_servers_write_above_an_answer_does_no_harm() -> None:
    above = b"X-Checked: " + b"\r\n ".join([b"x" * 70] * 50) + b"\r\n" + b"Received: from somewhere\r\n" * 200
    assert read(above + answer(), KEYS).registration == REGISTRATION
