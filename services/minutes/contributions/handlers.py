"""What happens when something is brought forward, answered, and disposed of."""

from services.minutes.agenda.queries import must_be_on
from services.minutes.contributions.model import (
    AnswerContribution,
    Contribution,
    ContributionState,
    DisposeOfContribution,
    MakeContribution,
    WithdrawContribution,
)
from services.minutes.record.model import Minutes
from shared.flow import Change, Read


async def make_contribution(command: MakeContribution, read: Read) -> Change[Contribution]:
    """What somebody brought forward. Asked twice, it answers with the one that is there."""
    made = await read.maybe(Contribution, command.id)
    if made:
        return Change(made)
    (await read.one(Minutes, command.gathering)).must_take()
    await must_be_on(read, command.gathering, command.facts.item)
    return Change(*Contribution.made(command))


async def answer_contribution(command: AnswerContribution, read: Read) -> Change[Contribution]:
    """One more answer in its thread, until the record is approved. Asked twice, it is there already."""
    contribution = await read.one(Contribution, command.contribution)
    if command.id in {each.id for each in contribution.answers}:
        return Change(contribution)
    (await read.one(Minutes, contribution.facts.gathering)).must_take()
    return Change(contribution, contribution.answer(command))


async def dispose_of_contribution(command: DisposeOfContribution, read: Read) -> Change[Contribution]:
    """What becomes of it: also long after the meeting, when what was kept for later comes up again."""
    contribution = await read.one(Contribution, command.contribution)
    if contribution.says(command):
        return Change(contribution)
    return Change(contribution, contribution.dispose(command))


async def withdraw_contribution(command: WithdrawContribution, read: Read) -> Change[Contribution]:
    """It is taken back; once it is published, with a reason. Asked again, it is so already."""
    contribution = await read.one(Contribution, command.contribution)
    if contribution.state is ContributionState.WITHDRAWN:
        return Change(contribution)
    (await read.one(Minutes, contribution.facts.gathering)).must_say_why(command.reason)
    return Change(contribution, contribution.withdraw(command))
