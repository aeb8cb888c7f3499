"""Who is invited to a coordination meeting: people who accept, decline, or send another; organizations whose focal points name
delegates. One of each language has not answered, and is reminded when the time comes.

Each step looks first: what was answered already stays as it is.
"""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from plenary.client import keys
from plenary.demo.around import beside, move
from plenary.demo.show import done
from plenary.demo.stage import Stage
from shared.auth import Keys
from shared.settings import Settings

MEETING = {"en": "Coordination meeting, {}", "fa": "نشست هماهنگی، {}", "ar": "اجتماع تنسيقي، {}"}
FACTS: dict[str, Any] = {"gathering_kind": "meeting", "capacity": {"delegate": 20, "expert": 10}}
DAYS = 20
"""From today until the meeting; it is answered for a week less."""
QUOTA = 3
ELSE = {"name": "Linden Weir", "email": "linden.weir@demo.example.org", "position": "Adviser"}
DELEGATES = (
    ("Tarn Fordham", "Head of delegation"),
    ("Rill Osbeck", "Adviser"),
    ("Marsh Ellery", "Representative"),
)
"""Whom the first organization names; the second names the first two of its own."""


async def invite_everybody(stage: Stage, settings: Settings) -> None:
    """All of it, as long as the meeting is to come."""
    here = await beside(stage, "coordination", MEETING, DAYS, FACTS)
    await move(here, "draft", "announce")
    now = await here.look()
    by = datetime.fromisoformat(now["starts_at"]) - timedelta(days=7)
    if now["state"] == "announced" and by > datetime.now(UTC):
        there = {
            each["person"] or each["organization"]: each async for each in here.client.every(f"{here.path}/invitations")
        }
        await _people(here, there, by.isoformat())
        await _organizations(here, there, by.isoformat(), keys(settings))
    done("beside it: a coordination meeting with invitations: accepted, declined, unanswered, and two delegations")


async def _people(here: Stage, there: dict[str, Any], by: str) -> None:
    """Four answer; the last one of each language says nothing."""
    answers: tuple[tuple[str, dict[str, str]], ...] = (
        ("reply", {"reply": "accepted"}),
        ("reply", {"reply": "declined", "source": "letter"}),
        ("reply", {"reply": "tentative", "source": "telephone"}),
        ("substitute", ELSE),
    )
    silent = {guest.language: guest for guest in here.house.guests}
    guests = [guest for guest in here.house.guests if guest not in silent.values()][-len(answers) :]
    for guest in (*guests, *silent.values()):
        await _send(here, there, {"category": "expert", "person": str(guest.id), "reply_by": by}, str(guest.id))
    for guest, (step, form) in zip(guests, answers, strict=True):
        await _answer(here, there[str(guest.id)], step, form)


async def _organizations(here: Stage, there: dict[str, Any], by: str, signed: Keys) -> None:
    """Two, whose focal points paste a table behind the link in the mail; one of them names fewer than it may."""
    for n, home in enumerate(here.house.members[:2]):
        point = next(each for each in here.house.guests if each.organization == home)
        form = {"category": "delegate", "organization": str(home), "quota": QUOTA, "focal_points": [str(point.id)]}
        await _send(here, there, form | {"reply_by": by}, str(home))
        rows = [
            f"{name}\t{name.split()[0].lower()}{n}@demo.example.org\t{position}"
            for name, position in DELEGATES[: QUOTA - n]
        ]
        await _paste(here, there[str(home)]["id"], "\n".join(rows), signed)


async def _paste(here: Stage, invitation: str, table: str, signed: Keys) -> None:
    """Unless there is an answer."""
    found = await here.client.get(f"/registration/v1/invitations/{invitation}")
    if found.json()["state"] == "pending":
        link = signed.link("invitation", UUID(invitation), timedelta(days=1))
        version = found.headers["ETag"].strip('"')
        typed = {"key": here.key(f"paste-{invitation}"), "version": version, "table": table}
        await here.client.post(f"/registration/invitation/delegates?link={link}", typed=typed, key=typed["key"])


async def _send(here: Stage, there: dict[str, Any], form: dict[str, Any], invitee: str) -> None:
    """Unless it was sent before."""
    if invitee not in there:
        made = await here.client.post(
            f"{here.path}/invitations", form, key=here.key(f"invite-{invitee}-{form['reply_by']}")
        )
        there[invitee] = made.json()


async def _answer(here: Stage, invitation: dict[str, Any], step: str, form: dict[str, Any]) -> None:
    """Unless there is one."""
    path = f"/registration/v1/invitations/{invitation['id']}"
    found = await here.client.get(path)
    if found.json()["state"] == "pending":
        key = here.key(f"{step}-{invitation['id']}")
        await here.client.post(f"{path}/{step}", form, key=key, match=found.headers["ETag"])
