"""A document that is not handed in by its day, in the whole house: each who answers for it is told once, and with what link."""

import re
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

from tests.story.chain import Chain
from tests.story.documents import LISTED
from tests.story.house import House, house

TEAM = ("point", "secretariat")


async def listed(chain: Chain, days: int) -> str:
    """A document of the first organization, to be there in two languages so many days from now; its path."""
    day = (datetime.now(UTC) + timedelta(days=days)).date().isoformat()
    form = LISTED | {"hand_in_by": day, "organization": await chain.organization(0)}
    return str((await chain.post(f"{chain.minutes}/documents", form)).headers["Location"])


async def hand_in(chain: Chain, path: str, *languages: str) -> None:
    for tag in languages:
        match = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
        form = {"written_in": tag, "address": "https://documents.example/1.pdf"}
        await chain.post(f"{path}/versions", form, **match)


async def appoint(chain: Chain) -> None:
    """A focal point of the first organization, and somebody of the secretariat."""
    offices = ({"office": "focal-point", "thing": await chain.organization(0)}, {"office": "secretariat"})
    for name, office in zip(TEAM, offices, strict=True):
        form = {"name": f"Noor {name}", "email": f"{name}@example.org", **office}
        await chain.post("/registration/v1/team/grants", form)


def overdue(here: House) -> list[EmailMessage]:
    return sorted(
        (each for each in here.mails() if "Still to be handed in" in each["Subject"]), key=lambda it: it["To"]
    )


async def test_each_who_answers_for_it_is_told_once_and_nobody_of_what_was_handed_in(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary, here.client() as anybody:
        chain = Chain(here, secretary)
        await chain.bring_in()
        await chain.announce()
        await here.settle()
        await appoint(chain)
        await here.settle()
        late, one, early = [await listed(chain, days=2) for _ in range(3)]
        await hand_in(chain, one, "en")
        await hand_in(chain, early, "en", "fa")
        await here.passes(hours=1)
        assert overdue(here) == []
        await here.passes(days=4)
        told = [(str(each["To"]), str(each["Subject"]).rpartition(" ")[2]) for each in overdue(here)]
        people = [f"Noor {name} <{name}@example.org>" for name in TEAM]
        assert sorted(told) == sorted((each, f"RBC/7/DOC/{n}") for each in people for n in (1, 2))
        link = next(link for each in overdue(here) if "DOC/2" in each["Subject"] for link in links(each))
        page = await anybody.get(link)
        assert (page.status_code, page.text.count(": overdue")) == (200, 1)
        await hand_in(chain, late, "en")
        await here.passes(days=9)
        await hand_in(chain, late, "fa")
        await here.passes(days=9)
        assert len(overdue(here)) == len(told), "once, and not again after it was handed in"


def links(mail: EmailMessage) -> list[str]:
    """Where it leads, from the beginning of the site."""
    body = mail.get_body(("plain",))
    assert body
    return re.findall(r"https?://[^/\s]+(/minutes/documents/awaited\?\S+)", body.get_content())
