"""A mail as bytes on the wire (RFC 5322, MIME), plain text and HTML. Nothing that a person typed can begin a header.

Written here and not by `EmailMessage`: its folding (`email.policy.SMTP`) loses spaces between encoded words, which joins
words of a Persian subject, and begins a long subject with an empty line. `email.header` does neither.

`List-Unsubscribe` (RFC 2369, RFC 8058) stands on what a subscription brings. Every other mail is about the reader's own
registration, role or sign-in, or what becomes of a gathering where the reader has a place; who withdraws hears no more of it:
there is no list to leave.
"""

import re
from base64 import b64encode
from email.header import Header
from email.utils import format_datetime, formataddr
from functools import lru_cache

from services.notifications.channels import Letterhead, Mail

END = "\r\n"

LONGEST_WORD = 60
"""Characters; a longer one cannot be folded and is encoded."""

WIDTH = 76
"""Characters of a line with encoded words, each of which has 75 at most then (RFC 2047, 2). `Header` would take 78."""

FILE = "invite.ics"
"""How the entry for a calendar is called as a file; mail programs know it by that."""

JOINERS = "\u200c\u200d\u200e\u200f\u2068\u2069"
"""Unprintable, but they shape Persian words and keep directions apart."""


_LINE = re.compile(f".{{1,{WIDTH}}}")

_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d-]{1,63}(\.[a-z\d-]{1,63})*", re.ASCII | re.IGNORECASE)
"""What an HTML form takes for an address (WHATWG HTML, 4.10.5.1.5); quoted local parts are not used by anybody."""


class Unaddressable(Exception):
    """No server can be asked to take a mail to this address."""


def built(mail: Mail, letterhead: Letterhead) -> bytes:
    """The whole message, in ASCII; the same mail gives the same bytes. Raises `Unaddressable`."""
    kind, body = _content(mail)
    headers = [
        f"From: {_sender(letterhead)}",
        f"To: {_mailbox('To', mail.to_name, envelope_address(mail.to_address))}",
        *([f"Reply-To: {one_line(letterhead.reply_to)}"] if letterhead.reply_to else ()),
        f"Subject: {_words('Subject', mail.subject)}",
        f"Date: {format_datetime(mail.dated)}",
        f"Message-ID: {mail.message_id}",
        "Auto-Submitted: auto-generated",  # RFC 3834: no out-of-office answers, please
        *_list(mail),
        f"Content-Language: {mail.language}",
        "MIME-Version: 1.0",
        f"Content-Type: {kind}",
    ]
    return f"{END.join(headers)}{END}{END}{body}".encode("ascii")


def _list(mail: Mail) -> list[str]:
    """How mail programs offer to leave the list, with the reader's one click."""
    if not mail.leave:
        return []
    return [f"List-Unsubscribe: <{one_line(mail.leave)}>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"]


def _content(mail: Mail) -> tuple[str, str]:
    """What it is, and that. An entry for a calendar is an alternative (RFC 6047), which some programs read, and a file, which the
    others offer to open."""
    alternatives = [_part(_encoded(mail.text), "text/plain"), _part(_encoded(mail.html), "text/html")]
    boundary = f"=_{mail.notification.hex}"  # no base64 text holds `_`
    if mail.entry is None:
        return _multipart("alternative", alternatives, boundary)
    content, method = _encoded(mail.entry.content.decode()), f"method={mail.entry.method}"
    alternatives.append(_part(content, "text/calendar", method))  # the last alternative is the preferred one
    kind, body = _multipart("alternative", alternatives, f"=_alternative_{mail.notification.hex}")
    file = _part(content, "application/ics", f'name="{FILE}"', f'Content-Disposition: attachment; filename="{FILE}"')
    return _multipart("mixed", [f"Content-Type: {kind}{END}{END}{body}", file], boundary)


def _multipart(kind: str, parts: list[str], boundary: str) -> tuple[str, str]:
    body = "".join(f"--{boundary}{END}{part}" for part in parts)
    return f'multipart/{kind}; boundary="{boundary}"', f"{body}--{boundary}--{END}"


def one_line(text: str) -> str:
    """Whatever breaks a line, or cannot be seen and shapes nothing, becomes a space."""
    if not text.isprintable():
        text = "".join(char if char.isprintable() or char in JOINERS else " " for char in text)
    return " ".join(text.split())


def envelope_address(address: str) -> str:
    """The address for RCPT TO, its domain in ASCII (IDNA). Raises `Unaddressable`, for a local part beyond ASCII too."""
    local, _, domain = address.rpartition("@")
    try:
        plain = f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError as error:
        raise Unaddressable("the address cannot be used") from error
    if not _ADDRESS.fullmatch(plain):
        raise Unaddressable("the address cannot be used")
    return plain


@lru_cache(maxsize=8)
def _sender(letterhead: Letterhead) -> str:
    return _mailbox("From", letterhead.name, letterhead.address)


@lru_cache(maxsize=256)
def _words(header: str, text: str) -> str:
    text = one_line(text)
    return Header(text, None if _is_plain(text) else "utf-8", header_name=header).encode(linesep=END, maxlinelen=WIDTH)


def _mailbox(header: str, name: str, address: str) -> str:
    name = one_line(name)
    if _is_plain(name) and len(name) < 200:  # a longer one must be folded
        return formataddr((name, address))
    words = Header(name, "utf-8", header_name=header)
    words.append(f"<{address}>", "us-ascii")
    return words.encode(linesep=END, maxlinelen=WIDTH)


def _is_plain(text: str) -> bool:
    """It can stand in a header as it is, folded at its spaces."""
    return text.isascii() and "=?" not in text and all(len(word) <= LONGEST_WORD for word in text.split())


def _encoded(text: str) -> str:
    """Base64: any text, lines of any length, through any server (RFC 2045, 6.8; line ends as RFC 2049, 4 has them)."""
    lines = text.replace(END, "\n").replace("\r", "\n").replace("\n", END)
    return END.join([*_LINE.findall(b64encode(lines.encode()).decode("ascii")), ""])


def _part(encoded: str, kind: str, parameter: str = "", *headers: str) -> str:
    said = "; ".join(each for each in (kind, 'charset="utf-8"', parameter) if each)
    return END.join([f"Content-Type: {said}", "Content-Transfer-Encoding: base64", *headers, "", encoded])
