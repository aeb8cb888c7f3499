"""The README cannot lie: its commands run, the tests that it names exist, its links and pictures are there."""

import asyncio
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from plenary.cli import main

HOUSE = Path(__file__).parents[2]
README = (HOUSE / "README.md").read_text("utf-8")
PROSE = [
    HOUSE / name
    for name in (
        "README.md",
        "CONTRIBUTING.md",
        "docs/architecture.md",
        "docs/adding-a-subject.md",
        "docs/operations.md",
        "docs/security.md",
    )
]
LARGEST_PICTURE = 150_000


def _tests() -> set[str]:
    sources = (path.read_text("utf-8") for path in (HOUSE / "tests").rglob("*.py"))
    return {name for source in sources for name in re.findall(r"^ *(?:async )?def (test_\w+)", source, re.MULTILINE)}


@pytest.mark.parametrize("page", PROSE, ids=lambda path: path.stem)
def test_every_test_that_a_page_names_exists(page: Path) -> None:
    assert set(re.findall(r"`(test_\w+)`", page.read_text("utf-8"))) - _tests() == set()


def test_every_promise_is_shown_by_a_test() -> None:
    table = README.split("| promise | shown by |")[1].split("\n\n")[0]
    rows = [row for row in table.splitlines() if row.startswith("| ")]
    assert len(rows) > 10
    assert [row for row in rows if not re.search(r"`test_\w+`", row)] == []


@pytest.mark.parametrize("page", PROSE, ids=lambda path: path.stem)
def test_every_link_and_picture_of_a_page_is_there(page: Path) -> None:
    links = re.findall(r"\]\(([^):#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_pictures_are_small() -> None:
    pictures = list((HOUSE / "docs" / "images").glob("*.png"))
    assert pictures
    assert [path.name for path in pictures if path.stat().st_size > LARGEST_PICTURE] == []


def test_every_command_that_the_readme_names_exists() -> None:
    makefile = (HOUSE / "Makefile").read_text("utf-8")
    assert set(re.findall(r"\bmake ([a-z]+)", README)) <= set(re.findall(r"^([a-z]+):.*##", makefile, re.MULTILINE))
    listed = README.split("`plenary --help` tells the rest:")[1].split("\n\n")[0].split("(")[0]
    assert set(re.findall(r"`([a-z-]+)`", listed)) == set(main.commands)


@asynccontextmanager
async def installation(data: Path) -> AsyncIterator[dict[str, str]]:
    """`plenary up` on a free port; the environment in which a shell reaches it."""
    bin = Path(sys.executable).parent
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PLENARY_")}
    ours = {**kept, "PLENARY_DATA": str(data), "PLENARY_PORT": "0", "PATH": f"{bin}:{kept['PATH']}"}
    plenary = await asyncio.create_subprocess_exec(
        str(bin / "plenary"), "up", env=ours, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
    )
    assert plenary.stdout is not None
    try:
        ready = (await plenary.stdout.readline()).decode()
        assert ready.startswith("Plenary is ready at "), f"it ended with status {plenary.returncode}"
        yield {**ours, "PLENARY_URL": ready.split()[-1]}
    finally:
        if plenary.returncode is None:
            plenary.terminate()
        await plenary.communicate()


async def test_the_chain_of_the_readme_runs_as_it_stands(tmp_path: Path) -> None:
    [chain] = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    bash = shutil.which("bash")
    if not (bash and shutil.which("curl")):
        pytest.skip("bash and curl are not both here")
    async with installation(tmp_path) as environment:
        shell = await asyncio.create_subprocess_exec(
            *(bash, "-euo", "pipefail", "-c", chain),
            env=environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        said, _ = await asyncio.wait_for(shell.communicate(), 60)
    assert shell.returncode == 0, said.decode()[-2000:]
    assert "همه اندازه می‌گیرند." in said.decode().splitlines()[-1]
