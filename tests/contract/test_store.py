"""What every store promises about changes; each test runs against every adapter (`stores.py`)."""

import asyncio
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from shared.store import Committed, Done, Outcome, Refusal, Stale, Store, Taken, Unfit, command_claim
from tests.contract.documents import NOON, Place, Report, kept, new, outgoing, read

# Outcomes


async def test_what_a_commit_answered_is_seen_by_the_next_get(store: Store) -> None:
    place = Place(uuid4(), number=1)
    await kept(store, place, events=2)
    stored = await read(store, place.id)
    assert (stored.entity, stored.version, stored.sequence, len(stored.outbox)) == (place, 1, 2, 2)
    assert [done.version for done in stored.recent] == [1]


async def test_each_change_of_a_mixed_flight_has_its_own_outcome(store: Store) -> None:
    first, second, rival = Place(uuid4(), number=1), Place(uuid4(), number=2), Place(uuid4(), number=1)
    await kept(store, first)
    outcomes = await store.commit([new(first), new(second), new(rival)])
    assert outcomes == [Stale(), Committed(1), Taken("upper/seat/1", first.id)]
    assert await store.get(Place, rival.id) is None


async def test_nothing_of_a_failed_change_is_visible(store: Store) -> None:
    holder, late = Place(uuid4(), number=7), Place(uuid4(), holds=("a",))
    await kept(store, holder)
    await kept(store, late)
    change = await read(store, late.id)
    change.entity.holds = ("b", "upper/seat/7", "c")
    change.outbox = (outgoing(1),)
    assert await store.commit([change]) == [Taken("upper/seat/7", holder.id)]
    assert (await read(store, late.id)).entity.holds == ("a",)
    assert await store.pending() == []
    free = Place(uuid4(), holds=("b", "c"))
    assert await store.commit([new(free)]) == [Committed(1)]
    assert await store.commit([new(Place(uuid4(), holds=("a",)))]) == [Taken("a", late.id)]


async def test_a_change_made_from_an_older_version_is_stale(store: Store) -> None:
    place = Place(uuid4())
    await kept(store, place)
    one, other = await read(store, place.id), await read(store, place.id)
    one.entity.basin, other.entity.basin = "lower", "delta"
    assert await store.commit([one, other]) == [Committed(2), Stale()]
    assert (await read(store, place.id)).entity.basin == "lower"


async def test_an_insert_of_what_exists_is_stale(store: Store) -> None:
    place = Place(uuid4())
    await kept(store, place)
    assert await store.commit([new(Place(place.id, basin="lower"))]) == [Stale()]
    assert (await read(store, place.id)).entity.basin == "upper"


async def test_a_claim_is_free_after_the_change_that_drops_it(store: Store) -> None:
    place = Place(uuid4(), number=1)
    await kept(store, place)
    leaving = await read(store, place.id)
    leaving.entity.number = None
    assert await store.commit([leaving]) == [Committed(2)]
    assert await store.commit([new(Place(uuid4(), number=1))]) == [Committed(1)]


async def test_a_document_keeps_its_claim_over_many_changes_and_may_state_it_twice(store: Store) -> None:
    place = Place(uuid4(), number=1, holds=("upper/seat/1",))
    await kept(store, place)
    for version in (2, 3):
        assert await store.commit([await read(store, place.id)]) == [Committed(version)]
    assert await store.commit([new(Place(uuid4(), number=1))]) == [Taken("upper/seat/1", place.id)]


async def test_the_id_of_a_document_is_a_claim_of_its_own(store: Store) -> None:
    place = Place(uuid4())
    await kept(store, place)
    assert await store.commit([new(Place(uuid4(), holds=(str(place.id),)))]) == [Taken(str(place.id), place.id)]


async def test_a_command_changes_one_document_and_an_event_as_many_as_it_likes(store: Store) -> None:
    command, event = Done(uuid4(), "asked", 1), Done(uuid4(), "", 1)
    first, *others = (new(Place(uuid4(), number=n)) for n in range(4))
    first.recent, others[0].recent = (command,), (command,)
    others[1].recent, others[2].recent = (event,), (event,)
    taken = Taken(command_claim(command.token), first.id)
    assert await store.commit([first, *others]) == [Committed(1), taken, Committed(1), Committed(1)]


async def test_a_command_that_was_refused_claims_nothing(store: Store) -> None:
    """Its outcome lies beside: the same token may yet change a document, as a refusal is known for a time only."""
    refused = Done(uuid4(), "asked", 1, refusal=Refusal("conflict", "full", "It is full."))
    one, another = (new(Place(uuid4(), number=n)) for n in range(2))
    one.recent, another.recent = (refused,), (replace(refused, refusal=None),)
    assert await store.commit([one, another]) == [Committed(1), Committed(1)]


async def test_claims_of_one_kind_are_not_claims_of_another(store: Store) -> None:
    id = uuid4()
    assert await store.commit([new(Place(id)), new(Report(id))]) == [Committed(1), Committed(1)]


