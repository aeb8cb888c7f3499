"""What README, operations and security tell operators to type, to look for and to expect is what there is."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from plenary.cli import main
from plenary.doctor import house, place
from services import NAMES, figures, lineage
from services.notifications.notifications import loop
from services.registration.registrations import figures as seats
from shared.contracts.registry import TOPICS
from shared.flow import timers
from tests.house.sources import HOUSE, files

PAGES = [HOUSE / "README.md", HOUSE / "docs" / "operations.md", HOUSE / "docs" / "security.md"]
GUIDE = (HOUSE / "docs" / "operations.md").read_text("utf-8")
SOURCES = [path.read_text("utf-8") for path in files("services", "shared", "plenary")]

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)


def _code(page: Path) -> list[str]:
    """What is set as code: a line of a block each, or within a sentence."""
    text = page.read_text("utf-8")
    lines = re.findall(r"^ {4}(\S.*)$", text, re.MULTILINE)
    blocks = [
        line
        for block in re.findall(r"^```\w*\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
        for line in block.splitlines()
    ]
    return [*lines, *blocks, *re.findall(r"`([^`\n]+)`", text)]


def _commands(page: Path) -> Iterator[list[str]]:
    """The words after each `plenary`, where it is the command (`docker compose run … plenary` is one, too)."""
    for line in _code(page):
        words = line.partition(" # ")[0]
        for told in re.findall(r"(?:^|\.venv/bin/|-T |\$\(| )plenary((?: [\w<>@:/.-]+)+)", words):
            if not words.startswith(("exec", "docker network")):
                yield told.split()


@each_page
def test_every_command_of_a_page_is_there_with_its_options(page: Path) -> None:
    found = list(_commands(page))
    assert found or page.stem == "security"
    for words in found:
        context, command = click.Context(main), main
        for word in words:
            if isinstance(command, click.Group) and not word.startswith("-"):
                assert word in command.commands, words
                command = command.commands[word]  # type: ignore[assignment]
        known = {option for parameter in command.get_params(context) for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= known, words


@each_page
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    places = "deploy|docs|tests|services|shared|plenary|bench|chaos|requirements|samples|tools"
    named = {
        path.rstrip(".")
        for line in _code(page)
        for path in re.findall(rf"(?:^|[\s(])((?:{places})/[\w./-]+|\.env\.example|docker-compose\.yml)", line)
    }
    assert [path for path in sorted(named) if not (HOUSE / path).exists()] == []


@each_page
def test_every_link_within_the_pages_leads_to_a_heading(page: Path) -> None:
    for path, anchor in re.findall(r"\]\(([^):#]*)#([^)]+)\)", page.read_text("utf-8")):
        there = (page.parent / path if path else page).read_text("utf-8")
        headings = (line.lower() for line in re.findall(r"^#+ (.*)$", there, re.MULTILINE))
        assert anchor in {re.sub(r"[^\w -]", "", heading).replace(" ", "-") for heading in headings}, (path, anchor)


def test_every_container_profile_and_volume_that_the_guide_names_is_there() -> None:
    composed = (HOUSE / "docker-compose.yml").read_text("utf-8")
    services = set(re.findall(r"^  ([a-z-]+):", composed.partition("\nservices:\n")[2], re.MULTILINE))
    table = GUIDE.partition("| container |")[2].partition("\n\n")[0]
    assert {
        name for row in table.splitlines()[2:] for name in re.findall(r"`([a-z-]+)`", row.split("|")[1])
    } <= services
    assert set(re.findall(r"--scale ([a-z]+)=", GUIDE)) <= set(NAMES)
    assert set(re.findall(r"--profile ([a-z]+)", GUIDE)) <= set(re.findall(r"profiles: \[([a-z]+)\]", composed))


def test_every_line_of_the_log_that_the_guide_names_is_written() -> None:
    """Code of three words or more, none of them a command: what an operator searches for."""
    said = {code.rstrip(" …") for code in re.findall(r"`([a-z]+(?:[:,]? [a-z…]+){2,})`", GUIDE.replace("\n", " "))}
    said -= {each for each in said if each.startswith(("plenary ", "docker ", "make ", "promtool "))}
    assert len(said) > 4
    assert {each for each in said if not any(each in source for source in SOURCES)} == set()


def test_the_guide_knows_every_loop_that_may_fail_again_and_again() -> None:
    names = {name for source in SOURCES for name in re.findall(r"\b[lL]oop\(\s*\"([^\"{]+)\"", source)}
    [row] = re.findall(r"^\| `degraded` \|.*$", GUIDE, re.MULTILINE)
    assert len(names) > 10
    assert {name for name in names if f"`{name}`" not in row} == set()


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("(12 for each topic", {topic.partitions for topic in TOPICS} == {12}),
        (
            "keeps them until Kafka misses it\n(30 s)",
            any('"session_timeout_ms": 30_000' in source for source in SOURCES),
        ),
        ("asked four times a minute", loop.EVERY == 15),
        ("the newest 50 records of each partition", lineage.NEWEST == 50),
        ("A timer that was refused ten times", timers.TRIES == 10),
        ("An answer is given again for five seconds", figures.KEPT == 5),
        ("does not tell within two seconds", figures.WITHIN == 2),
        ("(200 is that or more)", figures.MOST == 200),
        ("the 20 earliest gatherings", seats.MOST == 20),
        ("less than 2 GB of room (a fault below 0.2 GB)", (place.LITTLE, place.NOTHING) == (2e9, 2e8)),
        ("clocks more than 3 s apart", house.APART == 3),
    ],
)
def test_a_figure_of_the_guide_is_the_one_of_the_program(sentence: str, holds: bool) -> None:
    assert sentence in GUIDE
    assert holds
