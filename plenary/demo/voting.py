"""A roll call of the committee: each member's vote is on record, and two thirds of those who voted adopt. And a text that is
circulated among its delegates, and adopted in a week unless one of them objects."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from plenary.client import Answered
from plenary.demo.show import done, must, until
from plenary.demo.stage import Stage

VOTES = ("in_favour", "in_favour", "in_favour", "against")
"""Of the members that are inside; whoever else is a member is absent."""
SHARED = {
    "en": "The readings of all gauges are shared each evening.",
    "fa": "خوانده‌های همهٔ آب‌سنج‌ها هر شب به اشتراک گذاشته می‌شود.",
    "ar": "تُتبادل قراءات جميع المقاييس كل مساء.",
}
STATION = {
    "en": "A gauging station is built at the Sarvab bridge.",
    "fa": "کنار پل سرواب یک ایستگاه آب‌سنجی ساخته می‌شود.",
    "ar": "تُبنى محطة قياس عند جسر سرواب.",
}


async def vote_by_name(here: Stage, members: Sequence[UUID], inside: Sequence[str]) -> None:
    """Three of four in favour: adopted by the rule of the body. `inside`: the organizations whose delegates came in."""
    voted = dict(zip(inside, VOTES, strict=True))
    ballots = [{"member": str(each), "vote": voted.get(str(each), "absent")} for each in members]
    form = {"text": STATION, "adoption": "roll_call", "ballots": ballots}
    decision = (await here.client.post(f"{here.minutes}/decisions", form, key=here.key("roll-call"))).json()
    must(decision["votes"] == {"in_favour": 3, "against": 1, "abstaining": 0}, "the totals follow from the roll call")
    must(decision["state"] == "adopted", "two thirds of those who voted adopt it")
    done(f"a roll call of {len(members)} members: adopted by two thirds")


async def circulate(here: Stage, delegates: int) -> None:
    """Each delegate is told by mail, with a link to object. What nobody can be asked about yet waits for who registered."""
    week = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(days=7)
    form = {"text": SHARED, "reply_by": week.isoformat()}

    async def asked() -> int:
        try:
            made = await here.client.post(f"{here.minutes}/decisions/circulations", form, key=here.key("circulate"))
        except Answered as answer:
            if answer.slug != "nobody-to-ask":
                raise
            return 0
        return int(made.json()["state"] == "circulated")

    await until("circulating a text", 1, asked)
    done(f"a text is circulated among {delegates} delegates: adopted in a week unless one of them objects")
