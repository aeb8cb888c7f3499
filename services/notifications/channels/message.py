"""A mail as bytes on the wire (RFC 5322, MIME), plain text and HTML. Nothing that a person typed can begin a header."""

from datetime import datetime
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from services.notifications.channels import Letterhead, Mail


class Unaddressable(Exception):
    """No server can be asked to take a mail to this address."""


def built(mail: Mail, letterhead: Letterhead) -> bytes:
    """The whole message. Raises `Unaddressable`."""
    message = EmailMessage(policy=SMTP)
    message["From"] = letterhead.sender
    message["To"] = _recipient(mail)
    if letterhead.reply_to:
        message["Reply-To"] = letterhead.reply_to
    message["Subject"] = one_line(mail.subject)
    message["Date"] = _date(mail.dated)
    message["Message-ID"] = mail.message_id
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers, please
    message["Content-Language"] = mail.language
    message.set_content(mail.text, cte="base64")
    message.add_alternative(mail.html, subtype="html", cte="base64")
    return message.as_bytes()


def one_line(text: str) -> str:
    """Whatever breaks a line becomes a space."""
    return " ".join(
        "".join(char if char.isprintable() or char in "\u200c\u2068\u2069" else " " for char in text).split()
    )


def envelope_address(address: str) -> str:
    """The address for RCPT TO, its domain in ASCII (IDNA). Raises `Unaddressable`, for a local part beyond ASCII too."""
    local, at, domain = address.rpartition("@")
    try:
        plain = f"{local}@{domain.encode('idna').decode('ascii')}"
        plain.encode("ascii")
        Address(addr_spec=plain)
    except (ValueError, HeaderParseError, IndexError) as error:
        raise Unaddressable("the address cannot be used") from error
    if not (at and local and domain) or any(not 0x21 <= ord(char) <= 0x7E or char in "<>" for char in plain):
        raise Unaddressable("the address cannot be used")
    return plain


def _recipient(mail: Mail) -> Address:
    return Address(one_line(mail.to_name), addr_spec=envelope_address(mail.to_address))


def _date(at: datetime) -> str:
    return format_datetime(at)
