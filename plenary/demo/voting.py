"""A roll call of the committee: each member's vote is on record, and two thirds of those who voted adopt."""

from collections.abc import Sequence
from uuid import UUID

from plenary.demo.show import done, must
from plenary.demo.stage import Stage

VOTES = ("in_favour", "in_favour", "in_favour", "against")
"""Of the members that are inside; whoever else is a member is absent."""
STATION = {
    "en": "A gauging station is built at the Sarvab bridge.",
    "fa": "کنار پل سرواب یک ایستگاه آب‌سنجی ساخته می‌شود.",
    "ar": "تُبنى محطة قياس عند جسر سرواب.",
}


async def vote_by_name(here: Stage, members: Sequence[UUID]) -> None:
    """Three of four in favour: adopted by the rule of the body."""
    votes = [*VOTES, *["absent"] * (len(members) - len(VOTES))]
    ballots = [{"member": str(member), "vote": vote} for member, vote in zip(members, votes, strict=True)]
    form = {"text": STATION, "adoption": "roll_call", "ballots": ballots}
    decision = (await here.client.post(f"{here.minutes}/decisions", form, key=here.key("roll-call"))).json()
    must(decision["votes"] == {"in_favour": 3, "against": 1, "abstaining": 0}, "the totals follow from the roll call")
    must(decision["state"] == "adopted", "two thirds of those who voted adopt it")
    done(f"a roll call of {len(members)} members: adopted by two thirds")
