"""Whoever needs to know the time is given the one clock of the process: a test lets days pass with it."""

from tests.house.sizes import ROOT, sources


def test_the_time_of_day_is_read_in_one_place() -> None:
    readers = [path.relative_to(ROOT) for path in sources("shared", "services") if ".now(" in path.read_text("utf-8")]
    assert [path.as_posix() for path in readers] == ["shared/clock.py"]
