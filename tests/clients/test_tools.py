"""The clients' own tools read the documents of API and events without a complaint."""

import json
import sys
from pathlib import Path

import pytest

from services import NAMES
from shared.contracts.registry import TOPICS
from tests.clients.tools import CLIENTS, HERE, NODE, PYTHON, installed, said

pytestmark = installed

APPS = (*NAMES, "front")


def test_redocly_finds_nothing_by_its_strict_rules(described: Path) -> None:
    files = [described / f"{name}.json" for name in APPS]
    said(NODE / "redocly", "lint", "--extends", "recommended-strict", *files)  # each warning is an error there


PARSE = """
const { Parser } = require("@asyncapi/parser");
new Parser().parse(require("fs").readFileSync(process.argv[1], "utf8")).then(({ document, diagnostics }) => {
    console.log(JSON.stringify({ channels: document ? document.channels().all().length : 0, diagnostics }));
});
"""


def test_the_parser_of_asyncapi_has_nothing_to_say() -> None:
    told = json.loads(said("node", "-e", PARSE, HERE / "docs/asyncapi.json", within=CLIENTS)[0])
    assert told["diagnostics"] == []
    assert told["channels"] == len(TOPICS)


def test_the_scripts_of_our_pages_are_typed() -> None:
    """By JSDoc, each for itself: there is no build step."""
    scripts = sorted((HERE / "shared/web/static").glob("*.js"))
    assert scripts
    types = ("--allowJs", "--checkJs", "--strict", "--lib", "es2022,dom,dom.iterable", "--target", "es2022")
    quick = ("--noEmit", "--skipLibCheck")  # the compiler's own types were checked by those who wrote them
    said(NODE / "tsc", *quick, *types, "--module", "esnext", "--moduleDetection", "force", *scripts)


@pytest.mark.parametrize("name", NAMES)
def test_pydantic_has_models_that_can_be_imported(described: Path, name: str) -> None:
    made = described / f"models_{name}.py"
    kind = ("--output-model-type", "pydantic_v2.BaseModel", "--formatters", "builtin")  # nobody reads them
    said(PYTHON / "datamodel-codegen", "--input", described / f"{name}.json", *kind, "--output", made)
    assert "class Problem(" in made.read_text()
    said(sys.executable, "-W", "error", made)
