"""What may be used where, read from the sources themselves. Import-linter holds the rooms; this holds single files and tests."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import HOUSE, dotted, files, imported, name, tree, written

SOURCES = ("shared", "services", "plenary")
SPEAKS_HTTP = (
    r"shared/(http|web)/\w+\.py|services/(dead_letters|feed|figures|front|process|server|upkeep)\.py"
    r"|services/\w+/(\w+/)?(app|api|pages|routes)(/\w+)?\.py"
)
ALLOWED = {
    "aiokafka": r"shared/log/kafka/\w+\.py",
    "bson": r"shared/store/mongo/\w+\.py",
    "motor": r"shared/store/mongo/client\.py",
    "pymongo": r"shared/store/mongo/\w+\.py",
    "fluent": r"shared/locale/fluent\.py",
    "sqlite3": r"shared/store/sqlite/\w+\.py|shared/log/embedded/file\.py|plenary/backup/moment\.py",
    "aiosmtplib": r"services/notifications/channels/mail\.py",
    "fastapi": SPEAKS_HTTP,
    "starlette": SPEAKS_HTTP,
    "uvicorn": r"services/server\.py",
}
WAITING = 0.05
"""Seconds that a test may pause between two looks at what it waits for."""


@pytest.mark.parametrize("library", ALLOWED)
def test_a_driver_is_imported_only_by_its_adapter(library: str) -> None:
    saying = [path for path in files(*SOURCES) if library in written(path)]
    using = {name(path) for path in saying if any(each.split(".")[0] == library for each in imported(path))}
    assert using, f"nothing imports {library} any more: take it out of the table"
    assert {path for path in using if not re.fullmatch(ALLOWED[library], path)} == set()


def test_a_model_imports_no_library() -> None:
    """Import-linter names those that it may not; here is nothing to be named when another one comes."""
    pure = {*sys.stdlib_module_names, "services", "shared"}
    models = [path for path in files("services") if path.parts[-4] == "services" and path.stem in ("model", "commands")]
    assert len(models) > len(list((HOUSE / "services").glob("*/"))), "the pattern has missed them"
    found = {f"{name(path)}: {each}" for path in models for each in imported(path) if each.split(".")[0] not in pure}
    assert found == set()


def test_only_the_settings_look_at_the_environment() -> None:
    looking = {
        name(path)
        for path in files(*SOURCES)
        if re.search("environ|getenv", path.read_text("utf-8"))
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and dotted(node) in ("os.environ", "os.getenv", "os.environb")
    }
    assert looking == {"shared/settings.py"}


def test_the_languages_are_listed_in_one_place() -> None:
    templates = [path for place in SOURCES for path in (HOUSE / place).rglob("*.html")]
    listing = re.compile(r'"en", "fa"|"name_fa"|>فارسی<|"فارسی"')
    found = {name(path) for path in (*files(*SOURCES), *templates) if listing.search(path.read_text("utf-8"))}
    assert found == {"shared/locale/languages.py"}, "ask shared.locale for LANGUAGES and NAMES"


def _pauses(path: Path) -> Iterator[tuple[str, bool]]:
    """Each pause of a file: where, and whether it is a short one between two looks (in a loop)."""
    if "sleep" not in path.read_text("utf-8"):
        return
    nodes = list(ast.walk(tree(path)))
    looping = {call for loop in nodes if isinstance(loop, (ast.While, ast.For)) for call in ast.walk(loop)}
    for node in nodes:
        if isinstance(node, ast.Call) and dotted(node.func) in ("time.sleep", "asyncio.sleep", "sleep"):
            seconds = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
            short = isinstance(seconds, (int, float)) and (seconds == 0 or (seconds <= WAITING and node in looping))
            yield f"{name(path)}:{node.lineno}", short


def test_no_test_sleeps() -> None:
    assert [where for path in files("tests") for where, short in _pauses(path) if not short] == []


def test_our_own_ports_are_not_mocked() -> None:
    saying = [path for path in files("tests") if "mock" in path.read_text("utf-8")]
    mocking = [name(path) for path in saying if any("mock" in each for each in imported(path))]
    assert mocking == []
    ports = re.compile(r"^class \w+\((?:Store|EventLog)\)", re.MULTILINE)
    posing = [name(path) for path in files("tests") if ports.search(path.read_text("utf-8"))]
    assert [path for path in posing if path != "tests/faulty.py"] == []


def test_sample_addresses_lead_nowhere() -> None:
    places = [*(HOUSE / "samples").glob("*"), *files("plenary/demo"), HOUSE / "README.md"]
    texts = [path.read_text("utf-8") for path in places if path.is_file()]
    domains = {found for text in texts for found in re.findall(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)", text)}
    assert domains
    assert {each for each in domains if not re.fullmatch(r"(.+\.)?example(\.(org|com|net))?", each)} == set()
