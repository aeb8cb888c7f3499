"""What days bring, in the whole house: a mail that nobody waits for is told, and what lets somebody in ends."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from services.notifications.notifications import sender
from services.notifications.notifications.model import Notification, State
from shared.auth.keys import Untrusted
from shared.errors import Forbidden
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


async def test_sessions_tokens_and_links_end_by_the_clock_of_the_process(tmp_path: Path) -> None:
    async with house(tmp_path) as here:
        keys, rights, hour = here.process.installation.keys, here.process.installation.rights, timedelta(hours=1)
        cookie = rights.cookie(uuid4(), uuid4(), "Noor Example", here.clock() + 3 * hour)
        token, link = keys.issue(uuid4(), [], 3 * hour), keys.link("registration", "7", 3 * hour)

        def let_in() -> None:
            rights.caller(cookie)
            keys.verify(token)
            assert keys.opened("registration", link) == "7"

        let_in()
        here.clock.passes(hours=2)
        let_in()
        here.clock.passes(hours=2)
        with pytest.raises(Untrusted, match="session has ended"):
            rights.caller(cookie)
        with pytest.raises(Untrusted, match="expired"):
            keys.verify(token)
        with pytest.raises(Forbidden, match="ended"):
            keys.opened("registration", link)
