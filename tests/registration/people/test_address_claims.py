"""An address belongs to at most one living person: whatever is asked at once, wherever a process dies, on either store."""

import asyncio
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.registration import SERVICE
from services.registration.people.commands import RecordPerson
from services.registration.people.handlers import record_person
from services.registration.people.model import Person
from shared.contracts.people import PEOPLE
from shared.errors import Conflict, Unavailable
from shared.flow.service import Service
from shared.store import Store, Stored
from tests.faulty import Fault, FaultyStore
from tests.registration.facts import person
from tests.registration.house import erase, house
from tests.world.crash import Crash, Fuse, World
from tests.world.facts import known
from tests.world.records import everything

ADDRESS = "a@example.org"
CROWD = 12
WAYS: dict[str, dict[str, bool]] = {"by hand": {"by_address": True, "new": True}, "by table": {"by_address": True}}

someone, somewhere = st.integers(0, 3), st.sampled_from([f"{letter}@example.org" for letter in "abc"])
step = st.tuples(st.sampled_from([*WAYS, "changed", "erased"]), someone, somewhere)


def entry(email: str, way: str, **other: Any) -> RecordPerson:
    """Somebody of this address comes in; of a random id, should they be new."""
    return person(uuid4(), email=email, name="Ana", **WAYS[way] | other)


def changed(id: UUID, email: str) -> RecordPerson:
    return person("", person=id, email=email, name="Ana")


async def everybody(store: Store) -> list[Person]:
    return [stored.entity for stored in (await store.find(Person, {}, limit=1000)).items]


async def must_hold(store: Store) -> None:
    """Each address of one living person, who holds the claim on it; the erased hold nothing."""
    there = await everybody(store)
    held = Counter(each.email for each in there if not each.erased)
    assert set(held.values()) <= {1}, held
    for each in there:
        assert each.claims == (() if each.erased else (f"address/{known(each.email)}",))
        assert not each.erased or each == Person(each.id, erased=True, spreads=each.spreads)


async def take(service: Service, way: str, n: int, email: str) -> None:
    people = sorted(await everybody(service.store), key=lambda each: each.id)
    whom = people[n % len(people)].id if people else None
    with suppress(Conflict):
        match way:
            case "changed" if whom:
                await service.run(record_person, changed(whom, email))
            case "erased" if whom:
                await erase(service, whom)
            case "by hand" | "by table":
                await service.run(record_person, entry(email, way))


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(step, min_size=1, max_size=4), max_size=8))
def test_whatever_is_asked_an_address_belongs_to_one(rounds: list[list[tuple[str, int, str]]]) -> None:
    """The steps of a round come at once."""

    async def story() -> None:
        with TemporaryDirectory() as folder:
            async with house(Path(folder)) as service:
                for steps in rounds:
                    await asyncio.gather(*(take(service, *each) for each in steps))
                    await must_hold(service.store)

    asyncio.run(story())


async def crowd(service: Service) -> None:
    """People on record want one address, others come in with it, by hand and by table, all at once; once more after that."""
    own = [entry(f"{n}@example.org", "by hand") for n in range(CROWD)]
    there = [(await service.run(record_person, each)).id for each in own]
    for _ in range(2):
        commands = [
            *(changed(id, ADDRESS) for id in there),
            *(entry(ADDRESS, way, position=str(n)) for way in WAYS for n in range(CROWD)),
        ]
        found = await asyncio.gather(*(service.run(record_person, each) for each in commands), return_exceptions=True)
        done = [each for each in found if isinstance(each, Stored)]
        assert len({each.id for each in done}) == 1, "all who were answered were answered with the same person"
        refused = [each for each in found if not isinstance(each, Stored)]
        assert all(isinstance(each, Conflict) and each.slug in {"exists", "address-taken"} for each in refused), refused
        assert len(done) >= CROWD, "each row of a table means whoever has the address"
    await must_hold(service.store)


async def test_of_a_crowd_that_wants_one_address_one_gets_it(tmp_path: Path) -> None:
    async with house(tmp_path) as service:
        await crowd(service)


@pytest.mark.containers
async def test_of_a_crowd_that_wants_one_address_one_gets_it_on_mongodbs_protocol(
    tmp_path: Path, mongo_url: str
) -> None:
    async with house(tmp_path, f"{mongo_url}/plenary_{uuid4().hex}") as service:
        await crowd(service)


