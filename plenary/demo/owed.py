"""What came of the meeting of the committee, and what was promised at earlier editions: some done, some late, one that nobody is
to do yet. What stands there already, or was changed since by somebody, stays as it is.
"""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid5

from plenary.client import Answered
from plenary.demo.show import done, until
from plenary.demo.stage import Stage

ACTIONS = "/minutes/v1/actions"
SHARE = {
    "en": "Share the daily readings of all gauges.",
    "fa": "به اشتراک گذاشتن خوانش روزانهٔ همهٔ آب‌سنج‌ها",
    "ar": "مشاركة القراءات اليومية لجميع المقاييس",
}
BOATS = {
    "en": "Lend two boats for the survey of the delta.",
    "fa": "امانت دادن دو قایق برای پیمایش دلتا",
    "ar": "إعارة قاربين لمسح الدلتا",
}
MAP = {"en": "Draw one map of all wells.", "fa": "کشیدن یک نقشه از همهٔ چاه‌ها", "ar": "رسم خريطة واحدة لجميع الآبار"}
SCHOOL = {
    "en": "Hold a summer school on flood warning.",
    "fa": "برگزاری مدرسهٔ تابستانی هشدار سیل",
    "ar": "عقد مدرسة صيفية للإنذار بالفيضانات",
}
ARCHIVE = {
    "en": "Open the archive of the old measurements.",
    "fa": "گشودن بایگانی اندازه‌گیری‌های کهن",
    "ar": "فتح محفوظات القياسات القديمة",
}
SOON = timedelta(days=21)
"""From today until what one person is to do is due: two weeks from now they are reminded."""
FOUR_OF_SEVEN = "Four of seven gauges report."

Said = tuple[str, dict[str, Any]]
PROMISED: tuple[tuple[int, int, dict[str, str], str, tuple[Said, ...]], ...] = (
    (0, 6, SHARE, "1403", (("accept", {}), ("progress", {"note": FOUR_OF_SEVEN}))),
    (0, 6, BOATS, "1402-05", (("done", {"note": "Both came back."}),)),
    (0, 8, MAP, "1409", ()),
    (1, 6, SCHOOL, "1404-04", (("accept", {}),)),
    (1, 8, SHARE, "1409", (("accept", {}),)),
    (2, 8, BOATS, "1409-06", ()),
    (2, 4, ARCHIVE, "1390", (("drop", {"note": "The archive burned down."}),)),
    (3, 6, ARCHIVE, "1404", (("progress", {"note": "Half of it is read in."}),)),
    (4, 8, SCHOOL, "", ()),
)
"""What the member of this number promised, at which edition, until when (in the calendar of the mandate), and each step since."""


async def owe(stage: Stage, meeting: UUID, editions: dict[int, str]) -> None:
    """All of it. `editions`: of the conference, by number."""
    there = {_known(each): each async for each in stage.client.every(ACTIONS)}
    for member, edition, text, due, steps in PROMISED:
        facts = {"action_kind": "commitment", "text": text, "due": due, "calendar": "solar_hijri"}
        home = {"organization": str(stage.house.members[member]), "edition": editions[edition]}
        await _lead(stage, there, facts | home, steps)
    today = datetime.now(UTC).date()
    of = {"action_kind": "action", "gathering": str(meeting), "due": str(today.year + 1)}
    for text, owner in (
        (MAP, {}),
        (SHARE, {"organization": str(stage.house.members[1])}),
        (SCHOOL, {"person": str(stage.house.guests[0].id), "due": str(today + SOON)}),
    ):
        await _lead(stage, there, of | {"text": text} | owner, ())
    done("beside it: what members promised across editions, some late, and what came of the committee's meeting")


def _known(action: dict[str, Any]) -> tuple[Any, ...]:
    """By what one is found again."""
    return (
        action["text"]["en"],
        *(action.get(name) for name in ("organization", "gathering" if action.get("gathering") else "edition")),
    )


async def _lead(stage: Stage, there: dict[Any, Any], facts: dict[str, Any], steps: tuple[Said, ...]) -> None:
    """Recorded once; what somebody did with it since stays."""
    made = there.get(_known(facts)) or await _record(stage, facts)
    path = f"{ACTIONS}/{made['id']}"
    for n, (step, said) in enumerate(steps, 1):
        found = await stage.client.get(path)
        if len(found.json()["steps"]) == n:
            key = f"demo-{made['id']}-{step}"
            await stage.client.post(f"{path}/{step}", said, key=key, match=found.headers["ETag"])


async def _record(stage: Stage, facts: dict[str, Any]) -> dict[str, Any]:
    """As soon as the minutes have heard of its edition and its owner: between topics there is no order."""
    name, made, tries = uuid5(stage.gathering, str(facts)), list[dict[str, Any]](), count()

    async def accepted() -> int:
        try:
            made.append((await stage.client.post(ACTIONS, facts, key=f"demo-{name}-{next(tries)}")).json())
        except Answered as answer:
            if answer.status != 422:
                raise
        return len(made)

    if not await accepted():
        await until("hearing of editions", 1, accepted)
    return made[0]
