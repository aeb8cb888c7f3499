"""One demo that backups were made of and that was killed half-way; made once, however many workers share the tests."""

import time
from collections.abc import Callable
from pathlib import Path

from tests.plenary.running import Installation
from tests.waiting import PATIENCE

MOMENTS = (1, 150)
"""So many mails lie in the folder when a backup is made, and at least `HALF_WAY` when the process is killed.

People register, wait and are told at those moments.
"""

HALF_WAY = 160


def lead(folder: Path) -> None:
    """Leaves there `data`, which stands, `backup-<mails>` of each moment, and what was said until it was `killed`."""
    here = Installation(folder / "data")
    here.start()
    try:
        demo = here.begin("demo")
        for mails in MOMENTS:
            _wait_for_mails(here, mails, demo.poll)
            status, said = here.plenary("backup", str(folder / f"backup-{mails}"))
            assert status == 0, said
            assert demo.poll() is None, "the demo ended before the backup did"
        _wait_for_mails(here, HALF_WAY, demo.poll)
        here.kill()
        (here.data / "stderr").rename(folder / "killed")
        here.start()
        said, _ = demo.communicate()
        assert demo.returncode == 0, said
        status, said = here.plenary("verify")  # of this very process, before another start could heal anything
        assert status == 0, said
    finally:
        here.stop()


def _wait_for_mails(here: Installation, many: int, ended: Callable[[], int | None]) -> None:
    until, folder = time.monotonic() + PATIENCE, here.data / "mails"
    while len(list(folder.glob("*.eml"))) < many:
        assert ended() is None, "the demo ended before so many mails were sent"
        assert time.monotonic() < until, "no mails came"
        time.sleep(0.01)
