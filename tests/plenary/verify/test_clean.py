"""`verify` does not cry wolf: what a log has forgotten in its time, and what is odd but right, breaks no claim."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from plenary.verify import verify
from plenary.verify.opened import Opened
from shared.contracts.people import PEOPLE
from shared.log import BEAT, ProducerRecord
from shared.log.embedded.log import EmbeddedLog
from shared.settings import Settings
from tests.plenary.verify.installation import LONG_AGO, broken, cleaned, said
from tests.plenary.verify.tamper import Log, Lying
from tests.story.chain import registered
from tests.story.house import house


@pytest.mark.slow
async def test_after_compaction_and_retention_all_claims_hold_and_what_is_forgotten_is_counted(data: Path) -> None:
    findings = await verify(Settings(data=data), lambda _: None, longest=0)
    assert said(findings) == ""
    assert sum((each.counts for each in findings), start=findings[0].counts.copy())["older than the log"] > 0
    log = Log(data)
    firsts = {each.partition: each.place & (1 << 40) - 1 for each in reversed(log.records(PEOPLE.name))}
    assert min(firsts.values()) > 0, "no partition of people begins at 0 any more"


@pytest.mark.slow
async def test_a_start_with_the_clock_ahead_and_one_with_the_clock_put_right_break_nothing(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, before = time.time, len(Log(data).records("plenary.notifications"))
    with monkeypatch.context() as ahead:
        ahead.setattr("time.time", lambda: now() + LONG_AGO.total_seconds())
        await cleaned(data)
        assert len(Log(data).records("plenary.notifications")) < before
        assert said(await broken(data)) == ""
    assert said(await broken(data)) == ""
    async with house(data) as here:
        await here.settle()
    assert said(await broken(data)) == ""


async def test_an_installation_without_gatherings_is_clean_also_while_it_runs(tmp_path: Path) -> None:
    async with house(tmp_path) as here:
        await here.settle()
        assert said(await broken(tmp_path)) == ""
    assert said(await broken(tmp_path)) == ""


@pytest.mark.slow
async def test_beside_an_installation_that_rests_it_is_clean(data: Path) -> None:
    async with house(data) as here:
        await here.settle()
        assert said(await broken(data)) == ""


def _people(data: Path) -> list[Lying]:
    return Log(data).records(PEOPLE.name)


@pytest.mark.slow
async def test_the_tombstone_of_an_erased_person_may_be_cleaned_away(data: Path) -> None:
    tombstones = [each for each in _people(data) if each.value is None]
    assert tombstones
    for each in tombstones:
        Log(data).add(
            replace(each, key="beat-0", value={}, headers={})
        )  # a log knows where it ended, whatever it cleans
        Log(data).remove(each)
    assert said(await broken(data)) == ""


@pytest.mark.slow
async def test_an_older_state_that_is_not_cleaned_away_yet_is_no_fault(data: Path) -> None:
    [newer, *_] = [each for each in _people(data) if each.value and each.sequence > 1 and each.place & (1 << 40) - 1]
    taken = {each.place for each in _people(data)}
    [hole, *_] = [place for place in range(newer.place >> 40 << 40, newer.place) if place not in taken]
    older = newer.headers | {"ce_sequence": "1", "ce_id": "6f2c4f0e-7f5e-4c0a-9a53-0d6f3d5a8c11"}
    Log(data).put(replace(newer, place=hole, headers=older))
    assert said(await broken(data)) == ""


@pytest.mark.slow
async def test_beats_say_nothing_to_be_checked(data: Path) -> None:
    """Also while it is checked: another process beats."""
    async with Opened.of(Settings(data=data)) as opened:
        before = await opened.ends()
        await _appended(data, BEAT + b"0")
        assert (await opened.still(before)).holds
    async with house(data) as here:
        await here.settle()
    assert said(await broken(data)) == ""


@pytest.mark.slow
async def test_whoever_is_at_work_while_it_is_checked_is_told_to_stand_still(data: Path) -> None:
    async with Opened.of(Settings(data=data)) as opened:
        before = await opened.ends()
        assert (await opened.still(before)).holds
        await _appended(data, b"somebody")
        [fault] = (await opened.still(before)).faults
        assert "got 1 records; run it again" in fault


async def _appended(data: Path, key: bytes) -> None:
    log = await EmbeddedLog.open(data / "log.db")
    await log.append([ProducerRecord(PEOPLE.name, key, b"")])
    await log.close()


async def test_what_was_left_on_its_way_is_a_finding_and_none_once_it_arrived(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        chain = await registered(here, secretary)
        await chain.cancel(2)  # and ends, before everybody may have heard
    async with house(tmp_path) as here:
        await here.settle()
    assert said(await broken(tmp_path)) == ""
