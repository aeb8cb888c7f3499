"""The public form through three services: one mail in fixed words, a link that is pressed, and what a day ends."""

import re
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx

from plenary.verify import verify
from shared.settings import Settings
from tests.story.chain import Chain
from tests.story.house import House, house

OPEN_TO_ALL = {"capacity": {"delegate": 40, "press": 5}, "admission": {"delegate": "open"}}


async def announced(here: House, secretary: httpx.AsyncClient) -> Chain:
    """Delegates come as they like, the press is approved; a body whose quorum is more than half of its four members."""
    chain = Chain(here, secretary)
    await chain.bring_in()
    await chain.announce(**OPEN_TO_ALL)
    return chain


async def typed(here: House, chain: Chain, email: str, **other: Any) -> httpx.Response:
    form = {"name": "Nobody In Particular", "email": email, "language": "fa", "category": "delegate"}
    async with here.client() as visitor:
        return await visitor.post(f"/registration/gatherings/{chain.gathering}", data=form | other)


def to(here: House, address: str) -> list[EmailMessage]:
    return [mail for mail in here.mails() if mail["To"].addresses[0].addr_spec == address]


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body
    return str(body.get_content())


def link_in(mail: EmailMessage) -> str:
    [link] = re.findall(r"http\S+/registration/status\?\S+", text_of(mail))
    return str(link)


async def test_who_confirms_by_the_link_in_the_mail_has_a_place_and_is_told_by_name(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary, here.client() as owner:
        chain = await announced(here, secretary)
        for _ in range(3):
            assert (await typed(here, chain, "darya@example.org")).status_code == 303
        await here.settle()
        [asked] = to(here, "darya@example.org")
        assert "Nobody In Particular" not in asked.as_string() + text_of(asked)
        link = link_in(asked)
        assert "Nobody In Particular" in (await owner.get(link)).text
        await owner.post(link.replace("/status?", "/status/confirm?"), data={"name": "دریا رودبان"})
        await here.settle()
        told = [text_of(mail) for mail in to(here, "darya@example.org") if mail["Subject"] != asked["Subject"]]
        assert len(told) == 1
        assert "دریا رودبان" in told[0]
        [standing] = (await secretary.get(f"{chain.path}/registrations")).json()
        assert (standing["state"], standing["admitted"]) == ("confirmed", "open")


async def test_an_invented_delegate_makes_no_quorum_and_a_confirmed_one_neither(tmp_path: Path) -> None:
    """Three organizations of four are named in forms: nobody counts whom the secretariat did not let in."""
    async with house(tmp_path) as here, here.client("secretariat") as secretary, here.client() as owner:
        chain = await announced(here, secretary)
        members = [each["id"] for each in (await secretary.get("/registration/v1/organizations")).json()]
        for n, member in enumerate(members[:3]):
            await typed(here, chain, f"invented{n}@example.org", organization=member)
        await here.settle()
        for n in range(3):
            link = link_in(to(here, f"invented{n}@example.org")[0])
            if n:  # one of them is never confirmed
                await owner.post(link.replace("/status?", "/status/confirm?"), data={"name": f"Guest {n}"})
        await chain.move(chain.path, "convene")
        for each in (await secretary.get(f"{chain.path}/registrations")).json():
            path = f"/registration/v1/registrations/{each['id']}/entries"
            answer = await secretary.post(path, json={"scan": str(uuid4())})
            assert answer.status_code == (200 if each["state"] == "confirmed" else 409), answer.text
        await here.settle()
        quorum = await chain.quorum()
        assert (quorum["count"]["present"], quorum["quorate"]) == (0, False)
        assert (await chain.vote()).status_code == 409
        attending = (await secretary.get(f"{chain.minutes}/attendance")).json()
        assert sorted(str(each["state"]) for each in attending) == ["None", "present", "present"]
        assert "Nobody In Particular" not in str(attending)


async def test_verify_finds_nothing_wrong_with_whoever_came_by_the_form(tmp_path: Path) -> None:
    """One of each end: a place, asked in vain for a second gathering, not accepted, said that it was not them, never heard of."""
    async with house(tmp_path) as here, here.client("secretariat") as secretary, here.client() as owner:
        chain, other = await announced(here, secretary), Chain(here, secretary)
        await other.announce(admission={"delegate": "approval"})
        for n, category in enumerate(("delegate", "press", "press", "delegate", "delegate")):
            await typed(here, chain, f"visitor{n}@example.org", category=category)
        await typed(here, other, "visitor0@example.org")
        await here.settle()
        links = [link_in(to(here, f"visitor{n}@example.org")[0]) for n in range(5)]
        for n in (0, 1, 2):
            await owner.post(links[n].replace("/status?", "/status/confirm?"), data={"name": f"Visitor {n}"})
        await owner.post(links[3].replace("/status?", "/status/withdraw?"))
        waits = (await secretary.get(f"{chain.path}/registrations?state=pending")).json()
        approved, rejected = [each["id"] for each in waits if each["reason"] == "to_be_approved"]
        await chain.move(f"/registration/v1/registrations/{approved}", "approve")
        path = f"/registration/v1/registrations/{rejected}"
        tag = (await secretary.get(path)).headers["ETag"]
        await chain.post(f"{path}/reject", {"reason": "duplicate"}, **{"If-Match": tag})
        await here.settle()
        await here.passes(days=1)
        while len(here.mails()) > 8:  # three were asked and then told; of the others nothing is left
            await here.settle()
        assert not to(here, "visitor3@example.org") + to(here, "visitor4@example.org")
    found = await verify(Settings(data=tmp_path), lambda _: None, longest=0)
    assert [finding.faults for finding in found if not finding.holds] == []


async def test_of_an_address_that_nobody_confirms_nothing_is_left_after_a_day(tmp_path: Path) -> None:
    """Not in a store, not in the log, not in a mail; and nobody is told a second time."""
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        chain = await announced(here, secretary)
        for n in range(5):
            await typed(here, chain, f"invented{n}@example.org")
        await here.settle()
        assert sum(len(to(here, f"invented{n}@example.org")) for n in range(5)) == 5
        assert len(traces(tmp_path)) > 3
        await here.passes(days=1)
        mails = await secretary.get(f"/notifications/v1/notifications?gathering={chain.gathering}&limit=100")
        assert {each["template"] for each in mails.json()} == {"address-confirmation"}
        while here.mails():
            await here.settle()
    assert traces(tmp_path) == []


def traces(folder: Path) -> list[str]:
    """The files that hold something of what was typed."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(each in path.read_bytes() for each in (b"invented", b"In Particular"))]
