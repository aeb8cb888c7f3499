"""A report alone: nothing that was published is lost, and each state has one event."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.minutes.reports.commands import (
    CollectCoverage,
    CorrectReport,
    Coverage,
    PublishReport,
    StrikeCoverage,
    Telling,
    WriteReport,
)
from services.minutes.reports.draft import first_words
from services.minutes.reports.model import COVERAGE, Report, ReportState
from shared.errors import Conflict, Invalid
from tests.minutes.facts import minute
from tests.world.facts import GATHERING, known

STEPS = ("write", "publish", "correct", "collect", "strike")


def telling(words: str) -> dict[str, Telling]:
    return {"en": Telling(headline=words, lead="The council met."), "fa": Telling()}


def drafted() -> Report:
    return Report.drafted(GATHERING, None, telling("draft"))[0]


def appeared(n: int = 0) -> Coverage:
    return Coverage(id=known(f"coverage {n}"), outlet="The River Gazette", link=f"https://gazette.example/{n}")


def published() -> Report:
    report = drafted()
    report.publish(PublishReport(id=known("p"), at=minute(1), report=report.id), "/r", [])
    return report


def correction(report: Report, words: str, n: int = 0) -> CorrectReport:
    return CorrectReport(
        id=known(f"c{n}"), at=minute(10 + n), report=report.id, texts=telling(words), reason=f"reason {n}"
    )


def acts(report: Report, n: int) -> dict[str, Callable[[], Any]]:
    """What can be asked of it, as the n-th."""
    about: dict[str, Any] = {"id": known(f"asked {n}"), "at": minute(n), "report": report.id}
    return {
        "write": lambda: report.write(WriteReport(**about, texts=telling(f"words {n}"))),
        "publish": lambda: report.publish(PublishReport(**about), "/r", []),
        "correct": lambda: report.correct(correction(report, f"words {n}", n), "/r", []),
        "collect": lambda: report.collect(CollectCoverage(**about, coverage=appeared())),
        "strike": lambda: report.strike(StrikeCoverage(**about, coverage=appeared().id)),
    }


@given(st.lists(st.sampled_from(STEPS), max_size=12))
def test_in_any_order_no_published_word_is_lost_and_each_state_has_one_event(steps: list[str]) -> None:
    report, told, said = drafted(), ["report.drafted.v1"], ["draft"]
    for n, step in enumerate(steps):
        before = report.published
        act = acts(report, n)[step]
        if (step == "write" and before) or (step == "correct" and not before):
            with pytest.raises(Conflict):
                act()
            continue
        event = act()
        if step == "write":
            said = [f"words {n}"]
        if step == "correct":
            said.append(f"words {n}")
        told += [event.type] if hasattr(event, "type") else []
    assert [*(each.texts["en"].headline for each in report.earlier), report.texts["en"].headline] == said
    states = [each for each in told if each.startswith("report.")]
    corrected = len(said) - 1
    assert states == [
        "report.drafted.v1",
        *["report.published.v1"] * report.published,
        *["report.corrected.v1"] * corrected,
    ]
    assert report.state == (
        ReportState.CORRECTED if corrected else ReportState.PUBLISHED if report.published else ReportState.DRAFT
    )


@pytest.mark.parametrize("texts", [{}, {"en": Telling(lead="A lead.")}, {"en": Telling(headline="A headline")}])
def test_nothing_is_published_without_a_headline_and_a_lead(texts: dict[str, Telling]) -> None:
    report, _ = Report.drafted(GATHERING, None, texts)
    with pytest.raises(Invalid):
        report.publish(PublishReport(id=known("p"), at=minute(1), report=report.id), "/r", [])
    assert not report.published


def test_a_correction_changes_something() -> None:
    report = published()
    with pytest.raises(Invalid):
        report.correct(correction(report, "draft"), "/r", [])
    assert report.earlier == []
    assert report.state is ReportState.PUBLISHED


def test_the_same_link_is_noted_once_and_no_more_than_so_many() -> None:
    report = published()
    for n in [0, 0, *range(1, COVERAGE)]:
        report.collect(CollectCoverage(id=known(f"k{n}"), at=minute(1), report=report.id, coverage=appeared(n)))
    assert len(report.coverage) == COVERAGE
    more = CollectCoverage(id=known("more"), at=minute(1), report=report.id, coverage=appeared(COVERAGE))
    with pytest.raises(Conflict):
        report.collect(more)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("We measure. And then we talk.", "We measure. And then we talk."),
        ("We measure. " + "x" * 300, "We measure."),
        ("آیا می‌سنجیم؟ " + "س" * 300, "آیا می‌سنجیم؟"),
        ("x" * 400, "x" * 300),
    ],
)
def test_a_long_statement_is_quoted_by_its_first_sentence(words: str, first: str) -> None:
    assert first_words(words) == first
