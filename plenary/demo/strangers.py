"""Strangers come by the public form: an address holds nothing before its owner confirms it, and then as the rule says."""

from datetime import timedelta
from typing import Any, Literal, NamedTuple
from uuid import UUID

from plenary.client import keys
from plenary.demo.show import done, must
from plenary.demo.stage import OTHERS, Stage
from shared.settings import Settings


class Stranger(NamedTuple):
    """Who types an address into the form, and what becomes of it."""

    name: str
    category: str
    end: Literal["confirmed", "approve", "reject", "hold", "nobody"]

    @property
    def nick(self) -> str:
        """For the address and the keys."""
        return self.name.split()[0].lower()


STRANGERS = (
    Stranger("Rivka Weir", "guest", "confirmed"),
    Stranger("Osier Fenwater", "observer", "approve"),
    Stranger("Linnet Marsh", "observer", "reject"),
    Stranger("Nobody At All", "guest", "nobody"),
)
Standing = dict[str, Any]


async def come_by_the_form(stage: Stage, settings: Settings) -> None:
    """While registration is open, all of it; a step that was done already changes nothing when it is done again."""
    if (await stage.look())["state"] == "open":
        for stranger in STRANGERS:
            await _type(stage, stranger)
        for stranger in STRANGERS:
            if stranger.end != "nobody":
                await _confirm(stage, settings, stranger)
        for stranger in STRANGERS:
            if stranger.end in {"approve", "reject"}:
                await _decide(stage, stranger)
    ends = [await _standing(stage, each) for each in STRANGERS]
    must([each and each["admitted"] for each in ends[:2]] == ["open", "approved"], "two of four strangers have a place")
    must(ends[2] is not None and ends[2]["state"] == "rejected", "one was not accepted")
    held = [each["seat"] for each in await stage.registrations(*OTHERS) if each["seat"] is not None]
    must(held == [1, 1], "an address that nobody confirmed holds nothing")
    done("four strangers came by the form: one confirmed the address, one was approved, one was not; one was invented")


async def arrive(stage: Stage, settings: Settings, stranger: Stranger) -> None:
    """By the form and, but for an address that is nobody's, by the link of the mail; the rest is left open, or on hold."""
    await _type(stage, stranger)
    if stranger.end != "nobody":
        await _confirm(stage, settings, stranger)
    if stranger.end == "hold":
        await _decide(stage, stranger)


async def _type(stage: Stage, stranger: Stranger) -> None:
    form = {"name": stranger.name, "email": _address(stage, stranger), "language": "en", "category": stranger.category}
    path = f"/registration/gatherings/{stage.gathering}"
    await stage.client.post(path, typed=form, key=stage.key(f"form-{stranger.nick}"))


async def _confirm(stage: Stage, settings: Settings, stranger: Stranger) -> None:
    """The button behind the link in the mail; the link is signed here as it is for the mail."""
    standing = await _standing(stage, stranger)
    if standing and standing["reason"] == "address_unconfirmed":
        link = keys(settings).link("registration", UUID(standing["id"]), timedelta(days=1))
        path = f"/registration/status/confirm?link={link}"
        await stage.client.post(path, typed={"name": stranger.name}, key=stage.key(f"confirm-{stranger.nick}"))


async def _decide(stage: Stage, stranger: Stranger) -> None:
    standing = await _standing(stage, stranger)
    if standing and standing["reason"] == "to_be_approved":
        path = f"/registration/v1/registrations/{standing['id']}"
        reason = {"reject": "not_eligible", "hold": "being_checked"}.get(stranger.end)
        form = {"reason": reason, "note": "A demonstration."} if reason else None
        tag = (await stage.client.get(path)).headers["ETag"]
        await stage.client.post(
            f"{path}/{stranger.end}", form, key=stage.key(f"{stranger.end}-{stranger.nick}"), match=tag
        )


async def _standing(stage: Stage, stranger: Stranger) -> Standing | None:
    """The stranger's registration; None once nobody knows the address any more."""
    address = _address(stage, stranger)
    people = {each["email"]: each["id"] async for each in stage.client.every("/registration/v1/people")}
    found = await stage.registrations(stranger.category)
    return next((each for each in found if each["person"] == people.get(address)), None)


def _address(stage: Stage, stranger: Stranger) -> str:
    return f"{stranger.nick}-{stage.number}{stage.part}@strangers.example.org"
