"""A workshop that is over, whose draft goes to those who were there: two comment, and both approve it; it is published, and later
something in it is corrected in the open. What stands there already, or was changed since by somebody, stays as it is.
"""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from plenary.client import keys
from plenary.demo.around import beside, move
from plenary.demo.show import done, must, until
from plenary.demo.stage import Stage
from shared.settings import Settings

WORKSHOP = {"en": "Workshop on silt, {}", "fa": "کارگاه رسوب، {}", "ar": "ورشة الرواسب، {}"}
CAME = 3
FOR = timedelta(days=7)
SAID = "The river carries a tenth less than ten years ago. We ask for one table of all gauges."
COMMENTS = (
    ("It was a tenth less than in the year before the dam was built, not than ten years ago.", True, ""),
    ("Please leave out what we said about the table.", False, "It was said in the hall, and others answered it."),
)
"""What each of the two says about the statement, whether it is taken up, and why not."""
BETTER = "The river carries a tenth less than before the dam was built. We ask for one table of all gauges."
AFTERWARDS = (
    "The river carries a tenth less than before the dam was built. We ask for one table of all gauges and wells."
)


async def review(stage: Stage, settings: Settings) -> None:
    """All of it. Those who approve are the two who comment."""
    facts = {"gathering_kind": "meeting", "capacity": {"delegate": CAME}}
    here = await beside(stage, "workshop", WORKSHOP, 0, facts)
    people = await _meet(here)
    if (await _minutes(here))["state"] == "draft":
        form = {"comments_until": (datetime.now(UTC) + FOR).isoformat(), "approvers": people}
        tag = (await here.client.get(here.minutes)).headers["ETag"]
        await here.client.post(f"{here.minutes}/circulate", form, key=here.key("circulate"), match=tag)
    if (await _minutes(here))["state"] == "in_review":
        await until("asking those who were there", CAME, lambda: _asked(here))
        links = await _links(here, settings, people)
        await _comment(here, links)
        await _settle(here)
        await _approve(here, links)
    if (await _minutes(here))["state"] == "approved":
        await here.move(here.minutes, "publish")
    must((await _minutes(here))["state"] in {"published", "corrected"}, "both approved the minutes")
    await _correct(here)
    done("beside it: minutes with two comments answered, approved by two, published, and corrected once in the open")


async def _meet(here: Stage) -> list[str]:
    """Three delegates come, and one says something. Returns the two who approve it."""
    members = here.house.members[10 : 10 + CAME]
    delegates = [next(each for each in here.house.guests if each.organization == member) for member in members]
    await move(here, "draft", "announce")
    await move(here, "announced", "open")
    if (await here.look())["state"] == "open":
        for each in delegates:
            place = {"category": "delegate", "person": str(each.id), "organization": str(each.organization)}
            await here.client.post(f"{here.path}/registrations", place, key=here.key(f"register-{each.id}"))
    await move(here, "open", "close")
    await move(here, "closed", "convene")
    if (await here.look())["state"] == "in_session":
        await _say_something(here, str(delegates[0].id))
        await here.move(here.path, "adjourn")
    await until("closing the minutes", 1, lambda: here.minutes_are("closed_at"))
    return [str(each.id) for each in delegates[: len(COMMENTS)]]


async def _say_something(here: Stage, speaker: str) -> None:
    for each in await here.registrations():
        form = {"scan": str(uuid5(here.gathering, each["id"]))}
        path = f"/registration/v1/registrations/{each['id']}/entries"
        await here.client.post(path, form, key=here.key(f"in-{each['id']}"))
    await until("opening the minutes", 1, lambda: here.minutes_are("opened_at"))
    await until("hearing who came", CAME, lambda: _inside(here))
    said = {"words": SAID, "said_in": "en", "manner": "summary", "speaker": speaker}
    await here.client.post(f"{here.minutes}/statements", said, key=here.key("statement"))


async def _inside(here: Stage) -> int:
    return sum([each["inside"] async for each in here.client.every(f"{here.minutes}/attendance")])


