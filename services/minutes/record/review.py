"""How a draft is reviewed: circulated to those who were there, and approved; what is changed meanwhile is approved anew."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from services.minutes.mirrors.merged import kept_person
from services.minutes.mirrors.model import Person
from services.minutes.record.model import Approval, ApproveMinutes, CirculateMinutes, Minutes, State
from shared.contracts import Event, Record
from shared.contracts.agenda import AgendaItemChanged, AgendaItemEntered, AgendaItemMoved, AgendaItemWithdrawn
from shared.contracts.contributions import (
    ContributionAnswered,
    ContributionDeclined,
    ContributionKept,
    ContributionMade,
    ContributionMadeAction,
    ContributionTakenUp,
    ContributionWithdrawn,
)
from shared.contracts.decisions import (
    DecisionAdopted,
    DecisionCirculated,
    DecisionDeferred,
    DecisionRejected,
    DecisionReserved,
)
from shared.contracts.statements import StatementRecorded
from shared.errors import Invalid
from shared.flow import Change, Read

CHANGES: tuple[type[Event], ...] = (
    *(AgendaItemEntered, AgendaItemChanged, AgendaItemMoved, AgendaItemWithdrawn),
    *(ContributionMade, ContributionAnswered, ContributionTakenUp, ContributionDeclined),
    *(ContributionMadeAction, ContributionKept, ContributionWithdrawn),
    *(DecisionCirculated, DecisionAdopted, DecisionRejected, DecisionDeferred, DecisionReserved, StatementRecorded),
)
"""After each of these the record says something else; so it does after corrections, which are heard for more than that."""


async def circulate_minutes(command: CirculateMinutes, read: Read) -> Change[Minutes]:
    """Those who were there are asked for comments. Asked the same again, that is so already."""
    minutes = await read.one(Minutes, command.gathering)
    known = await read.many(Person, command.approvers)
    if any(each not in known or known[each].erased for each in command.approvers):
        raise Invalid.at("Nobody who is known has this id.", "approvers")
    meant = [await kept_person(read, each) or each for each in command.approvers]
    return Change(minutes, minutes.circulate(command.at, command.comments_until, meant))


async def approver_of(read: Read, minutes: Minutes, person: UUID) -> UUID | None:
    """The id by which this person was named to approve, whichever of theirs it is; None for anybody else."""
    if person in minutes.approvers:
        return person
    if who := await kept_person(read, person):
        for each in minutes.approvers:
            if await kept_person(read, each) == who:
                return each
    return None


async def approve_minutes(command: ApproveMinutes, read: Read) -> Change[Minutes]:
    """The record is as it should be: whoever keeps it says so, or where approvers were named each of them. Asked again, it is so
    already."""
    minutes = await read.one(Minutes, command.gathering)
    if command.person:
        person = await approver_of(read, minutes, command.person) or command.person
        return Change(minutes, *minutes.give(Approval(person, command.at, command.text)))
    if minutes.state is State.APPROVED:
        return Change(minutes)
    return Change(minutes, minutes.approve(command.at))


async def ask_again(record: Record, read: Read) -> Iterable[Change[Any]]:
    """The record was changed: who approved it before is asked again.

    What follows of another event has the time of that, and came into the record at some later one, which nothing tells: then
    everybody is asked again, rather once too often than of words that somebody did not see.
    """
    gathering = getattr(record.event, "gathering", None)
    minutes = await read.maybe(Minutes, gathering) if gathering else None
    event = minutes.changed(record.at, dated=not record.causation) if minutes else None
    return [Change(minutes, event)] if minutes and event else []
