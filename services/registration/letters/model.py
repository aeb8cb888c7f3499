"""A letter that goes out: its number, what it says word by word, and what became of it. Pure."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Literal, Self
from uuid import UUID

from shared.contracts import Message
from shared.contracts.people import Digits
from shared.errors import Conflict, Invalid

How = Literal["posted", "handed_over"]
"""The way a letter took."""

A_YEAR = 1_000_000
"""Letters of one year have the numbers below this."""


class LetterState(StrEnum):
    """Numbered; then on its way, or void, which it may become later, too."""

    NUMBERED = "numbered"
    SENT = "sent"
    VOID = "void"


State = LetterState


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """Who signs: whoever holds an `office` of a body, or the person `signer`. `person`: of an organization, who is addressed."""

    office: UUID | None = None
    signer: UUID | None = None
    person: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawUp(Message):
    """A letter for an invitation is to be numbered; its id is the command's."""

    invitation: UUID
    signing: Signing
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SendOff(Message):
    """It was posted, or handed over, on a day."""

    letter: UUID
    on: date
    how: How


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeVoid(Message):
    """It does not count any more, for this reason."""

    letter: UUID
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Forget(Message):
    """Somebody was erased of whom this letter says something."""

    letter: UUID
    person: UUID


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is told of the gathering, and under which name."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a letter says, word by word, in the language of who reads it: whatever becomes of what it tells of, this stays.

    `head`: in whose name. `replaces`: the number of the one before. `signed`: the name of who signs, and that in the other
    script; `post`: as what they do.
    """

    language: str
    digits: Digits
    head: str
    date: str
    replaces: str
    addressee: list[str]
    subject: str
    greeting: str
    paragraphs: list[str]
    facts: list[Fact]
    answer: str
    closing: str
    signed: list[str]
    post: list[str]


@dataclass(slots=True, kw_only=True)
class Drawn:
    """A letter as it is drawn up at a moment, all but its number: for what and whom, by whom, and what it says.

    `nth`: which letter of this invitation to this person it is. `answers_until`: so long its link leads to the invitation.
    """

    invitation: UUID
    gathering: UUID
    person: UUID
    organization: UUID | None
    office: UUID | None
    signer: UUID
    dated: date
    nth: int
    replaces: UUID | None
    answers_until: datetime
    sheet: Sheet | None


@dataclass(slots=True, kw_only=True)
class Letter(Drawn):
    """What went out under a number. `place`: its place in the register, the year and the number in it.

    Of who was erased nothing stays (`gone`: to whom it went, `unsigned`: who signed), but that there was such a number.
    """

    kind: ClassVar[str] = "letters"
    indexes: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("place",),
        ("state", "place"),
        ("gathering", "place"),
        ("gathering", "state", "place"),
        ("invitation", "place"),
        ("person",),
        ("signer",),
        ("replaces",),
    )

    id: UUID
    place: int
    by: UUID | None
    state: LetterState = State.NUMBERED
    sent_on: date | None = None
    how: How | None = None
    reason: str = ""
    gone: bool = False
    unsigned: bool = False

    @property
    def number(self) -> str:
        """As it stands on the letter: `2030/7`."""
        year, number = divmod(self.place, A_YEAR)
        return f"{year}/{number}"

    @property
    def claims(self) -> tuple[str, ...]:
        """Its number, which no other letter ever has; and its turn among those of its invitation to this person."""
        return f"letter/{self.number}", f"invitation/{self.invitation}/{self.person}/{self.nth}"

    @property
    def erased(self) -> bool:
        """What it said before may not stay on the disk."""
        return self.gone or self.unsigned

    @classmethod
    def numbered(cls, asked: DrawUp, drawn: Drawn, place: int) -> Self:
        """The letter as it stands from now on."""
        told = {each.name: getattr(drawn, each.name) for each in fields(drawn)}
        return cls(id=asked.id, place=place, by=asked.by, **told)

    def send_off(self, asked: SendOff, today: date) -> bool:
        """It went out; False if that is known. Another day or way puts it right. Raises Conflict (`void`), Invalid.

        `today`: the day of the venue, as `dated` is.
        """
        if self.state is State.VOID:
            raise Conflict("The letter is void.", code="void")
        if not self.dated <= asked.on <= max(self.dated, today):
            raise Invalid.at("A letter goes out on its date or later, and not after today.", "on")
        before = (self.state, self.sent_on, self.how)
        self.state, self.sent_on, self.how = State.SENT, asked.on, asked.how
        return before != (self.state, self.sent_on, self.how)

    def make_void(self, asked: MakeVoid) -> bool:
        """It does not count any more; False if it is void already, and the reason of then stays. Of the erased none."""
        if self.state is State.VOID:
            return False
        self.state, self.reason = State.VOID, "" if self.gone else asked.reason
        return True

    def forget(self, person: UUID) -> bool:
        """Keep nothing of somebody; False if nothing was there. To whom it went: nothing but the number. Who signed: no name."""
        if person == self.person and not self.gone:
            self.sheet, self.reason, self.gone = None, "", True
            return True
        if person == self.signer and not self.unsigned:
            post = self.sheet.post if self.sheet and self.office else []
            self.sheet = replace(self.sheet, signed=[], post=post) if self.sheet else None
            self.unsigned = True
            return True
        return False
