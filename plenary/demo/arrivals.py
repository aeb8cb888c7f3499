"""Before the gathering: announced, opened, everybody registers, one is cancelled, and all are told."""

from collections import Counter
from typing import Any, Final

from plenary.demo.people import Guest
from plenary.demo.show import all_of, done, in_order, must, until
from plenary.demo.stage import SEATS, Stage

ENDED: Final = "final-statement-adopted"
"""The mail that tells everybody that there is a final statement."""


async def announce(stage: Stage) -> None:
    """From draft to open."""
    for before, step in (("draft", "announce"), ("announced", "open")):
        if (await stage.look())["state"] == before:
            await stage.move(stage.path, step)
    done("announced, and registration is open")


async def register_everybody(stage: Stage) -> None:
    """Everybody asks for a place, 32 at a time; who has one already answers with it."""
    there = {each["person"] for each in await stage.registrations()}
    missing = [guest for guest in stage.house.guests if str(guest.id) not in there]
    if missing:
        await all_of("registering", missing, lambda guest: _register(stage, guest))
    standing = await stage.registrations()
    must(len(standing) == len(stage.house.guests), f"{len(stage.house.guests)} people are registered, each once")
    if any(each["state"] == "cancelled" for each in standing):
        done(f"{len(standing)} people registered")
        return
    seats, ranks = _seats(standing), _ranks(standing)
    must(sorted(seats) == list(range(1, SEATS + 1)), f"{SEATS} are confirmed, each in a seat of their own")
    must(len(ranks) == len(standing) - SEATS and in_order(ranks), "the others wait, each at a rank of their own")
    done(f"{len(seats)} confirmed with seats 1 to {SEATS}, {len(ranks)} waiting in order")


async def _register(stage: Stage, guest: Guest) -> None:
    form = {"category": "delegate", "person": str(guest.id), "organization": str(guest.organization)}
    await stage.client.post(f"{stage.path}/registrations", form, key=stage.key(f"register-{guest.id}"))


async def cancel_one(stage: Stage) -> None:
    """A seat becomes free, and the first who waits gets it.

    Everybody is told before: a mail that is held up until it is no longer true is not sent at all.
    """
    standing = await stage.registrations()
    if not any(each["state"] == "cancelled" for each in standing):
        await until("sending mails", len(stage.house.guests), lambda: _sent(stage))
        given_up = next(each for each in standing if each["seat"] == SEATS // 2)
        await stage.move(f"/registration/v1/registrations/{given_up['id']}", "cancel")
    waiting = len(stage.house.guests) - SEATS - 1

    async def promoted() -> int:
        now = await stage.registrations()
        return int(len(_seats(now)) == SEATS and len(_ranks(now)) == waiting)

    await until("promoting", 1, promoted)
    seats = _seats(await stage.registrations())
    must(sorted(seats) == list(range(1, SEATS + 1)), "the seat that became free belongs to somebody else now")
    done(f"one was cancelled; the first who waited was promoted into the seat, {waiting} wait")


async def wait_for_mails(stage: Stage) -> None:
    """Everybody was told: the place or the rank, the promotion, the cancellation."""
    wanted = len(stage.house.guests) + 2
    await until("sending the last two mails", wanted, lambda: _sent(stage))
    mails = await _mails(stage)
    must(len(mails) == wanted, f"{wanted} notifications and no more")
    must(len({each["message_id"] for each in mails}) == wanted, "each mail has a Message-ID of its own")
    languages: Counter[str] = Counter()
    speaks = {str(guest.id): guest.language for guest in stage.house.guests}

    async def read(mail: dict[str, Any]) -> None:
        wording = (await stage.client.get(f"/notifications/v1/notifications/{mail['id']}")).json()["wording"]
        must(wording["language"] == speaks[mail["recipient"]], "each mail is in the reader's own language")
        languages[wording["language"]] += 1

    await all_of("reading mails", mails, read)
    told = ", ".join(f"{many} in {language}" for language, many in sorted(languages.items()))
    must(set(languages) == set(speaks.values()), "mails went out in every language of the guests")
    done(f"{wanted} mails sent, each once: {told}")


async def went_on(stage: Stage) -> bool:
    """Whether somebody cancelled or withdrew, or came by, since the demonstration ended."""
    standing = await stage.registrations()
    gone = sum(each["state"] in {"cancelled", "withdrawn"} for each in standing)
    return (gone, len(standing)) != (1, len(stage.house.guests))


async def _sent(stage: Stage) -> int:
    return len(await _mails(stage, state="sent"))


async def _mails(stage: Stage, **where: str) -> list[dict[str, Any]]:
    """Those to the guests of their places; strangers who come by the form, and the minutes, are another matter."""
    guests = {str(guest.id) for guest in stage.house.guests}
    found = stage.client.every("/notifications/v1/notifications", gathering=stage.gathering, **where)
    return [
        each async for each in found if each["recipient"] in guests and each["template"].startswith("registration-")
    ]


def _seats(standing: list[dict[str, Any]]) -> list[int]:
    return [each["seat"] for each in standing if each["state"] == "confirmed"]


def _ranks(standing: list[dict[str, Any]]) -> list[int]:
    return sorted(each["rank"] for each in standing if each["state"] == "waitlisted")
