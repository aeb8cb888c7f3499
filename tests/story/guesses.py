"""What somebody tries who guesses an address and looks for whatever may have been made of it."""

import hashlib
import re
from base64 import urlsafe_b64decode
from collections.abc import Iterable, Iterator
from pathlib import Path
from uuid import NAMESPACE_DNS, NAMESPACE_OID, NAMESPACE_URL, NAMESPACE_X500, UUID

ROOT = Path(__file__).parents[2]
ALGORITHMS = sorted(each for each in hashlib.algorithms_guaranteed if not each.startswith("shake"))
SHORT = (8, 12, 16, 20, 24, 28)
"""Sizes of blake2, whose digest is another for each."""
WORDS = (
    "",
    "person ",
    "person/",
    "person:",
    "people/",
    "address ",
    "address/",
    "email:",
    "mailto:",
    "POST /v1/people ",
    "POST /registration/v1/people ",
)
ENOUGH = 12
"""So many hexadecimal digits are no accident (the thirteenth of a UUID is its version)."""

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_HEX = re.compile(rf"[0-9a-f]{{{ENOUGH},}}")
_BASE64 = re.compile(r"[A-Za-z0-9_-]{16,}")


def guessed(seen: str, addresses: Iterable[str]) -> set[str]:
    """Those of the addresses of which something in this text was made: a hash, or an id below any id that is known."""
    text = seen + "".join(_opened(seen))
    windows = {
        run[n : n + ENOUGH] for run in _HEX.findall(text.lower().replace("-", "")) for n in range(len(run) - ENOUGH + 1)
    }
    known = namespaces(text.lower())
    return {each for each in addresses if any(guess in windows for guess in _guesses(each, known))}


def namespaces(text: str) -> list[bytes]:
    """Below which an id may have been made: those that everybody knows, that stand in the sources, and in the text."""
    sources = "".join(
        path.read_text("utf-8") for room in ("services", "shared") for path in (ROOT / room).rglob("*.py")
    )
    standard = (UUID(int=0), NAMESPACE_DNS, NAMESPACE_OID, NAMESPACE_URL, NAMESPACE_X500)
    return [*(each.bytes for each in standard), *(UUID(each).bytes for each in set(_UUID.findall(sources + text)))]


def _opened(text: str) -> Iterator[str]:
    """What base64 hides, as text and as hexadecimal digits."""
    for found in _BASE64.findall(text):
        content = urlsafe_b64decode(found + "=" * (-len(found) % 4)) if len(found) % 4 != 1 else b""
        yield f" {content.decode('latin-1')} {content.hex()} "


def _guesses(address: str, known: list[bytes]) -> Iterator[str]:
    local, _, domain = address.partition("@")
    spellings = {address, address.upper(), address.title(), f"{local.title()}@{domain}", local}
    names = [f"{word}{spelling}".encode() for word in WORDS for spelling in spellings]
    for name in names:
        for algorithm in ALGORITHMS:
            yield hashlib.new(algorithm, name).hexdigest()[:ENOUGH]
        for size in SHORT:
            yield hashlib.blake2b(name, digest_size=size).hexdigest()[:ENOUGH]
            yield hashlib.blake2s(name, digest_size=size).hexdigest()[:ENOUGH]
        for namespace in known:
            yield hashlib.md5(namespace + name).hexdigest()[:ENOUGH]
            yield hashlib.sha1(namespace + name).hexdigest()[:ENOUGH]
