"""A mail that is due in days, in the whole house: nobody waits for it, and it is told when they have passed."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from services.notifications.notifications import sender
from services.notifications.notifications.model import Notification, State
from tests.notifications.reminder import BEFORE, REMINDER, remind
from tests.story.chain import SEATS, Chain
from tests.story.house import House, house


async def reminders(here: House, state: State) -> int:
    return await here.service("notifications").store.count(Notification, {"template": REMINDER, "state": state})


async def test_a_scheduled_mail_holds_nothing_up_and_is_told_once_its_day_has_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remind(monkeypatch)
    monkeypatch.setattr(sender, "NET", 0.1)
    starts_at = datetime.now(UTC) + BEFORE + timedelta(days=3)
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        chain = Chain(here, secretary)
        await chain.bring_in()
        times = {"starts_at": starts_at.isoformat(), "ends_at": (starts_at + timedelta(days=1)).isoformat()}
        await chain.announce(**times)
        for n in range(SEATS):
            await chain.register(n)
        await here.settle()
        mails = len(here.mails())
        assert await reminders(here, State.SCHEDULED) == SEATS
        await here.passes(days=2)
        assert len(here.mails()) == mails
        await here.passes(days=1, hours=1)
        assert await reminders(here, State.SENT) == SEATS
        assert len(here.mails()) == mails + SEATS
