"""A process that was told to stop."""

import subprocess
import sys

import pytest

LEFT = """
import sys, threading
from services.__main__ import end_in_time
from shared.telemetry import log_to
log_to(sys.stderr, "INFO")
threading.Thread(target=threading.Event().wait).start()
end_in_time(0.1)
"""
"""What a driver leaves behind that asks a name server which is away: a thread that Python waits for at the end."""


@pytest.mark.process
def test_a_process_that_was_told_to_stop_ends_also_where_a_thread_still_waits_for_who_is_away() -> None:
    ended = subprocess.run([sys.executable, "-c", LEFT], capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 0
    assert "the next start goes on" in ended.stderr
