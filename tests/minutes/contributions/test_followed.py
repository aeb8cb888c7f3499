"""What everybody reads of a contribution that was made an action: whether that is done. Who owes it concerns others."""

import re
from typing import Any
from uuid import UUID

from services.minutes.publication.shelf import FRESH
from shared.contracts.actions import (
    ActionAccepted,
    ActionAssigned,
    ActionDone,
    ActionDropped,
    ActionMoved,
    ActionProgressed,
)
from tests.minutes.desk.forms import DESK
from tests.minutes.facts import minute
from tests.minutes.house import API, PAGE, Site, Told
from tests.world.facts import GATHERING, known

FIRST, SECOND = known("first action"), known("second action")
OWED, DONE, DROPPED = "The action is still to be done.", "The action is done.", "The action will not be done."
SUGGESTED = {"contribution_kind": "suggestion", "words": "Measure it together.", "said_in": "en"}


async def made_action(there: Site, action: UUID | None = None) -> UUID:
    """A suggestion that was made one."""
    async with there.client("secretariat") as secretary:
        made = await secretary.post(f"{API}/contributions", json=SUGGESTED)
        path = made.headers["Location"]
        form = {"disposal": "made_action", **({"action": str(action)} if action else {})}
        done = await secretary.post(f"{path}/dispose", json=form, headers={"If-Match": made.headers["ETag"]})
        assert done.status_code == 200, done.text
    return UUID(made.json()["id"])


def told(event: type[ActionMoved], action: UUID, sequence: int, contribution: UUID | None) -> Told:
    about: dict[str, Any] = {"action_kind": "action", "text": {"en": "Buy gauges at once."}, "gathering": GATHERING}
    owner = {"person": known("person 1"), "contribution": contribution}
    return Told(action, sequence, event(**about, **owner, action=action, moved_at=minute(40)))


def said(page: str) -> list[str]:
    return re.findall(r"The action [^<.\n]+\.", page)


async def test_everybody_reads_whether_it_is_done_and_who_keeps_the_minutes_is_led_to_it(there: Site) -> None:
    suggestion = await made_action(there)
    await there.adjourn()
    await there.publish()
    async with there.client() as anybody, there.client("secretariat") as secretary:
        assert said((await anybody.get(PAGE, params={"lang": "en"})).text) == [], "nothing is known of an action yet"
        steps: tuple[tuple[type[ActionMoved], str], ...] = (
            (ActionAssigned, OWED),
            (ActionAccepted, OWED),
            (ActionDone, DONE),
            (ActionProgressed, OWED),
            (ActionDropped, DROPPED),
        )
        for n, (event, words) in enumerate(steps, 1):
            heard = told(event, FIRST, n, suggestion)
            await there.hear([heard])
            await there.hear([heard])
            there.clock.passes(seconds=FRESH + 1)
            page = (await anybody.get(PAGE, params={"lang": "en"})).text
            assert said(page) == [words], event.type
            assert "/minutes/actions/" not in page
            assert "Buy gauges" not in page
            typed = (await anybody.get(f"{PAGE}.md?lang=en")).text
            assert said(typed) == [words]
            desk = (await secretary.get(DESK, params={"lang": "en"})).text
            assert (said(desk), f'href="/minutes/actions/{FIRST}"' in desk) == ([words], True)


async def test_of_several_it_is_owed_as_long_as_one_is_and_one_that_is_only_named_counts_too(there: Site) -> None:
    suggestion = await made_action(there, SECOND)
    await there.hear([told(ActionAssigned, SECOND, 1, None), told(ActionDone, SECOND, 2, None)])
    async with there.client("secretariat") as secretary:
        for events, words in (
            ([], DONE),
            ([told(ActionAssigned, FIRST, 1, suggestion)], OWED),
            ([told(ActionDropped, FIRST, 2, suggestion)], DONE),
        ):
            await there.hear(events)
            desk = (await secretary.get(DESK, params={"lang": "en"})).text
            assert (said(desk), f'href="/minutes/actions/{SECOND}"' in desk) == ([words], True)


async def test_what_was_declined_later_says_nothing_of_an_action(there: Site) -> None:
    suggestion = await made_action(there)
    await there.hear([told(ActionAssigned, FIRST, 1, suggestion)])
    async with there.client("secretariat") as secretary:
        path = f"{API}/contributions/{suggestion}"
        tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
        declined = await secretary.post(f"{path}/dispose", json={"disposal": "declined", "reason": "No."}, headers=tag)
        assert declined.status_code == 200
        desk = (await secretary.get(DESK, params={"lang": "en"})).text
        assert (said(desk), "/minutes/actions/" + str(FIRST) in desk) == ([], False)