async def test_64_tasks_that_fight_for_10_claims_have_10_winners(store: Store) -> None:
    async def fight() -> int | None:
        place = Place(uuid4())
        for number in range(1, 11):
            place.number = number
            (outcome,) = await store.commit([new(place)])
            if isinstance(outcome, Committed):
                return number
            assert isinstance(outcome, Taken)
        return None

    won = await asyncio.gather(*(fight() for _ in range(64)))
    assert sorted(number for number in won if number) == list(range(1, 11))
    assert len((await store.find(Place, {"basin": "upper"})).items) == 10


async def test_64_tasks_that_count_in_one_document_lose_nothing(store: Store) -> None:
    place = Place(uuid4(), number=0)
    await kept(store, place)

    async def count() -> None:
        outcome: Outcome = Stale()
        while not isinstance(outcome, Committed):
            change = await read(store, place.id)
            change.entity.number = (change.entity.number or 0) + 1
            (outcome,) = await store.commit([change])

    await asyncio.gather(*(count() for _ in range(16)))
    stored = await read(store, place.id)
    assert (stored.entity.number, stored.version) == (16, 17)


async def test_a_commit_of_nothing_answers_nothing(store: Store) -> None:
    assert await store.commit([]) == []


async def test_a_caller_that_is_cancelled_disturbs_no_other(store: Store) -> None:
    places = [Place(uuid4(), number=number) for number in range(20)]
    tasks = [asyncio.create_task(store.commit([new(place)])) for place in places]
    await asyncio.sleep(0)
    for task in tasks[::2]:
        task.cancel()
    answers = await asyncio.gather(*tasks, return_exceptions=True)
    assert all(answer == [Committed(1)] for answer in answers[1::2])
    assert all(isinstance(answer, asyncio.CancelledError) for answer in answers[::2])


# What cannot be stored


@pytest.mark.parametrize(
    "anything",
    [
        pytest.param("\ud800", id="surrogate"),
        pytest.param(2**70, id="2**70"),
        pytest.param(2**63, id="2**63"),
        pytest.param(-(2**64), id="-2**64"),
        pytest.param({"deep": [[2**63, 1]]}, id="deep"),
        pytest.param(NOON.replace(tzinfo=None), id="naive"),
        pytest.param("x" * 17_000_000, id="17 MB"),
        pytest.param(object(), id="object"),
        pytest.param(b"bytes", id="bytes"),
    ],
)
async def test_a_change_that_cannot_be_stored_fails_alone(store: Store, anything: Any) -> None:
    report, others = Report(uuid4(), anything=anything), [Report(uuid4()) for _ in range(3)]
    outcomes = await store.commit([new(others[0]), new(report), new(others[1]), new(others[2])])
    assert [type(outcome) for outcome in outcomes] == [Committed, Unfit, Committed, Committed]
    assert len(await store.get_many(Report, [each.id for each in [report, *others]])) == 3


async def test_a_change_that_would_not_be_readable_fails_alone(store: Store) -> None:
    outcomes = await store.commit([new(Report(uuid4(), level=float("nan"))), new(Report(uuid4(), level=0.1))])
    assert [type(outcome) for outcome in outcomes] == [Unfit, Committed]


async def test_a_change_that_breaks_an_index_disturbs_no_other(store: Store) -> None:
    """Two lists under one index: some databases refuse it, none lets it take others along."""
    bad, good = Report(uuid4(), left=[1, 2], right=[3, 4]), Report(uuid4())
    first, second = await store.commit([new(bad), new(good)])
    assert second == Committed(1)
    assert isinstance(first, Committed | Unfit)
    assert (await store.get(Report, bad.id) is None) == isinstance(first, Unfit)


async def test_a_large_document_comes_back_whole(store: Store) -> None:
    report = Report(uuid4(), text="ر" * 4_000_000)
    await kept(store, report)
    stored = await store.get(Report, report.id)
    assert stored is not None
    assert stored.entity.text == report.text


async def test_documents_that_are_together_more_than_an_answer_holds_are_read_at_once(store: Store) -> None:
    reports = [Report(uuid4(), text="x" * 10_000_000) for _ in range(4)]
    for each in reports:
        await kept(store, each)
    found = await store.get_many(Report, [each.id for each in reports])
    assert {id: len(stored.entity.text) for id, stored in found.items()} == {each.id: 10_000_000 for each in reports}


async def test_what_one_message_cannot_hold_travels_in_several_in_order(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shared.store.mongo.flight.MESSAGE", 2_000)
    there, *free = (Place(uuid4(), number=number) for number in range(40))
    await kept(store, there)
    rivals = [Place(uuid4(), number=place.number) for place in free]
    outcomes = await store.commit([*map(new, free), new(there), *map(new, rivals)])
    assert outcomes[:40] == [*[Committed(1)] * 39, Stale()]
    assert outcomes[40:] == [Taken(f"upper/seat/{place.number}", place.id) for place in free]
    changes = [await read(store, place.id) for place in free]
    assert await store.commit([*changes, changes[0]]) == [*[Committed(2)] * 39, Stale()]


async def test_an_event_that_cannot_be_encoded_makes_its_change_unfit(store: Store) -> None:
    change = replace(new(Place(uuid4())), outbox=(replace(outgoing(1), data=b'{"name":"\xff"}'),))
    (outcome,) = await store.commit([change])
    assert isinstance(outcome, Unfit)