async def ask(world: World, service: Service, command: RecordPerson) -> UUID | None:
    with suppress(Crash, Conflict):
        return (await world.run(service, record_person, command)).id
    return None


@pytest.mark.parametrize("point", ["run.decided", "run.committed", "send.appended", "send.forgotten"])
@pytest.mark.parametrize("after", [1, 3])
async def test_wherever_a_process_dies_an_address_belongs_to_one(tmp_path: Path, point: str, after: int) -> None:
    """Two processes; one dies, and all ask again under the same tokens."""
    async with World.open(tmp_path, SERVICE) as world:
        doomed, other = world.start("registration", fuse=Fuse(point, after)), world.start("registration")
        commands = [entry(ADDRESS, way, position=str(n)) for way in WAYS for n in range(4)]
        await asyncio.gather(*(ask(world, (doomed, other)[n % 2], each) for n, each in enumerate(commands)))
        await world.kill(doomed)
        again = [await ask(world, other, each) for each in commands]
        await world.settle()
        [only] = await everybody(world.stores["registration"])
        assert set(again) <= {only.id, None}
        assert again[-4:] == [only.id] * 4, "each row was carried out"
        await must_hold(world.stores["registration"])
        keys = {record.key for record in await everything(world.log, PEOPLE.name)}
        assert keys == {str(only.id).encode()}, "of nobody else was anything told"


@pytest.mark.parametrize("fault", [Fault.BEFORE, Fault.LOST])
async def test_an_answer_that_was_lost_makes_no_second_person(tmp_path: Path, fault: Fault) -> None:
    async with house(tmp_path) as service:
        store = FaultyStore(service.store)
        weak = Service(SERVICE, store, service.log)
        store.faults.next("commit", fault)
        command = entry(ADDRESS, "by hand")
        with pytest.raises(Unavailable):
            await weak.run(record_person, command)
        answer = await weak.run(record_person, command)
        other = await weak.run(record_person, entry(ADDRESS, "by table"))
        assert (answer.id, other.id) == (command.person, command.person)
        await must_hold(service.store)


async def test_under_another_key_an_address_on_record_is_refused_all_the_same(tmp_path: Path) -> None:
    """The key of the installation was lost: the claims of before do not compare any more, the address does."""
    async with house(tmp_path) as service:
        first = await service.run(record_person, entry(ADDRESS, "by hand"))
        second = await service.run(record_person, entry("b@example.org", "by hand"))
        renewed = known("under another key")
        again = await service.run(record_person, entry(ADDRESS, "by table", fingerprint=renewed))
        assert again.id == first.id
        with pytest.raises(Conflict) as refused:
            await service.run(record_person, replace(changed(second.id, ADDRESS), fingerprint=renewed))
        assert refused.value.slug == "address-taken"
        assert len(await everybody(service.store)) == 2
        changed_since = entry(ADDRESS, "by table", fingerprint=renewed, position="Engineer")
        assert (await service.run(record_person, changed_since)).entity.claims == (f"address/{renewed}",)


async def test_of_an_erased_person_no_address_and_no_hash_is_left_in_the_stores_files(tmp_path: Path) -> None:
    """Neither of the last address nor of the one before, nor of what they were; the neighbours keep theirs."""
    moved, positions = "moved@example.org", ["Keeper of the mill", "Keeper of the weir"]
    traces = [what.encode() for address in (ADDRESS, moved) for what in (address, str(known(address)))]

    def left() -> list[bytes]:
        files = [path.read_bytes() for path in tmp_path.glob("registration.db*")]
        return [trace for trace in traces if any(trace in content for content in files)]

    async with house(tmp_path) as service:
        for n in range(40):
            await service.run(record_person, person(n))
        first = await service.run(record_person, entry(ADDRESS, "by hand", position=positions[0]))
    async with house(tmp_path) as service:
        await service.run(record_person, replace(changed(first.id, moved), position=positions[1]))
    traces += [each.encode() for each in positions]
    assert left() == traces[1:], "of the one before the hash alone, so that an old table does not take it back"
    async with house(tmp_path) as service:
        await erase(service, first.id)
    assert left() == []
    async with house(tmp_path) as service:
        assert len([each for each in await everybody(service.store) if each.claims]) == 40
        again = await service.run(record_person, entry(ADDRESS, "by table"))
        assert again.id != first.id
