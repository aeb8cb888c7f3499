"""Whoever needs to know the time is given the one clock of the process: a test lets days pass with it."""

import re

from tests.house.sources import files, name

READERS = {
    "shared/clock.py",
    "shared/telemetry.py",  # when a line of the log was written is the machine's matter
    "shared/log/embedded/file.py",  # as a broker does
}
READS = re.compile(r"\.(now|today|utcnow)\(|\btime\.(time|time_ns|localtime|gmtime)\b")


def test_the_time_of_day_is_read_in_one_place() -> None:
    assert {name(path) for path in files("shared", "services") if READS.search(path.read_text("utf-8"))} == READERS
