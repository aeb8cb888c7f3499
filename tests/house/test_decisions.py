"""The decisions cannot lie: each has the same form, and every dependency and test that they name exists."""

import re
import tomllib
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
DECISIONS = sorted((HOUSE / "docs" / "decisions").glob("*.md"))
FORM = ["Context", "Decision", "Consequences", "Alternatives", "Revisit when", "Enforced by"]


def _tests() -> set[str]:
    sources = (path.read_text("utf-8") for path in (HOUSE / "tests").rglob("*.py"))
    return {name for source in sources for name in re.findall(r"^ *(?:async )?def (test_\w+)", source, re.MULTILINE)}


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_form_and_names_tests_that_exist(decision: Path) -> None:
    text = decision.read_text("utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == FORM
    assert set(re.findall(r"`(test_\w+)`", text)) <= _tests()
    links = re.findall(r"\]\(([^):]+\.md)\)", text)
    assert all((decision.parent / link).is_file() for link in links)


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[^\w.-]", each, maxsplit=1)[0] for each in asked}
    text = (HOUSE / "docs" / "decisions" / "dependencies.md").read_text("utf-8")
    assert set(re.findall(r"^\| ([\w.-]+) \|", text, re.MULTILINE)) - {"package", "copy"} == names


def test_the_glossary_explains_only_words_that_the_code_uses() -> None:
    text = (HOUSE / "docs/glossary.md").read_text("utf-8")
    words = {word.lower() for word in re.findall(r"\*\*([\w ]+)\*\*", text)}
    places = ("shared", "services", "plenary", "tests")
    code = "\n".join(path.read_text("utf-8") for place in places for path in (HOUSE / place).rglob("*.py")).lower()
    assert len(words) > 60
    assert {word for word in words if word.replace(" ", "_") not in code and word not in code} == set()
