"""The gathering itself: the door, the minutes that open by themselves, a decision, and the published record."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from plenary.client import Answered
from plenary.demo.show import all_of, done, must, until
from plenary.demo.stage import Stage

PRESENT, LEAVING = 40, 5
"""So many members' delegates come in, and of so many members all leave again."""

VOTES = {"in_favour": 31, "against": 3, "abstaining": 1}
DECISION = {
    "en": "The council meets again in spring and shares the measurements of all basins.",
    "fa": "شورا در بهار دوباره تشکیل جلسه می‌دهد و داده‌های همهٔ حوضه‌ها را به اشتراک می‌گذارد.",
    "ar": "يجتمع المجلس مرة أخرى في الربيع ويتبادل قياسات جميع الأحواض.",
}


async def convene(stage: Stage) -> None:
    """Registration closes, and the gathering goes into session."""
    for before, step in (("open", "close"), ("closed", "convene")):
        if (await stage.look())["state"] == before:
            await stage.move(stage.path, step)
    done("registration is closed, the gathering is in session")


async def open_the_door(stage: Stage) -> None:
    """Delegates come in, enough for a quorum; some leave again. Each scan has a number of its own, so that it counts once."""
    coming, leaving = await _delegates(stage)
    gathering = await stage.look()
    if gathering["state"] == "in_session":
        began = datetime.fromisoformat(gathering["convened_at"])
        await all_of("checking in", coming, lambda each: _pass(stage, each, "entries", began + timedelta(seconds=1)))
        await all_of("some leave", leaving, lambda each: _pass(stage, each, "exits", began + timedelta(seconds=2)))
    done(f"{len(coming)} delegates of {PRESENT} members came in, {len(leaving)} left again")


async def _delegates(stage: Stage) -> tuple[list[str], list[str]]:
    """Who comes, and who of them leaves; always the same, since the seats are given by now."""
    coming, leaving = set(stage.house.members[:PRESENT]), set(stage.house.members[:LEAVING])
    confirmed = [each for each in await stage.registrations() if each["state"] == "confirmed"]
    came = [each for each in confirmed if UUID(each["organization"]) in coming]
    return [each["id"] for each in came], [each["id"] for each in came if UUID(each["organization"]) in leaving]


async def _pass(stage: Stage, registration: str, way: str, at: datetime) -> None:
    form = {"scan": str(uuid5(stage.gathering, f"{way}/{registration}")), "passed_at": at.isoformat()}
    path = f"/registration/v1/registrations/{registration}/{way}"
    await stage.client.post(path, form, key=stage.key(way))


async def show_the_minutes(stage: Stage) -> None:
    """The minutes opened by themselves, and know who is present."""
    coming, leaving = await _delegates(stage)
    await until("opening the minutes", 1, lambda: stage.minutes_are("opened_at"))
    inside = len(coming) - len(leaving)
    passages = len(coming) + len(leaving)
    await until("hearing the door", passages, lambda: _passages(stage))
    await until("hearing of the body", 1, lambda: _counted(stage))
    attending = [each async for each in stage.client.every(f"{stage.minutes}/attendance")]
    must(sum(each["inside"] for each in attending) == inside, f"the minutes show {inside} present")
    quorum = (await stage.client.get(f"{stage.minutes}/quorum")).json()
    count = quorum["count"]
    must(quorum["quorate"] is True and count["members"] == len(stage.house.members), "there is a quorum")
    done(
        f"the minutes opened by themselves: {inside} present, "
        f"{count['present']} of {count['members']} members ({count['required']} required)"
    )


async def _counted(stage: Stage) -> int:
    """1 as soon as the minutes know the body: between topics there is no order, and its event may come last."""
    try:
        return int((await stage.client.get(f"{stage.minutes}/quorum")).json()["count"] is not None)
    except Answered as answer:
        if answer.slug not in {"body-unknown", "not-found"}:
            raise
        return 0


async def _passages(stage: Stage) -> int:
    return sum([len(each["passages"]) async for each in stage.client.every(f"{stage.minutes}/attendance")])


async def decide(stage: Stage, item: UUID) -> None:
    """One decision on this item, with the quorum that the minutes know."""
    if not await _decisions(stage):
        form = {"text": DECISION, "adoption": "show_of_hands", "votes": VOTES, "item": str(item)}
        await stage.client.post(f"{stage.minutes}/decisions", form, key=stage.key("decision"))
    [decision] = await _decisions(stage)
    quorum = decision["quorum"]
    must(decision["state"] == "adopted" and quorum["present"] >= quorum["required"], "the decision is adopted")
    found = (await stage.client.get(f"{stage.minutes}/decisions/quorums")).json()
    [stood] = [each["stood"] for each in found if each["item"] == str(item)]
    must(
        [each["quorate"] for each in stood if each["when"] == "vote"] == [True],
        "the quorum stands with its agenda item",
    )
    done(f"decision {decision['number']} adopted, {VOTES['in_favour']} to {VOTES['against']}")


async def _decisions(stage: Stage) -> list[dict[str, Any]]:
    return [each async for each in stage.client.every(f"{stage.minutes}/decisions")]


async def publish(stage: Stage) -> None:
    """Adjourned, approved, published; and the page reads in each language."""
    if (await stage.look())["state"] == "in_session":
        await stage.move(stage.path, "adjourn")
    await until("closing the minutes", 1, lambda: stage.minutes_are("closed_at"))
    for before, step in (("draft", "approve"), ("approved", "publish")):
        if (await stage.client.get(stage.minutes)).json()["state"] == before:
            await stage.move(stage.minutes, step)
    path = (await stage.client.get(stage.minutes)).json()["path"]
    for language, way in (("fa", "rtl"), ("ar", "rtl"), ("en", "ltr")):
        page = (await stage.client.get(path, lang=language)).text
        must(f'lang="{language}" dir="{way}"' in page, f"the page of the minutes reads in {language}")
        must(DECISION[language] in page, f"the decision stands on the page in {language}")
    done("adjourned; the minutes are approved and published in three languages")


async def is_published(stage: Stage) -> bool:
    """Whether the demonstration was led to its end before."""
    return await _state(stage) == "published"


async def went_on(stage: Stage) -> bool:
    """Whether somebody did more with the minutes since: recorded, corrected or withdrew a decision."""
    published = await _state(stage) in {"published", "corrected"}
    return published and [each["state"] for each in await _decisions(stage)] != ["adopted"]


async def _state(stage: Stage) -> str:
    """Of the minutes; empty where there are none yet."""
    try:
        return str((await stage.client.get(stage.minutes)).json()["state"])
    except Answered as answer:
        if answer.status != 404:
            raise
        return ""
