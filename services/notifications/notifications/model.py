"""One message to one person, from queued to sent, or to the reason why not."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from services.notifications.channels import Trouble
from services.notifications.wording.kept import Wording
from shared.contracts import notifications as published
from shared.errors import Conflict


class State(StrEnum):
    """The states of a delivery (domain.md); each is entered by exactly one event."""

    SCHEDULED = "scheduled"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    TEMPORARY_FAILURE = "temporary_failure"
    PERMANENT_FAILURE = "permanent_failure"
    TECHNICAL_FAILURE = "technical_failure"
    SUPPRESSED = "suppressed"


WAITING = frozenset({State.QUEUED, State.SENDING, State.TEMPORARY_FAILURE})
"""On its way. What is scheduled is not: nobody waits for it."""
FAILED = frozenset({State.PERMANENT_FAILURE, State.TECHNICAL_FAILURE})

PAST = "past"
"""The reason of a mail that was not sent because the gathering was over."""
CALLED_OFF = "called_off"
"""The reason of a mail that was not sent because the secretariat said so."""

SCHEDULE = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 360, 720, 1440))
"""When a mail that was refused for now is tried again; after the last one it is given up (about two days in all)."""

JOINING = (*(timedelta(seconds=s) for s in (1, 2, 5, 15)), *SCHEDULE)
"""The same while the recipient or the gathering is not known yet: topics have no order, most often it is a moment."""

HANDED_OVER = 2
"""So often is a mail handed over whose fate is unknown."""


@dataclass(slots=True)
class Attempt:
    """One try: when it began and ended (UTC), and what came of it. `answer` holds no address and no name."""

    began_at: datetime
    ended_at: datetime | None = None
    trouble: Trouble | None = None
    answer: str = ""


@dataclass(slots=True)
class Notification:
    """The id is made from the event that it tells of (`cause`), its template and its recipient: told once.

    That event was the one numbered `about_sequence` of the thing `about` on `about_topic`; all that one thing has to tell is
    told in this order. `gathering`: where it is of one.

    `due`: when it is tried again by the schedule, or told if it is scheduled. What is queued waits for no time (whatever a
    clock said when it was queued, it is sent now), and who is at work on what is being sent is told by its `lease`. The
    schedule counts the attempts from `counted_from` on (those before it came to nothing, and it was queued again).
    `through`: the way out that it took last.

    `repeats`: what was sent before and is sent again here. `called_off`: it is not to be sent; whether it can still be held
    back the sender knows, who may be handing it over. `asked_by`: who wanted the one or the other.
    """

    kind: ClassVar[str] = "notifications"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("recipient", "queued_at"),
        ("gathering", "queued_at"),
        ("state", "queued_at"),
        ("gathering", "state", "queued_at"),
        ("queued_at",),
        ("about", "about_sequence"),
    )

    id: UUID
    cause: UUID
    about_topic: str
    about: UUID
    about_sequence: int
    recipient: UUID
    gathering: UUID | None
    template: str
    facts: dict[str, str | int | dict[str, str]]
    queued_at: datetime
    due: datetime | None = None
    correlation: str = ""
    channel: str = "mail"
    through: str = ""
    state: State = State.QUEUED
    attempts: list[Attempt] = field(default_factory=list)
    counted_from: int = 0
    lease: UUID | None = None
    dated: datetime | None = None
    sent_at: datetime | None = None
    message_id: str = ""
    useful_until: datetime | None = None
    wording: Wording | None = None
    reason: str = ""
    repeats: UUID | None = None
    called_off: bool = False
    asked_by: UUID | None = None

    @property
    def thing(self) -> tuple[str, UUID]:
        """What it tells of: the topic and the key of it."""
        return self.about_topic, self.about

    def scheduled(self, due: datetime | None, *, known: bool = True) -> published.NotificationScheduled:
        """Told later: looked at again at `due` (None: at once), which is when it is to be told if that is `known`."""
        self._must_be(State.QUEUED, State.SCHEDULED)
        self.state, self.due = State.SCHEDULED, due
        return published.NotificationScheduled.of(self, **self._told(), due=due if known else None)

    def queued(self) -> published.NotificationQueued:
        """It will be sent."""
        return published.NotificationQueued.of(self, **self._told())

    @property
    def is_wanted(self) -> bool:
        """The sender is to look at it now."""
        return self.state is State.QUEUED or (self.called_off and self.state in {*WAITING, State.SCHEDULED})

    @property
    def may_have_arrived(self) -> bool:
        """Somebody began to hand it over and never said what came of it. That is no knowledge: the recipient may have it."""
        return self.state is State.SENDING or self._lost

    @property
    def was_delayed(self) -> bool:
        """It was tried, and it is known that it did not go out: by now it may tell what is no longer so.

        (Looking for the recipient is no try.)
        """
        tried = any(attempt.trouble in {Trouble.REFUSED_FOR_NOW, Trouble.TECHNICAL} for attempt in self.attempts)
        return tried and not self.may_have_arrived

    @property
    def was_repeated(self) -> bool:
        """It may have arrived, and when it was handed over once more, that was not taken."""
        tries = [attempt.trouble for attempt in self.attempts if attempt.trouble is not Trouble.UNKNOWN]
        return self._lost and tries[-1] in {Trouble.REFUSED_FOR_NOW, Trouble.TECHNICAL}

    @property
    def is_unjoined(self) -> bool:
        """It waits for somebody or something that was not heard of yet."""
        return self.state is State.TEMPORARY_FAILURE and self.attempts[-1].trouble is Trouble.UNKNOWN

    @property
    def handed_over_too_often(self) -> bool:
        """What became of the attempts is unknown, and once more would be one too many."""
        lost = sum(attempt.trouble is Trouble.LOST for attempt in self._counted)
        return lost + (self.state is State.SENDING) >= HANDED_OVER

    def begin(
        self,
        at: datetime,
        *,
        lease: UUID,
        wording: Wording,
        message_id: str,
        useful_until: datetime | None,
        through: str = "",
    ) -> published.NotificationSending:
        """`lease` is about to hand it over; an earlier attempt that never said how it ended is lost."""
        self._must_be(*WAITING, State.SCHEDULED)
        self.lose(at)
        self.state, self.due, self.lease, self.through = State.SENDING, None, lease, through
        self.wording, self.message_id, self.useful_until = wording, message_id, useful_until
        self.dated = self.dated or at  # a repeat carries the same date, as it carries the same Message-ID
        self.attempts.append(Attempt(at))
        return published.NotificationSending.of(self, **self._told())

    def lose(self, at: datetime) -> None:
        """Whoever handed it over is gone: what became of that attempt nobody knows. Nothing if nobody had begun."""
        if self.state is State.SENDING:
            self._end(at, Trouble.LOST, "")
            self.state, self.lease = State.TEMPORARY_FAILURE, None

    def sent(self, at: datetime, answer: str) -> published.NotificationSent:
        """The channel took it over. What was given up meanwhile was given up because nobody knew that."""
        self._must_be(*WAITING, *FAILED)
        self._end(at, None, answer)
        self.state, self.due, self.lease, self.sent_at = State.SENT, None, None, at
        return published.NotificationSent.of(self, **self._told(), sent_at=at, message_id=self.message_id)

    def delayed(
        self, at: datetime, trouble: Trouble, answer: str, *, jitter: float
    ) -> published.NotificationDelayed | published.NotificationFailed:
        """Not now: tried again by the schedule (times `jitter`, 0.8 to 1.2), or given up after its last entry."""
        self._must_be(*WAITING, State.SCHEDULED)
        self._end(at, trouble, answer)
        joining = trouble is Trouble.UNKNOWN
        waits = JOINING if joining else SCHEDULE
        tries = sum((attempt.trouble is Trouble.UNKNOWN) == joining for attempt in self._counted)
        if tries > len(waits):
            return self._give_up(trouble)
        self.state, self.lease = State.TEMPORARY_FAILURE, None
        self.due = next_at = at + waits[tries - 1] * jitter
        return published.NotificationDelayed.of(self, **self._told(), next_at=next_at, answer=self._code)

    def failed(self, at: datetime, trouble: Trouble, answer: str) -> published.NotificationFailed:
        """It will not arrive: the other side refuses, or nobody can know."""
        self._must_be(*WAITING, State.SCHEDULED)
        self._end(at, trouble, answer)
        return self._give_up(trouble)

    def suppressed(self, reason: str, *, useful_until: datetime | None = None) -> published.NotificationSuppressed:
        """Not sent on purpose. Raises `Conflict` for what may have arrived: nobody can say that it was not sent."""
        self._must_be(*WAITING, State.SCHEDULED)
        if self.may_have_arrived:
            raise Conflict("It may have arrived.")
        self.state, self.due, self.reason = State.SUPPRESSED, None, reason
        self.useful_until = useful_until or self.useful_until
        return published.NotificationSuppressed.of(self, **self._told(), reason=reason)

    def retried(self) -> published.NotificationQueued:
        """Queued again, with the whole schedule before it: what failed, what was called off, what was held to be past and is not.

        Raises `Conflict` for everything else.
        """
        if self.state not in FAILED and self.reason not in {PAST, CALLED_OFF}:
            raise Conflict(f"Only what failed can be sent again; this is {self.state}.", code="not-failed")
        self.state, self.reason, self.counted_from, self.called_off = State.QUEUED, "", len(self.attempts), False
        return self.queued()

    def call_off(self, at: datetime, by: UUID | None) -> None:
        """It is not to be sent. Raises `Conflict` for what has ended, and for what may have arrived."""
        self._must_be(*WAITING, State.SCHEDULED)
        if self.may_have_arrived:
            raise Conflict("It may have arrived.", code="may-have-arrived")
        self.called_off, self.asked_by = True, by
        self.due = None if self.state in {State.SCHEDULED, State.QUEUED} else at

    # inside

    @property
    def _counted(self) -> list[Attempt]:
        return self.attempts[self.counted_from :]

    @property
    def _lost(self) -> bool:
        return any(attempt.trouble is Trouble.LOST for attempt in self.attempts)

    @property
    def _code(self) -> str:
        """The code of the last answer (`450 4.2.1`): what else a server says may name people, and is not published."""
        words = self.attempts[-1].answer.split()
        codes = [word for word in words[:2] if word.replace(".", "").isdecimal()]
        return " ".join(codes) or str(self.attempts[-1].trouble)

    def _end(self, at: datetime, trouble: Trouble | None, answer: str) -> None:
        if self.state is not State.SENDING:  # not even begun: the recipient was unknown
            self.attempts.append(Attempt(at))
        last = self.attempts[-1]
        last.ended_at, last.trouble, last.answer = at, trouble, answer

    def _give_up(self, trouble: Trouble) -> published.NotificationFailed:
        """*Permanent* is the word of the other side; of what may have arrived it says nothing."""
        refused = trouble in {Trouble.REFUSED, Trouble.REFUSED_FOR_NOW} and not self._lost
        failure = State.PERMANENT_FAILURE if refused else State.TECHNICAL_FAILURE
        self.state, self.due, self.lease = failure, None, None
        return published.NotificationFailed.of(self, **self._told(), failure=failure.value, answer=self._code)

    def _must_be(self, *states: State) -> None:
        if self.state not in states:
            raise Conflict(f"It is {self.state} already.")

    def _told(self) -> dict[str, Any]:
        return {"notification": self.id, "attempts": len(self.attempts)}