async def _correct(here: Stage) -> None:
    """The statement says something better since everybody reads it; both versions are kept, chained by their hashes."""
    await until("sealing the first version", 1, lambda: _versions(here, 1))
    statement = await _statement(here)
    if statement["words"] == BETTER:
        await _say(here, statement, AFTERWARDS, "openly", "The wells were left out.")
    await until("sealing the second version", 2, lambda: _versions(here, 2))


async def _minutes(stage: Stage) -> dict[str, Any]:
    return dict((await stage.client.get(stage.minutes)).json())


async def _asked(stage: Stage) -> int:
    return len([each async for each in stage.client.every(f"{stage.minutes}/reviews")])


async def _reviews(stage: Stage, people: list[str]) -> list[str]:
    """The ids of their reviews, in the order of the people."""
    found = {each["person"]: each["id"] async for each in stage.client.every(f"{stage.minutes}/reviews")}
    return [found[each] for each in people if each in found]


async def _links(stage: Stage, settings: Settings, people: list[str]) -> list[str]:
    signed = keys(settings)
    return [signed.link("review", UUID(each), timedelta(days=1)) for each in await _reviews(stage, people)]


async def _comment(stage: Stage, links: list[str]) -> None:
    """By the page, as who has the link does."""
    statement = await _statement(stage)
    for n, (link, (words, *_)) in enumerate(zip(links, COMMENTS, strict=True)):
        anchor = f"statement-{statement['id']}"
        said = {f"said_in_{anchor}": "en", f"words_{anchor}": words}
        typed = {"key": stage.key(f"comment-{n}"), "anchor": anchor, **said}
        if words not in {each["words"] for each in await _comments(stage)}:
            await stage.client.post(f"/minutes/review/comment?link={link}", typed=typed, key=typed["key"])


async def _settle(stage: Stage) -> None:
    """The first is taken up: the draft says so; the other is declined."""
    statement = await _statement(stage)
    if statement["words"] == SAID:
        await _say(stage, statement, BETTER, "draft", "As was commented.")
    said = {words: (taken_up, reason) for words, taken_up, reason in COMMENTS}
    for each in await _comments(stage):
        if each["state"] == "open" and each["words"] in said:
            taken_up, reason = said[each["words"]]
            path = f"{stage.minutes}/comments/{each['id']}"
            tag = (await stage.client.get(path)).headers["ETag"]
            form = {"taken_up": taken_up, **({"reason": reason} if reason else {})}
            await stage.client.post(f"{path}/settle", form, key=stage.key(f"settle-{each['id']}"), match=tag)


async def _approve(stage: Stage, links: list[str]) -> None:
    for n, link in enumerate(links):
        text = (await stage.client.get(f"{stage.minutes}/text")).json()["sha256"]
        typed = {"key": stage.key(f"approve-{n}"), "text": text}
        await stage.client.post(f"/minutes/review/approve?link={link}", typed=typed, key=typed["key"])


async def _comments(stage: Stage) -> list[dict[str, Any]]:
    return [each async for each in stage.client.every(f"{stage.minutes}/comments")]


async def _statement(stage: Stage) -> dict[str, Any]:
    [only] = [each async for each in stage.client.every(f"{stage.minutes}/statements")]
    return only


async def _say(stage: Stage, statement: dict[str, Any], words: str, step: str, reason: str) -> None:
    path = f"{stage.minutes}/statements/{statement['id']}"
    kept = {name: statement[name] for name in ("said_in", "manner", "item", "speaker", "organization", "public")}
    tag = (await stage.client.get(path)).headers["ETag"]
    form = {**kept, "words": words, "reason": reason}
    await stage.client.post(f"{path}/correct", form, key=stage.key(f"say-{step}"), match=tag)


async def _versions(stage: Stage, wanted: int) -> int:
    """How many there are, as far as they are wanted: led again, or after somebody corrected more, there are more."""
    return min(wanted, len([each async for each in stage.client.every(f"{stage.minutes}/versions")]))
