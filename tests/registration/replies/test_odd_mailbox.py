"""A mailbox is shared with people and their mail programs, and its server has troubles of its own: no answer is lost by it."""

import imaplib
from pathlib import Path
from typing import Any

import pytest
from pymap.backend.mailbox import MailboxDataInterface
from pymap.backend.session import BaseSession
from pymap.exceptions import TemporaryFailure
from pymap.parsing.specials import SequenceSet
from pymap.parsing.specials.flag import Wildcard, get_system_flags
from pymap.selected import SelectedMailbox

from services.registration.replies import mailbox
from services.registration.replies.mailbox import Place, visit
from services.registration.replies.model import Mailbox
from tests.registration.replies.test_mailbox import LEFT, ORDINARY, Office, office
from tests.world.mailbox import postbox

FIRST = 101
"""The number that this server gives to the first mail."""

BY_HAND = r"(\Answered \Seen)"


@pytest.fixture
def keywords(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server permits marks of others than its own, as most do."""
    monkeypatch.setattr(MailboxDataInterface, "permanent_flags", get_system_flags() | {Wildcard})


async def began_anew(here: Office) -> None:
    """The numbers of the mails did, so each is looked at again."""
    store = here.guest.here.service.store
    stored = await store.get(Mailbox, here.reader.mailbox)
    assert stored
    stored.entity.validity += 1
    await store.commit([stored])


@pytest.mark.usefixtures("keywords")
async def test_an_answer_that_somebody_answered_by_hand_counts_all_the_same_and_once(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        await here.box.receives(here.says("TENTATIVE"))
        await here.box.marks(1, BY_HAND)
        await here.reader.step()
        assert await here.answers() == ["tentative"]
        [flags] = await here.box.flags()
        assert "$Plenary" in flags
        await here.guest.posts("reply", {"reply": "accepted"})
        await began_anew(here)
        await here.reader.step()
        assert await here.answers() == ["tentative", "accepted"]
        assert await here.came() == {"counted": 2}


async def test_what_somebody_does_with_another_mail_meanwhile_says_nothing_of_this_one() -> None:
    async with postbox() as box:
        await box.receives(ORDINARY, ORDINARY)
        async with visit(Place.of(box.url)) as there:
            await box.marks(1, BY_HAND)
            [second] = await there.after(FIRST, 10)
            assert (second.uid, second.handled) == (FIRST + 1, False)
            assert second.size


async def test_a_mail_that_the_server_does_not_give_is_left_and_holds_up_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gives = BaseSession.fetch_messages

    async def spoiled(self: Any, selected: SelectedMailbox, asked: SequenceSet, seen: bool) -> Any:
        if any(each.uid == FIRST for _, each in selected.messages.get_all(asked)):
            raise TemporaryFailure("It cannot be read.")
        return await gives(self, selected, asked, seen)

    async with office(tmp_path) as here:
        await here.box.receives(here.says("TENTATIVE"), here.says("ACCEPTED"))
        with monkeypatch.context() as patch:
            patch.setattr(BaseSession, "fetch_messages", spoiled)
            await here.reader.step()
        assert await here.answers() == ["accepted"]
        assert (await here.box.flags())[0] - {"\\Recent"} == LEFT
        assert await here.came() == {"unclear": 1, "counted": 1}


async def test_a_mailbox_of_any_size_is_asked_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    async with postbox() as box:
        await box.receives(*[ORDINARY] * 30)
        monkeypatch.setattr(mailbox, "RANGE", 10)
        async with visit(Place.of(box.url)) as there:
            monkeypatch.setattr(imaplib, "_MAXLINE", 100)
            assert [each.uid for each in await there.after(0, 3)] == [FIRST, FIRST + 1, FIRST + 2]
            assert [each.uid for each in await there.after(FIRST + 15, 20)] == list(range(FIRST + 16, FIRST + 30))
            assert await there.after(FIRST + 29, 10) == []
