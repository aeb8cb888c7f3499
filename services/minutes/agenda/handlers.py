"""What happens when an agenda is made, and its order changed."""

from services.minutes.agenda.model import AgendaItem, ChangeItem, EnterItem, ItemState, MoveItem, WithdrawItem
from services.minutes.agenda.queries import DEEPEST, items_of, over_others, siblings
from services.minutes.agenda.turns import after, between
from services.minutes.mirrors.model import Gathering
from services.minutes.record.model import Minutes
from shared.contracts.agenda import Business
from shared.errors import Conflict, Invalid
from shared.flow import Change, Read


async def enter_item(command: EnterItem, read: Read) -> Change[AgendaItem]:
    """An item more, late once the agenda was adopted. Asked twice, it answers with the one that is there."""
    entered = await read.maybe(AgendaItem, command.id)
    if entered:
        return Change(entered)
    minutes = await read.one(Minutes, command.gathering)
    minutes.must_be_open()
    await _must_prepare(read, minutes, command.facts)
    items = await items_of(read, command.gathering)
    if command.parent and command.parent not in {each.item.id for each in over_others(items)}:
        raise Invalid.at(f"A sub-item stands below an item of the same agenda, on {DEEPEST} levels at most.", "parent")
    turns = [each.facts.turn for each in siblings(items, command.parent)]
    if turns and command.facts.previous and command.parent is None:
        turn = between("", turns[0])
    else:
        turn = after(turns[-1] if turns else "")
    item, event = AgendaItem.entered(command, turn, late=minutes.agenda_adopted_at is not None)
    return Change(item, event)


async def change_item(command: ChangeItem, read: Read) -> Change[AgendaItem]:
    """It is about something else."""
    item, minutes = await _open(read, command)
    await _must_prepare(read, minutes, command.facts)
    if Business.of(item.facts) == command.facts:
        return Change(item)
    return Change(item, item.change(command))


async def move_item(command: MoveItem, read: Read) -> Change[AgendaItem]:
    """One write, of this item alone: it gets a place between two others. Where it stands already, nothing is done."""
    item, _ = await _open(read, command)
    item.must_stand()
    row = siblings(await items_of(read, item.facts.gathering), item.facts.parent)
    others = [each for each in row if each.id != item.id]
    ids = [each.id for each in others]
    if command.before and command.before not in ids:
        raise Invalid.at("It can only stand before another item of the same parent.", "before")
    place = ids.index(command.before) if command.before else len(others)
    if [each.id for each in row].index(item.id) == place:
        return Change(item)
    low = others[place - 1].facts.turn if place else ""
    return Change(item, item.move(between(low, others[place].facts.turn) if command.before else after(low)))


async def withdraw_item(command: WithdrawItem, read: Read) -> Change[AgendaItem]:
    """It is not dealt with. Asked again, it is so already. Raises Conflict ("has-sub-items") while some stand below it."""
    item, _ = await _open(read, command)
    if item.state is ItemState.WITHDRAWN:
        return Change(item)
    if siblings(await items_of(read, item.facts.gathering), item.id):
        raise Conflict("Take its sub-items off the agenda first.", code="has-sub-items")
    return Change(item, item.withdraw(command.at))


async def _open(read: Read, command: ChangeItem | MoveItem | WithdrawItem) -> tuple[AgendaItem, Minutes]:
    """The item, whose minutes are not approved yet."""
    item = await read.one(AgendaItem, command.item)
    minutes = await read.one(Minutes, item.facts.gathering)
    minutes.must_be_open()
    return item, minutes


async def _must_prepare(read: Read, minutes: Minutes, facts: Business) -> None:
    """An item belongs to a gathering that is prepared here, or to all of them."""
    gathering = await read.maybe(Gathering, minutes.id)
    if facts.prepares and (gathering is None or facts.prepares not in gathering.prepares):
        raise Invalid.at("This gathering is not held to prepare that one.", "prepares")
