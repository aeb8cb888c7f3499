"""The skeleton of a new subject passes all checks as it is, in a copy of this tree."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.subject import ROOT, form, joined, main, names, singular, write

PLACES = (
    *("bench", "chaos", "deploy", "docs", "plenary", "requirements", "samples", "services", "shared", "tests", "tools"),
    *(".env.example", "CHANGELOG.md", "CONTRIBUTING.md", "Dockerfile", "LICENSE", "Makefile", "README.md"),
    *("docker-compose.yml", "pyproject.toml"),
)
NEW = ("minutes/side_notes", "registration/pledges")
"""Subjects to be: of which service, and what."""
CODE = " ".join(f"services/{each}" for each in NEW)
TESTS = " ".join(f"tests/{each}" for each in NEW)
WALKS = (
    "tests/contract/test_events.py tests/contract/test_golden_documents.py tests/tools/test_map.py tests/house"
    " tests/story/test_each_post_once.py tests/plenary/verify/test_clean.py::test_beside_an_installation_that_rests_it_is_clean"
    " tests/plenary/verify/test_records.py::test_a_topic_that_is_emptied_is_found[plenary.pledges]"
)
"""Tests that walk all subjects; that what is generated is as `make docs` leaves it is one of the first file's."""
CONCERNED = " or ".join(("not [services.", *(new.rpartition("/")[2] for new in NEW)))
"""What they ask of the texts of another package is the same as in this tree, where it is asked anyway."""
CHECKS = (
    "ruff check",
    "ruff format --check",
    f"mypy shared/contracts {CODE} {TESTS}",
    "lint-imports --no-logo",
    f"pytest -q -p no:cacheprovider -m 'not process' -k '{CONCERNED}' {TESTS} {WALKS}",
)
"""What `make test` looks at, as far as a new subject has a part in it."""

MEMORIES = (".mypy_cache", ".import_linter_cache")
"""Of what was read before; without them the whole world would be read anew."""


def _copy(to: Path) -> None:
    """The tree, without what is ignored but for what saves work: memories, and what is compiled (and not just being)."""
    for place in (*PLACES, *MEMORIES):
        here = ROOT / place
        if here.is_dir():
            shutil.copytree(here, to / place, ignore=shutil.ignore_patterns("*.pyc.*"))
        elif here.exists():
            shutil.copy(here, to / place)


def _run(tree: Path, words: str) -> None:
    """These words in the copy, of a command beside Python or of `python -m`; what it says, where it fails."""
    # It is a run of its own, and shares nothing with the one that it is part of.
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    environment = {**ours, "PYTHONPATH": str(tree)}
    name, *rest = shlex.split(words)
    command = Path(sys.executable).with_name(name)
    done = subprocess.run(
        [*([str(command)] if command.exists() else [sys.executable, "-m", name]), *rest],
        cwd=tree,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{words}\n{done.stdout[-4000:]}{done.stderr[-2000:]}"


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_new_subject_passes_all_checks_as_it_is(tmp_path: Path) -> None:
    _copy(tmp_path)
    first, then = NEW
    service, folder = first.split("/")
    form(tmp_path, write(tmp_path, names(service, folder, singular(folder))))
    _run(tmp_path, f"tools.subject {then.replace('/', ' ')}")  # and draws what follows from both
    for check in CHECKS:
        _run(tmp_path, check)


def test_a_new_subject_is_the_first_of_its_service() -> None:
    contents = (
        '"""An inn:\n\nrooms     where one sleeps\n"""\n\nfrom services.inn import rooms\n\n'
        'SERVICE = Definition("inn", (rooms.SUBJECT,))\n'
    )
    with_it = joined(contents, names("inn", "guests", "guest", "who sleeps"))
    assert '"""An inn:\n\nguests    who sleeps\nrooms     where one sleeps\n"""' in with_it
    assert '("inn", (guests.SUBJECT, rooms.SUBJECT,))' in with_it
    assert "from services.inn import guests\nfrom services.inn import rooms\n" in with_it


def test_one_of_many_is_found_by_its_ending() -> None:
    plurals = {"pledges": "pledge", "bodies": "body", "passes": "pass", "boxes": "box", "minutes": "minute"}
    assert {plural: singular(plural) for plural in plurals} == plurals


@pytest.mark.parametrize(
    "asked", [(), ("minutes",), ("nowhere", "pledges"), ("minutes", "Pledges"), ("minutes", "../x")]
)
def test_what_cannot_be_made_is_refused_before_anything_is_written(asked: tuple[str, ...]) -> None:
    assert main(*asked) == 2
