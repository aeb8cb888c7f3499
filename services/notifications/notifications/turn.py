"""What is to be done with a notification, decided from all that is known of it at this moment. Nothing here reads or writes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.notifications.calendar import Part
from services.notifications.channels import Answer, Trouble
from services.notifications.mirrors import Gathering, NamedEdition, Person
from services.notifications.notifications.model import CALLED_OFF, PAST, Notification, State
from services.notifications.notifications.queries import Joined
from services.notifications.rules import rule_of
from shared.store import Stored

UNTOLD = Answer(Trouble.LOST, "it cannot be handed over once more; whether it arrived nobody knows")


@dataclass(frozen=True, slots=True)
class Turn:
    """A notification as it was read, who it is for and what it is about. `moved_on`: it tells what is no longer so.

    `again`: the same is told by a later one. `part`: what the recipient's calendar is to say.
    """

    stored: Stored[Notification]
    person: Person
    gathering: Gathering | None
    moved_on: bool
    again: bool = False
    part: Part | None = None
    edition: NamedEdition | None = None

    @classmethod
    def of(cls, stored: Stored[Notification], later: Sequence[Stored[Notification]], known: Joined) -> "Turn":
        """`later`: what the same thing has to tell afterwards."""
        it = stored.entity
        standing = rule_of(it.template).standing
        others = {rule_of(each.entity.template).standing for each in later}
        otherwise = bool(standing) and bool(others - {"", standing})
        same = {(each.entity.template, each.entity.recipient) for each in later}
        moved_on = otherwise or known.has_moved_on(it)
        again = (it.template, it.recipient) in same
        about = known.gathering(it), moved_on, again, known.part(it), known.edition(it)
        return cls(stored, known.person(it), *about)

    @property
    def notification(self) -> Notification:
        return self.stored.entity

    @property
    def useful_until(self) -> datetime | None:
        """By its rule; None: for ever, or as long as the gathering is not known."""
        until = rule_of(self.notification.template).until
        if isinstance(until, timedelta):
            return self.notification.queued_at + until
        return until.at(self.gathering, self.notification.facts) if until else None

    def not_before(self, at: datetime) -> datetime | None:
        """When it is to be told, if that is later than `at`; of what is scheduled and nobody knows when, `at` itself."""
        it, when = self.notification, rule_of(self.notification.template).when
        if it.state is not State.SCHEDULED or when is None:
            return None
        moment = when.at(self.gathering, it.facts)
        return at if moment is None else moment if moment > at else None

    @property
    def waits(self) -> bool:
        """For its own time, although something behind it is due.

        It does not where it is known by now that it will not be told, where it must be cleared up whether it was told, and
        where what it waited for has come.
        """
        it = self.notification
        if it.state in {State.QUEUED, State.SCHEDULED} or it.called_off:
            return False
        cleared = self.moved_on and (it.was_delayed or it.may_have_arrived)
        return it.state is State.SENDING or not (cleared or (it.is_unjoined and self._joins))

    def instead(self, at: datetime, *, repeatable: bool) -> Answer | str | None:
        """What is noted instead of handing it over: why not, or the reason why it is suppressed; None: it is handed over.

        What may have arrived is never suppressed. Where a repeat leaves one mail it is finished also when it is past;
        elsewhere, and to who was erased, nobody will know.
        """
        it, until = self.notification, self.useful_until
        if self.person.erased:
            return UNTOLD if it.may_have_arrived else "erased"
        if it.called_off and not it.may_have_arrived:
            return CALLED_OFF
        if until is not None and until <= at and not (repeatable and it.may_have_arrived):
            return UNTOLD if it.may_have_arrived else PAST
        if (self.moved_on and it.was_delayed) or (it.state is State.SCHEDULED and (self.moved_on or self.again)):
            return "superseded"
        if not self._joins:
            return Answer(Trouble.UNKNOWN, f"the {self._unknown} is not known yet")
        spent = it.handed_over_too_often and not repeatable
        return UNTOLD if spent or (self.moved_on and it.was_repeated) else None

    @property
    def _joins(self) -> bool:
        """A gathering that is only drafted here was announced by whoever lets people in: that will be heard in a moment."""
        there = self.gathering is None or (self.gathering.known and not self.gathering.drafted)
        return self.person.known and there and (self.edition is None or self.edition.known)

    @property
    def _unknown(self) -> str:
        return "recipient" if not self.person.known else "edition" if self.edition else "gathering"
