"""What the deployment must name by hand is what the code has: services, their stores, their addresses, their files."""

import re
import subprocess
import sys
import tomllib
from fnmatch import fnmatch

import pytest

from services import NAMES
from services.__main__ import SERVICES
from tests.house.sources import HOUSE

PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))
COMPOSE = (HOUSE / "docker-compose.yml").read_text("utf-8")
PACKAGES = ("plenary", "services", "shared")


def test_the_names_of_the_services_are_the_services() -> None:
    assert [each.name for each in SERVICES.values()] == list(NAMES)
    assert set(NAMES) <= {path.name for path in (HOUSE / "services").iterdir()}
    [apart] = [each for each in PROJECT["tool"]["importlinter"]["contracts"] if each["type"] == "independence"]
    assert apart["modules"] == [f"services.{name}" for name in NAMES]


@pytest.mark.parametrize("name", NAMES)
def test_a_process_of_one_service_holds_the_code_of_one(name: str) -> None:
    asked = f"import sys; from services.__main__ import SERVICES; SERVICES[{name!r}]; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=HOUSE)
    assert {other for other in NAMES if f"services.{other}" in done.stdout.split()} == {name}


@pytest.mark.parametrize("page", ["docker-compose.yml", "deploy/external.yml", ".env.example"])
def test_each_service_has_its_store_there(page: str) -> None:
    found = re.findall(r"PLENARY_([A-Z]+)_STORE_URL\b", (HOUSE / page).read_text("utf-8"))
    assert {name.lower() for name in found} == set(NAMES)


def test_each_service_is_composed_and_reached_through_the_gateway() -> None:
    assert re.findall(r"\[python, -m, services, (\w+)\]", COMPOSE) == list(NAMES)
    gateway = (HOUSE / "deploy/gateway.conf").read_text("utf-8")
    assert f"location ~ ^/({'|'.join(NAMES)})(/|$)" in gateway


def test_the_image_and_the_wheel_hold_every_package_and_every_file_beside_the_code() -> None:
    copied = re.findall(r"^COPY (\w+) \1$", (HOUSE / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    find = PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]
    assert set(copied) == set(PACKAGES) == {each.removesuffix("*") for each in find}
    patterns = PROJECT["tool"]["setuptools"]["package-data"]["*"]
    beside = [path for place in PACKAGES for path in (HOUSE / place).rglob("*.*") if path.is_file()]
    forgotten = {
        path.name for path in beside if not any(fnmatch(path.name, each) for each in [*patterns, "*.py", "*.pyc"])
    }
    assert forgotten == set()
