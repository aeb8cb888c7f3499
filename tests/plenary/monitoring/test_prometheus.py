"""The alert rules and the dashboard that are shipped: Prometheus takes them, and they ask for nothing that is not told."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.story.house import house

SHIPPED = Path(__file__).parents[3] / "deploy" / "prometheus"
PROMTOOL = os.environ.get("PROMTOOL") or shutil.which("promtool")
ONLY_SOMETIMES = {
    "plenary_degraded",
    "plenary_gathering",
    "plenary_registrations",
    "plenary_seats",
    "plenary_seats_held",
}
"""While something fails, or a gathering gives seats away."""


@pytest.mark.skipif(not PROMTOOL, reason="there is no promtool: Debian has it in `prometheus`, or PROMTOOL names it")
@pytest.mark.parametrize(
    "words",
    [("check", "rules", "rules.yml"), ("check", "config", "prometheus.yml"), ("test", "rules", "rules.test.yml")],
    ids=" ".join,
)
def test_promtool_is_content(words: tuple[str, ...]) -> None:
    assert PROMTOOL
    done = subprocess.run([PROMTOOL, *words], cwd=SHIPPED, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
async def told(tmp_path: Path) -> AsyncIterator[set[str]]:
    """The names of all figures of a running installation."""
    async with house(tmp_path) as here, here.client() as client:
        await client.get("/health/live")
        text = (await client.get("/metrics")).text
        yield (
            set(re.findall(r"^(\w+?)(?:_total|_bucket|_count|_sum|_created)?[ {]", text, re.MULTILINE)) | ONLY_SOMETIMES
        )


@pytest.mark.parametrize("file", ["rules.yml", "dashboard.json"])
async def test_what_is_asked_for_is_told(told: set[str], file: str) -> None:
    asked = set(re.findall(r"\bplenary_\w+", (SHIPPED / file).read_text("utf-8")))
    assert len(asked) > 10
    waiting = {"plenary_waiting"}
    assert {name for name in asked if re.sub("_(bucket|count|sum)$", "", name) not in told | waiting} == set()


async def test_every_figure_is_explained_to_operators_and_has_a_place(told: set[str]) -> None:
    guide = (SHIPPED.parents[1] / "docs" / "operations.md").read_text("utf-8")
    ours = {name for name in told if name.startswith("plenary_")}
    assert {name for name in ours if f"`{name}`" not in guide} == set()
    shown = (SHIPPED / "dashboard.json").read_text("utf-8")
    assert {name for name in ours if name not in shown} == set()


def test_every_alert_says_what_to_do() -> None:
    rules = (SHIPPED / "rules.yml").read_text("utf-8")
    parts = rules.split("- alert: ")[1:]
    assert all("summary: " in part and "do: " in part and "severity: " in part for part in parts)
    assert len(parts) == len({part.split()[0] for part in parts})


def test_the_dashboard_is_one_that_grafana_imports() -> None:
    board = json.loads((SHIPPED / "dashboard.json").read_text("utf-8"))
    assert board["title"] == "Plenary"
    panels = board["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    places = [(panel["gridPos"]["x"], panel["gridPos"]["y"]) for panel in panels]
    assert len(set(places)) == len(places)
    assert all(panel["title"] and panel["targets"] and panel["datasource"]["uid"] == "${source}" for panel in panels)
