"""A mail in its parts. Anybody may have written it, so whatever it holds, to look at it is little work.

What of a mail is read by a grammar is bounded first: the library's readers of headers take time that rises faster than what they
read, and call themselves once for each bracket.
"""

from collections.abc import Iterator
from email.headerregistry import HeaderRegistry
from email.message import Message
from email.parser import BytesParser
from email.policy import Policy, compat32
from typing import Any

from shared.errors import Invalid

LARGEST = 1_000_000
"""Bytes of one mail: an answer has a few thousand."""

LINES = 20_000
"""Of one mail: the largest has fewer, as mail programs break them."""

PARTS = 30
"""So many parts a mail may have, one in another or beside it: an answer has three or four."""

HEADS = 64_000
"""Bytes of all headers in all parts: mail servers write up to some 20,000 above an answer."""

HEADER = 2_000
"""Bytes of one header, unfolded, among those that are read. What mail servers write for themselves may be longer."""

READ = frozenset({"from", "message-id", "auto-submitted", "return-path", "content-type", "content-transfer-encoding"})


def opened(content: bytes) -> Message:
    """The mail, its headers as they were written. Raises Invalid (`no-reply`) for what is larger than any answer."""
    if len(content) > LARGEST or len(content.splitlines()) > LINES:
        raise _too_much()
    return BytesParser(_Bounds().part, policy=compat32).parsebytes(content)


def parts(mail: Message) -> Iterator[Message]:
    """The parts of this mail, and not of one that is forwarded in it."""
    line = [mail]
    while line:
        part = line.pop(0)
        yield part
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            line += [each for each in part.get_payload() if isinstance(each, Message)]


def senders(mail: Message) -> list[str]:
    """The addresses that it says to come from."""
    header: Any = HeaderRegistry()("From", str(mail["From"] or ""))
    return [each.addr_spec for each in header.addresses]


class _Bounds:
    """Of one mail: how much of it was seen."""

    def __init__(self) -> None:
        self._parts = self._heads = 0

    def part(self, policy: Policy = compat32) -> "_Part":
        """One more. The reader of mails asks for each, and for one to see how that is done."""
        self._parts += 1
        if self._parts > PARTS + 1:
            raise _too_much()
        return _Part(self, policy)

    def header(self, name: str, value: str) -> None:
        self._heads += len(name) + len(value)
        if self._heads > HEADS or (name.lower() in READ and len(value) > HEADER):
            raise _too_much()


class _Part(Message):
    """A part whose headers are counted before anything reads them."""

    def __init__(self, bounds: _Bounds, policy: Policy) -> None:
        super().__init__(policy)
        self._bounds = bounds

    def set_raw(self, name: str, value: str) -> None:
        self._bounds.header(name, value)
        super().set_raw(name, value)


def _too_much() -> Invalid:
    return Invalid("It is larger than any answer of a calendar.", code="no-reply")
