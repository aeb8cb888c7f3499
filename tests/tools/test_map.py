"""The map of consequences finds in the code what really follows."""

from collections.abc import Iterable
from dataclasses import dataclass
from types import ModuleType
from typing import Any, ClassVar, Self
from uuid import UUID

from shared.contracts import Record
from shared.contracts.minutes import MINUTES, MinutesApproved, MinutesClosed, MinutesDrawnUp, MinutesPublished
from shared.contracts.registry import EVENTS
from shared.flow import Change, Read, Subject, Together
from tools.map import follows, map_md
from tools.subjects import Folder, everywhere


@dataclass
class Account:
    """A document that may say several things."""

    kind: ClassVar[str] = "accounts"
    id: UUID

    @classmethod
    def begun(cls, id: UUID) -> tuple[Self, MinutesDrawnUp]:
        return cls(id), MinutesDrawnUp(gathering=id)

    def close(self) -> MinutesClosed | None:
        return None

    def approve(self) -> MinutesApproved:
        return MinutesApproved(gathering=self.id)


async def hear(record: Record, read: Read) -> Iterable[Change[Any]]:
    """Begin or close."""
    account, event = Account.begun(record.key)
    return [Change(account, event, *filter(None, [account.close()]))]


def _folder(**subject: Any) -> Folder:
    return Folder("toy", ModuleType("toy.accounts"), Subject(kinds=(Account,), **subject))


def test_what_a_handler_may_cause_are_the_events_of_what_it_does_to_documents_of_its_subject() -> None:
    folder = _folder(publishes=(MINUTES,))
    assert follows(hear, folder) == [MinutesDrawnUp, MinutesClosed]
    assert follows(Together(lambda record: record.key, hear_all), folder) == [MinutesApproved]
    assert follows(hear, _folder(publishes=())) == [], "another subject's topic is another subject's business"


async def hear_all(records: Any, read: Read) -> Iterable[Change[Any]]:
    """Approve."""
    account = await read.one(Account, records[0].key)
    return [Change(account, account.approve())]


def test_the_map_names_every_event_and_how_it_comes_and_everybody_who_hears_it() -> None:
    page = map_md()
    assert [event for event in EVENTS if f"| [`{event}`]" not in page] == []
    assert [event for event in EVENTS if f"| [`{event}`](events.md#{event.replace('.', '')}) |  |" in page] == []
    heard = [(event.type, folder.path) for folder in everywhere() for event in folder.subject.on]
    assert heard
    assert [hearer for _, hearer in heard if f"| {hearer} |" not in page] == []
    assert MinutesPublished.type in page
