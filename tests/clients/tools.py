"""The clients' own tools, as `make clients` installs them, and how a test runs one."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

HERE = Path(__file__).parents[2]
CLIENTS = HERE / "build/clients"
MODULES = CLIENTS / "node_modules"
NODE = MODULES / ".bin"
PYTHON = CLIENTS / "python/bin"

NEEDED = (
    *(NODE / name for name in ("redocly", "openapi-typescript", "tsc")),
    *(MODULES / name for name in ("@asyncapi/parser", "openapi-fetch", "ajv", "ajv-formats")),
    *(PYTHON / name for name in ("openapi-python-client", "datamodel-codegen")),
)
MISSING = [str(path.relative_to(HERE)) for path in NEEDED if not path.exists()]

installed = pytest.mark.skipif(bool(MISSING), reason=f"not installed, `make clients` does it: {', '.join(MISSING)}")


def said(*command: object, within: Path | None = None, environ: Mapping[str, str] | None = None) -> tuple[str, str]:
    """What a tool says, which must end well: its answer, and what it says besides."""
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, cwd=within, env=environ)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout, done.stderr
