"""Whoever guesses an address finds nothing that was made of it: not on the log, not in mails, links, file names or stores."""

import hashlib
import logging
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid3, uuid5

import httpx
import pytest

from shared.telemetry import JsonLines
from tests.story.chain import PEOPLE, SEATS, Chain, registered
from tests.story.guesses import guessed
from tests.story.house import House, house
from tests.world.records import everything
from tests.world.site import NOBODY

IMPORTED = [f"p{n}@example.org" for n in range(PEOPLE)]
ENTERED, TYPED, MOVED = "entered@example.org", "typed@example.org", "moved@example.org"
ADDRESSES = [*IMPORTED, ENTERED, TYPED, MOVED]


@pytest.mark.parametrize(
    "made",
    [
        str(uuid5(UUID("0f6d1c5e-6f0b-5d0c-9a3e-3a7c1c6a5b03"), ENTERED)),  # as ids of people once were
        str(uuid5(NAMESPACE_URL, f"mailto:{ENTERED}")),
        str(uuid3(UUID("5d2f8f1e-3f0c-4a3f-9f0e-6f5f0c1f7a31"), f"person {ENTERED}")).upper(),
        hashlib.md5(ENTERED.encode()).hexdigest(),
        f"id={hashlib.sha256(ENTERED.encode()).hexdigest()[:24]}",
        hashlib.blake2b(f"address/{ENTERED}".encode(), digest_size=12).hexdigest(),
        urlsafe_b64encode(b"mac" + hashlib.sha1(ENTERED.upper().encode()).digest()).rstrip(b"=").decode(),
        urlsafe_b64encode(b'["' + str(uuid5(NAMESPACE_URL, ENTERED)).encode() + b'"]').rstrip(b"=").decode(),
    ],
)
def test_a_guess_finds_what_was_made_of_an_address(made: str) -> None:
    seen = f"0f6d1c5e-6f0b-5d0c-9a3e-3a7c1c6a5b03 5d2f8f1e-3f0c-4a3f-9f0e-6f5f0c1f7a31 <{made}> deadbeef"
    assert guessed(seen, [TYPED, ENTERED]) == {ENTERED}


async def test_no_id_link_file_or_line_was_made_of_an_address(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="plenary"):
        async with house(tmp_path) as here, here.client("secretariat") as secretary:
            await _lived(here, secretary)
            records = [each async for each in _records(here)]
            mails = list(_mailed(here))
            keys = here.process.installation.keys
        lines = [JsonLines().format(record) for record in caplog.records]
    names = [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")]
    stores = {path.name: path.read_bytes().decode("latin-1") for path in tmp_path.glob("*.db*")}
    caller = str(NOBODY)  # of whom everybody may know
    assert guessed("\n".join([*records, *mails, *lines, *names, *stores.values(), caller]), ADDRESSES) == set()
    own = "".join(content for name, content in stores.items() if name.startswith("registration"))
    others = [content for name, content in stores.items() if not name.startswith("registration")]
    outside = "\n".join([*records, *mails, *lines, *names, *others])
    for address in ADDRESSES:
        fingerprint = str(keys.fingerprint("address", address))
        assert fingerprint in own
        assert fingerprint not in outside, "the keyed hash stays in registration"
    assert "@example.org" not in "\n".join([*lines, *names])


async def _lived(here: House, secretary: httpx.AsyncClient) -> None:
    """People come by table, by hand under a key made of the address, and by the public form; one has another address since."""
    chain = await registered(here, secretary)
    for address in (ENTERED, "before@example.org"):
        named = {"Idempotency-Key": address}
        form = {"name": "Robin Example", "email": address}
        answer = await chain.post("/registration/v1/people", form, **named)
        chain.people.append(answer.json()["id"])
        place = {"category": "delegate", "person": chain.people[-1]}
        await chain.post(f"{chain.path}/registrations", place, **named)
    shown = await secretary.get(answer.headers["Location"])
    changed = {"name": "Robin Example", "email": MOVED}
    put = await secretary.put(answer.headers["Location"], json=changed, headers={"If-Match": shown.headers["ETag"]})
    assert put.status_code == 200, put.text
    await _typed(chain)
    await chain.cancel(2)
    await here.settle()


async def _typed(chain: Chain) -> None:
    """Under a key made of the address too, into a category that lets in whoever confirms."""
    tag = (await chain.secretary.get(chain.path)).headers["ETag"]
    form: dict[str, Any] = {"capacity": {"delegate": SEATS, "guest": 1}}
    await chain.secretary.put(f"{chain.path}/capacity", json=form, headers={"If-Match": tag})
    form = {"name": "Robin Example", "email": TYPED, "language": "en", "category": "guest"}
    async with chain.house.client() as visitor:
        answer = await visitor.post(chain.path.replace("/v1", ""), data=form, headers={"Idempotency-Key": TYPED})
    assert answer.status_code == 303, answer.text


async def _records(here: House) -> AsyncIterator[str]:
    """Everything on the log: keys, headers and values."""
    for record in await everything(here.service("registration").log):
        parts = [record.key, record.value, *(part for header in record.headers for part in header)]
        yield " ".join(part if isinstance(part, str) else (part or b"").decode("latin-1") for part in parts)


def _mailed(here: House) -> Iterator[str]:
    """Every header and text, as a reader sees it: links included."""
    for mail in here.mails():
        yield "\n".join(f"{name}: {value}" for name, value in mail.items())
        for part in mail.walk():
            if isinstance(part, EmailMessage) and part.get_content_maintype() == "text":
                yield part.get_content()
