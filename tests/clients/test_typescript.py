"""A TypeScript client (`client.ts`) on types that openapi-typescript generates, against a running installation."""

import json
import shutil
from pathlib import Path
from typing import Any

import httpx
import pytest

from plenary.client import token
from services import NAMES
from shared.settings import Settings
from tests.clients.tools import HERE, MODULES, NODE, installed, said
from tests.plenary.running import Installation

pytestmark = installed

PROJECT = {
    "compilerOptions": {
        "strict": True,
        "noUncheckedIndexedAccess": True,
        "target": "es2022",
        "lib": ["es2022", "dom"],
        "module": "nodenext",
        "types": [],
        "skipLibCheck": True,
        "outDir": "out",
    },
    "include": ["*.ts"],
}
"""As a careful project has it. `skipLibCheck`: the types of the compiler and of openapi-fetch are not ours to check."""


@pytest.fixture(scope="module")
def compiled(described: Path) -> Path:
    """The client as JavaScript, with the types of each service beside it: all of them compile."""
    folder = described / "typescript"
    folder.mkdir()
    (folder / "node_modules").symlink_to(MODULES)
    (folder / "package.json").write_text('{"type": "module"}')
    (folder / "tsconfig.json").write_text(json.dumps(PROJECT))
    apis = {name: {"root": str(described / f"{name}.json"), "x-openapi-ts": {"output": f"{name}.ts"}} for name in NAMES}
    (folder / "redocly.yaml").write_text(json.dumps({"apis": apis}))
    said(NODE / "openapi-typescript", within=folder)
    shutil.copy(HERE / "tests/clients/client.ts", folder)
    said(NODE / "tsc", "--project", folder)
    return folder / "out/client.js"


@pytest.fixture(scope="module")
def saw(compiled: Path, running: Installation) -> dict[str, Any]:
    """What the client saw."""
    answer, _ = said("node", compiled, running.environ["PLENARY_URL"], token(Settings(data=running.data)))
    told: dict[str, Any] = json.loads(answer)
    return told


def test_it_registers_somebody(saw: dict[str, Any]) -> None:
    assert saw["states"] == ["confirmed", "waitlisted"]


def test_it_goes_through_a_list_to_its_end(saw: dict[str, Any], running: Installation) -> None:
    who = {"Authorization": f"Bearer {token(Settings(data=running.data))}"}
    url = f"{running.environ['PLENARY_URL']}/registration/v1/people"
    there = [each["id"] for each in httpx.get(url, params={"limit": 100}, headers=who).json()]
    assert len(there) >= 7
    assert saw["people"] == there


def test_it_reads_what_is_wrong(saw: dict[str, Any]) -> None:
    assert saw["refused"] == [
        {"type": "/problems/not-found", "status": 404, "same": True, "fields": []},
        {"type": "/problems/stale", "status": 412, "same": True, "fields": []},
        {"type": "/problems/invalid", "status": 422, "same": True, "fields": ["#/time_zone"]},
    ]
