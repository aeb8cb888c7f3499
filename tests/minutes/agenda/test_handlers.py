"""An agenda as it is made: order and numbers, whoever moves what."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.minutes.agenda.handlers import change_item, enter_item, move_item, withdraw_item
from services.minutes.agenda.model import AgendaItem, ChangeItem, EnterItem, ItemState, MoveItem, WithdrawItem
from services.minutes.agenda.queries import items_of, numbered, previous_of
from services.minutes.mirrors.model import Gathering
from services.minutes.record.handlers import adopt_agenda
from services.minutes.record.model import AdoptAgenda
from shared.contracts.agenda import Business
from shared.errors import Conflict, Invalid
from shared.flow import Read
from tests.minutes import facts
from tests.minutes.facts import minute
from tests.minutes.house import House, Told, tell
from tests.world.facts import GATHERING, gathering_facts, known


def enter(name: str, parent: UUID | None = None, **more: UUID) -> EnterItem:
    """An item of this name."""
    about = Business.model_validate({"title": {"en": name}, **more})
    return EnterItem(id=known(name), at=minute(1), gathering=GATHERING, facts=about, parent=parent)


def move(name: str, before: str | None) -> MoveItem:
    return MoveItem(
        id=known(f"move {name} {before}"), at=minute(2), item=known(name), before=known(before) if before else None
    )


async def order(here: House) -> list[str]:
    """Number and title of each item that stands."""
    items = await items_of(Read(here.store), GATHERING)
    return [f"{each.number} {each.item.facts.title['en']}" for each in numbered(items)]


async def made(here: House, *names: str) -> None:
    await here.hear(tell(GATHERING, facts.announced()))
    for name in names:
        await here.run(enter_item, enter(name))


async def test_numbers_follow_from_the_order_and_one_move_is_one_write(here: House) -> None:
    await made(here, "a", "b", "c")
    await here.run(enter_item, enter("b1", known("b")))
    await here.run(enter_item, enter("b2", known("b")))
    assert await order(here) == ["1 a", "2 b", "2.1 b1", "2.2 b2", "3 c"]
    await here.run(move_item, move("b2", "b1"))
    await here.run(move_item, move("a", None))
    assert await order(here) == ["1 b", "1.1 b2", "1.2 b1", "2 c", "3 a"]
    assert here.events(known("c")) == ["agenda-item.entered.v1"], "what was not moved was not written"
    await here.run(move_item, move("a", None))
    assert here.events(known("a"))[1:] == ["agenda-item.moved.v1"], "where it stands already nothing is done"


async def test_an_agenda_has_three_levels_and_no_more(here: House) -> None:
    await made(here, "a", "b")
    for name, parent in (("a1", "a"), ("a11", "a1"), ("a12", "a1"), ("a2", "a")):
        await here.run(enter_item, enter(name, known(parent)))
    assert await order(here) == ["1 a", "1.1 a1", "1.1.1 a11", "1.1.2 a12", "1.2 a2", "2 b"]
    await here.run(move_item, move("a12", "a11"))
    await here.run(move_item, move("a1", None))
    assert await order(here) == ["1 a", "1.1 a2", "1.2 a1", "1.2.1 a12", "1.2.2 a11", "2 b"]
    with pytest.raises(Invalid, match="3 levels at most"):
        await here.run(enter_item, enter("x", known("a11")))
    with pytest.raises(Conflict, match="sub-items"):
        await here.run(withdraw_item, WithdrawItem(id=known("w"), at=minute(3), item=known("a1")))


async def test_the_approval_of_the_previous_minutes_comes_first(here: House) -> None:
    await made(here, "a", "b")
    await here.run(enter_item, enter("approval", previous=known("earlier")))
    assert (await order(here))[0] == "1 approval"


async def test_what_comes_after_adoption_is_late_and_what_is_approved_stays_so(here: House) -> None:
    await made(here, "a")
    adopt = AdoptAgenda(id=known("adopt"), at=minute(10), gathering=GATHERING)
    with pytest.raises(Conflict, match="from the beginning of the session"):
        await here.run(adopt_agenda, adopt)
    await here.hear([Told(GATHERING, 2, facts.convened())])
    await here.run(adopt_agenda, adopt)
    late = (await here.run(enter_item, enter("b"))).entity
    early = await here.store.get(AgendaItem, known("a"))
    assert (early and early.entity.facts.late, late.facts.late) == (False, True)


async def test_what_is_no_item_of_this_agenda_is_refused(here: House) -> None:
    await made(here, "a", "b")
    await here.run(enter_item, enter("a1", known("a")))
    await here.run(enter_item, enter("a11", known("a1")))
    for wrong in (
        enter("x", known("nothing")),
        enter("x", known("a11")),
        enter("x", prepares=known("other")),
        EnterItem(id=known("x"), at=minute(1), gathering=GATHERING, facts=Business(title={"en": " "})),
    ):
        with pytest.raises(Invalid):
            await here.run(enter_item, wrong)
    with pytest.raises(Invalid):
        await here.run(move_item, move("a", "a1"))
    withdraw = WithdrawItem(id=known("w"), at=minute(3), item=known("a"))
    with pytest.raises(Conflict) as refused:
        await here.run(withdraw_item, withdraw)
    assert refused.value.slug == "has-sub-items"


async def test_what_was_taken_off_has_no_number_and_is_not_moved_or_changed(here: House) -> None:
    await made(here, "a", "b")
    gone = await here.run(withdraw_item, WithdrawItem(id=known("w"), at=minute(3), item=known("a")))
    assert (gone.entity.state, await order(here)) == (ItemState.WITHDRAWN, ["1 b"])
    changed = ChangeItem(id=known("c"), at=minute(4), item=known("a"), facts=Business(title={"en": "A"}))
    for handler, command in ((move_item, move("a", None)), (change_item, changed)):
        with pytest.raises(Conflict):
            await here.run(handler, command)
    again = await here.run(withdraw_item, WithdrawItem(id=known("w2"), at=minute(5), item=known("a")))
    assert again.entity.withdrawn_at == minute(3)


async def test_two_who_move_at_once_to_one_place_both_get_one(here: House) -> None:
    await made(here, *"abcd")
    await asyncio.gather(here.run(move_item, move("c", "b")), here.run(move_item, move("d", "b")))
    items = (await items_of(Read(here.store), GATHERING))[1:3]
    assert {each.facts.title["en"] for each in items} == {"c", "d"}
    assert items[0].facts.turn < items[1].facts.turn


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde-")), max_size=6))
def test_whatever_is_moved_the_order_is_that_of_a_list(moves: list[tuple[str, str]]) -> None:
    asyncio.run(_as_a_list(moves))


async def _as_a_list(moves: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as folder:
        here = await House.open(Path(folder) / "minutes.db")
        await made(here, *"abcde")
        expected = list("abcde")
        for n, (what, before) in enumerate(moves):
            if what == before:
                continue
            command = MoveItem(
                id=known(f"move {n}"), at=minute(2), item=known(what), before=None if before == "-" else known(before)
            )
            await here.run(move_item, command)
            expected.remove(what)
            expected.insert(len(expected) if before == "-" else expected.index(before), what)
            assert [each.partition(" ")[2] for each in await order(here)] == expected
        await here.store.close()


async def test_the_previous_gathering_is_the_last_before_this_one(here: House) -> None:
    edition = known("edition")
    for name, days in (("first", -20), ("second", -10), ("later", 10)):
        about = {"gathering": known(name), "edition": edition, **_on(days)}
        await here.hear(tell(known(name), facts.announced().model_copy(update=about)))
    this = Gathering(GATHERING)
    this.hear(facts.announced().model_copy(update={"edition": edition}))
    found = await previous_of(Read(here.store), this)
    assert found
    assert found.id == known("second")


def _on(days: int) -> dict[str, object]:
    at = gathering_facts()["starts_at"]
    return {"starts_at": at + (minute(1) - minute(0)) * 1_440 * days}


async def test_a_sub_item_that_came_as_its_item_was_taken_off_is_still_read(here: House) -> None:
    await made(here, "a", "b", "c")
    await here.run(enter_item, enter("b1", known("b")))
    await here.run(enter_item, enter("c1", known("c")))
    items = await items_of(Read(here.store), GATHERING)
    [gone] = [each for each in items if each.id == known("b")]
    gone.withdraw(minute(3))
    read = [(each.number, each.item.facts.title["en"]) for each in numbered(items)]
    assert read == [("1", "a"), ("2", "c"), ("2.1", "c1"), ("3", "b1")]
