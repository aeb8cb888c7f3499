"""What is to be done with a notification, decided from all that is known of it at this moment. Nothing here reads or writes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from services.notifications.channels import Answer, Trouble
from services.notifications.mirrors import Gathering, Person
from services.notifications.notifications.model import PAST, Notification, State
from services.notifications.notifications.queries import Joined
from services.notifications.rules.registrations import TELLS
from shared.store import Stored

UNTOLD = Answer(Trouble.LOST, "it cannot be handed over once more; whether it arrived nobody knows")


@dataclass(frozen=True, slots=True)
class Turn:
    """A notification as it was read, who it is for and what it is about. `moved_on`: it tells what is no longer so."""

    stored: Stored[Notification]
    person: Person
    gathering: Gathering
    moved_on: bool

    @classmethod
    def of(cls, stored: Stored[Notification], later: Sequence[Stored[Notification]], known: Joined) -> "Turn":
        """`later`: what the same registration has to tell afterwards."""
        it = stored.entity
        otherwise = any(TELLS.get(each.entity.template) != TELLS.get(it.template) for each in later)
        return cls(stored, known.person(it), known.gathering(it), otherwise or known.has_moved_on(it))

    @property
    def notification(self) -> Notification:
        return self.stored.entity

    @property
    def waits(self) -> bool:
        """For its own time, although something behind it is due.

        It does not where it is known by now that it will not be told, where it must be cleared up whether it was told, and
        where what it waited for has come.
        """
        it = self.notification
        if it.state is State.QUEUED:
            return False
        cleared = self.moved_on and (it.was_delayed or it.may_have_arrived)
        return it.state is State.SENDING or not (cleared or (it.is_unjoined and self._joins))

    def instead(self, at: datetime, *, repeatable: bool) -> Answer | str | None:
        """What is noted instead of handing it over: why not, or the reason why it is suppressed; None: it is handed over.

        What may have arrived is never suppressed. Where a repeat leaves one mail it is finished also when the gathering is
        over; elsewhere, and to who was erased, nobody will know.
        """
        it, ends_at = self.notification, self.gathering.ends_at
        if self.person.erased:
            return UNTOLD if it.may_have_arrived else "erased"
        if ends_at is not None and ends_at <= at and not (repeatable and it.may_have_arrived):
            return UNTOLD if it.may_have_arrived else PAST
        if self.moved_on and it.was_delayed:
            return "superseded"
        if not self._joins:
            return Answer(Trouble.UNKNOWN, f"the {'gathering' if self.person.known else 'recipient'} is not known yet")
        spent = it.handed_over_too_often and not repeatable
        return UNTOLD if spent or (self.moved_on and it.was_repeated) else None

    @property
    def _joins(self) -> bool:
        return self.person.known and self.gathering.known
