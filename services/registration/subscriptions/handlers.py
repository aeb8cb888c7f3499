"""What happens when somebody wants to subscribe: to the own gatherings, or to reports by mail."""

from collections.abc import Mapping
from typing import Any

from services.registration.entries.merging import kept
from services.registration.people.model import Person
from services.registration.subscriptions import queries
from services.registration.subscriptions.model import (
    AskForReports,
    CalendarFeed,
    ConfirmReports,
    LeaveReports,
    Subscribe,
    Subscription,
)
from shared.contracts.subscriptions import ALL_REPORTS
from shared.errors import Conflict
from shared.flow import Change, Decide, Due, Read


async def subscribe(command: Subscribe, read: Read) -> Change[CalendarFeed]:
    """A link from now on. Asked twice it is one; nobody else has to know."""
    there = await read.maybe(CalendarFeed, command.id)
    return Change(there) if there else Change(CalendarFeed(command.id, command.person, command.at), silent=True)


async def ask_for_reports(command: AskForReports, read: Read) -> Change[Subscription]:
    """The form was sent: nothing is told before the owner of the address confirms. Who is told already stays told."""
    person = await kept(read, Person, command.person) or await read.one(Person, command.person)
    if person.erased:
        raise Conflict("This person was erased.", code="erased")
    subscription = await queries.reports_of(read, person) or Subscription.of(person.id)
    asked_at = person.asked_at if person.asked_for == ALL_REPORTS else None
    return Change(subscription, subscription.ask(command.at, asked_at))


async def confirm_reports(command: ConfirmReports, read: Read) -> Change[Subscription]:
    """The owner of the address is told from now on. Pressed again, nothing more happens."""
    subscription = await read.one(Subscription, command.subscription)
    person = await kept(read, Person, subscription.person)
    if person is None or person.erased:
        raise Conflict("It has ended; subscribe anew.", code="ended")
    return Change(subscription, subscription.confirm(command.at))


async def leave_reports(command: LeaveReports, read: Read) -> Change[Subscription]:
    """Nobody is told any more; asked twice, nothing more happens."""
    subscription = await read.one(Subscription, command.subscription)
    return Change(subscription, subscription.end(command.reason))


async def lapse(command: Due, read: Read) -> Change[Subscription]:
    """Nobody confirmed it: it comes to nothing. Nothing if it moved on."""
    subscription = await read.one(Subscription, command.document)
    return Change(subscription, subscription.lapse(command.at))


TIMERS: Mapping[type[Any], Decide[Due]] = {Subscription: lapse}
