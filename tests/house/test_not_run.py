"""A run without a container engine says at its end which parts did not run."""

import os
import subprocess
import sys


def test_what_did_not_run_for_want_of_an_engine_is_named_at_the_end() -> None:
    asked = [
        sys.executable,
        "-m",
        "pytest",
        "-m",
        "containers",
        "-p",
        "no:cacheprovider",
        "tests/notifications/channels",
    ]
    nowhere = {**os.environ, "DOCKER_HOST": "tcp://127.0.0.1:1"}
    said = subprocess.run(asked, env=nowhere, capture_output=True, text=True, check=False).stdout
    _, _, end = said.partition("not run, because no Docker engine answers")
    assert "tests/notifications/channels/test_mailpit.py: 1" in end
