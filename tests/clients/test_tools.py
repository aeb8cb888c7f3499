"""The clients' own tools read the documents of API and events without a complaint, and what they generate works.

`make clients` installs them from the registries.
"""

import asyncio
import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from plenary.client import token
from services import NAMES
from services.registration.imports.api import XLSX
from shared.contracts.registry import TOPICS
from shared.settings import Settings
from tests.plenary.running import Installation
from tests.story.house import house
from tests.story.test_wire import site
from tests.story.wire import documents

HERE = Path(__file__).parents[2]
NODE = HERE / "build/clients/node_modules/.bin"
PYTHON = HERE / "build/clients/python/bin"

TABLES = ("text/csv", XLSX)
"""Bodies that a client sends as they are."""

pytestmark = pytest.mark.skipif(
    not (PYTHON / "datamodel-codegen").exists(), reason="not installed: `make clients` does"
)


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the document of each service and of the front."""
    folder = tmp_path_factory.mktemp("documents")

    async def write() -> None:
        async with house(folder / "data") as here:
            for server, document in documents(site(here)).items():
                (folder / f"{server[1:] or 'front'}.json").write_text(json.dumps(document))

    asyncio.run(write())
    return folder


def said(*command: object) -> tuple[str, str]:
    """What a tool says, which must end well: its answer, and what it says besides."""
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout, done.stderr


@pytest.mark.parametrize("name", [*NAMES, "front"])
def test_redocly_finds_no_error(described: Path, name: str) -> None:
    told = json.loads(said(NODE / "redocly", "lint", described / f"{name}.json", "--format=json")[0])
    wrong = [each for each in told["problems"] if each["ruleId"] != "no-unused-components"]
    assert wrong == []


@pytest.mark.parametrize("name", NAMES)
def test_typescript_has_types_that_compile(described: Path, name: str) -> None:
    said(NODE / "openapi-typescript", described / f"{name}.json", "-o", described / f"{name}.ts")
    said(NODE / "tsc", "--noEmit", "--strict", described / f"{name}.ts")


PARSE = """
const { Parser } = require("@asyncapi/parser");
new Parser().parse(require("fs").readFileSync(process.argv[1], "utf8")).then(({ document, diagnostics }) => {
    console.log(JSON.stringify({ channels: document ? document.channels().all().length : 0, diagnostics }));
});
"""


def test_the_parser_of_asyncapi_has_nothing_to_say() -> None:
    done = subprocess.run(
        ["node", "-e", PARSE, HERE / "docs/asyncapi.json"], cwd=HERE / "build/clients", capture_output=True, check=True
    )
    told = json.loads(done.stdout)
    assert told["diagnostics"] == []
    assert told["channels"] == len(TOPICS)


def test_the_scripts_of_our_pages_are_typed() -> None:
    """By JSDoc, each for itself: there is no build step."""
    scripts = sorted((HERE / "shared/web/static").glob("*.js"))
    assert scripts
    types = ("--allowJs", "--checkJs", "--strict", "--lib", "es2022,dom,dom.iterable", "--target", "es2022")
    said(NODE / "tsc", "--noEmit", *types, "--module", "esnext", "--moduleDetection", "force", *scripts)


@pytest.mark.parametrize("name", NAMES)
def test_pydantic_has_models_that_can_be_imported(described: Path, name: str) -> None:
    made = described / f"models_{name}.py"
    kind = ("--output-model-type", "pydantic_v2.BaseModel")
    said(PYTHON / "datamodel-codegen", "--input", described / f"{name}.json", *kind, "--output", made)
    assert "class Problem(" in made.read_text()
    said(sys.executable, "-W", "error", made)


@pytest.fixture(scope="module")
def generated(described: Path) -> Iterator[Path]:
    """A Python client of each service, as packages of a folder that can be imported from."""
    settings = described / "settings.json"
    settings.write_text(
        json.dumps({"content_type_overrides": dict.fromkeys(TABLES, "application/octet-stream"), "post_hooks": []})
    )
    for name in NAMES:
        output = ("--output-path", described / f"{name}_client", "--meta", "none", "--config", settings)
        told = said(PYTHON / "openapi-python-client", "generate", "--path", described / f"{name}.json", *output)
        assert "arning" not in "".join(told), told
    sys.path.insert(0, str(described))
    yield described
    sys.path.remove(str(described))


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    made = Installation(tmp_path_factory.mktemp("client") / "data")
    made.start()
    yield made
    made.stop()


def test_a_generated_client_registers_somebody_and_reads_a_problem(generated: Path, running: Installation) -> None:
    def of(path: str) -> Any:
        return importlib.import_module(f"registration_client.{path}")

    url = f"{running.environ['PLENARY_URL']}/registration"
    with of("client").AuthenticatedClient(base_url=url, token=token(Settings(data=running.data))) as client:
        _register(of, client)


def _register(of: Any, client: Any) -> None:
    """Three people, a gathering with one place, and somebody who asks for what is not there."""
    models = of("models")
    form = {
        "title": {"en": "River basins"},
        "venue": {"en": "Hall"},
        "starts_at": "2035-03-21T09:00:00+03:30",
        "ends_at": "2035-03-21T17:00:00+03:30",
        "time_zone": "Asia/Tehran",
        "capacity": {"delegate": 1},
    }
    made = of("api.gatherings.post_gathering").sync_detailed(client=client, body=models.GatheringForm.from_dict(form))
    gathering = made.parsed.id
    assert made.headers["Location"].endswith(str(gathering))
    for step, tag in (("announcement", made.headers["ETag"]), ("opening", '"2"')):
        moved = of(f"api.gatherings.post_{step}").sync_detailed(gathering, client=client, if_match=tag)
        assert moved.status_code == 200, moved.content
    people = [_person(of, client, n) for n in range(3)]
    register = of("api.registrations.post_registration")
    states = []
    for person in people[:2]:
        body = models.RegistrationForm.from_dict({"person": str(person), "category": "delegate"})
        states.append(str(register.sync(gathering, client=client, body=body, idempotency_key=uuid4().hex).state))
    assert states == ["confirmed", "waitlisted"]
    refused = register.sync(uuid4(), client=client, body=body)
    assert isinstance(refused, models.Problem)
    assert (refused.status, refused.type_) == (404, "/problems/not-found")
    listed = of("api.people.get_people").sync_detailed(client=client, limit=2)
    assert len(listed.parsed) == 2
    assert 'rel="next"' in listed.headers["Link"]


def _person(of: Any, client: Any, n: int) -> UUID:
    form = of("models").PersonForm.from_dict({"name": f"Robin {n}", "email": f"robin{n}@example.org"})
    id: UUID = of("api.people.post_person").sync(client=client, body=form).id
    return id
