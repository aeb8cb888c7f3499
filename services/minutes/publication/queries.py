"""All that the page of one gathering tells, read in a handful of round trips."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from services.minutes.attendance.model import Attendance
from services.minutes.attendance.queries import WAS_THERE, delegates_of, people_of
from services.minutes.decisions.model import Decision
from services.minutes.mirrors.model import Body, Gathering, Organization, Person
from services.minutes.record.model import Minutes
from shared.contracts.decisions import QuorumCount
from shared.flow import Read
from shared.store import In
from shared.store.every import every


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Minutes and what they are joined with, as far as it is known here.

    `delegates` were inside at some time, as were `others` (guests, observers, press: a number). `people` is by attendance.
    """

    minutes: Minutes
    gathering: Gathering
    body: Body | None
    decisions: Sequence[Decision]
    delegates: Sequence[Attendance]
    others: int
    organizations: Mapping[UUID, Organization]
    people: Mapping[UUID, Person]

    @property
    def represented(self) -> QuorumCount | None:
        """The members with a delegate inside at some time who counts for a quorum.

        None where no rule asks for one, or the body is unknown.
        """
        there = {each.organization for each in self.delegates if each.organization and each.counts}
        return self.body.count(there) if self.body else None


async def account_of(read: Read, minutes: Minutes) -> Account:
    """Join what belongs to these minutes."""
    gathering = await read.maybe(Gathering, minutes.id) or Gathering(minutes.id)
    there = {"gathering": minutes.id, "state": In(WAS_THERE)}
    delegates = await delegates_of(read, minutes.id)
    organizations = await read.many(Organization, [each.organization for each in delegates if each.organization])
    return Account(
        minutes=minutes,
        gathering=gathering,
        body=await read.maybe(Body, gathering.body) if gathering.body else None,
        decisions=[each.entity async for each in every(read, Decision, {"gathering": minutes.id}, sort="number")],
        delegates=delegates,
        others=await read.count(Attendance, there) - len(delegates),
        organizations=organizations,
        people=await people_of(read, delegates),
    )
