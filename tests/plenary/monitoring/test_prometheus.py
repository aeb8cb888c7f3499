"""The alert rules and the dashboard that are shipped: Prometheus takes them, and they ask for nothing that is not told."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from services import figures
from services.notifications.notifications import loop
from tests.ports import free_port
from tests.story.chain import Chain
from tests.story.house import House, house
from tests.waiting import until

SHIPPED = Path(__file__).parents[3] / "deploy" / "prometheus"
PROMTOOL = os.environ.get("PROMTOOL") or shutil.which("promtool")
NO_PROMTOOL = "there is no promtool: Debian has it in `prometheus`, or PROMTOOL names it"
FILES = ["rules.yml", "dashboard.json"]
GIVEN = {"job", "instance"}
"""Labels that Prometheus gives to all that it reads."""


@pytest.mark.skipif(not PROMTOOL, reason=NO_PROMTOOL)
@pytest.mark.parametrize(
    "words",
    [("check", "rules", "rules.yml"), ("check", "config", "prometheus.yml"), ("test", "rules", "rules.test.yml")],
    ids=" ".join,
)
def test_promtool_is_content(words: tuple[str, ...]) -> None:
    assert PROMTOOL
    done = subprocess.run([PROMTOOL, *words], cwd=SHIPPED, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


Told = dict[str, set[str]]
"""What a running installation tells: the name of a figure -> its labels."""


@pytest.fixture
async def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Told]:
    """All there is to tell: of a gathering that gives seats away, while the mail server is away."""
    monkeypatch.setattr(figures, "KEPT", 0.0)
    monkeypatch.setattr(loop, "EVERY", 0.02)
    async with house(tmp_path, smtp_url=f"smtp://127.0.0.1:{free_port()}") as here:
        async with here.client("secretariat") as secretary:
            chain = Chain(here, secretary)
            await chain.bring_in()
            await chain.announce()

        async def complete() -> bool:
            return "plenary_degraded" in await _asked(here)

        await until(complete)
        yield await _asked(here)


async def _asked(here: House) -> Told:
    async with here.client() as client:
        text = (await client.get("/metrics")).text
    found: Told = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            found.setdefault(sample.name, set()).update(sample.labels)
    return found


def _asked_for(file: str) -> list[tuple[str, str]]:
    """Each expression that is shipped, and the words that are shown beside its result."""
    text = (SHIPPED / file).read_text("utf-8")
    if file.endswith(".json"):
        return [
            (each["expr"], each["legendFormat"]) for panel in json.loads(text)["panels"] for each in panel["targets"]
        ]
    return [
        (re.findall(r"expr: (.*)", rule)[0], rule.partition("annotations:")[2]) for rule in text.split("- alert: ")[1:]
    ]


@pytest.mark.parametrize("file", FILES)
async def test_what_is_asked_for_is_told(told: Told, file: str) -> None:
    """By its name, and with the labels by which it is chosen, added up and shown."""
    asked = _asked_for(file)
    assert len(asked) > 10
    for expression, shown in asked:
        names = set(re.findall(r"\b(?:plenary|process)_\w+", expression))
        assert names <= told.keys(), expression
        labels = set().union(*(told[name] for name in names)) | GIVEN
        within = re.findall(r"\b(?:by|on|group_left) \(([^)]*)\)|\{([^}]*)\}", expression)
        used = {
            word for pair in within for word in re.findall(r"(\w+)(?=\s*(?:[=!]|,|$))", ",".join(filter(None, pair)))
        }
        used |= set(re.findall(r"\{\{ ?(?:\$labels\.)?(\w+) ?\}\}", shown))
        assert used <= labels, expression


@pytest.mark.skipif(not PROMTOOL, reason=NO_PROMTOOL)
@pytest.mark.parametrize("file", FILES)
def test_every_expression_can_be_read(tmp_path: Path, file: str) -> None:
    rules = [{"record": f"shown:{n}", "expr": expression} for n, (expression, _) in enumerate(_asked_for(file))]
    (tmp_path / "shown.yml").write_text(json.dumps({"groups": [{"name": "shown", "rules": rules}]}))
    assert PROMTOOL
    done = subprocess.run(
        [PROMTOOL, "check", "rules", "shown.yml"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, f"{len(rules)} rules found" in done.stdout) == (0, True), done.stdout + done.stderr


async def test_no_label_is_one_that_prometheus_gives_itself(told: Told) -> None:
    """It would call ours `exported_job` then, and rules and panels would speak of the name of the scrape."""
    assert {name for name, labels in told.items() if labels & GIVEN} == set()


async def test_every_figure_is_explained_to_operators_and_has_a_place(told: Told) -> None:
    guide = (SHIPPED.parents[1] / "docs" / "operations.md").read_text("utf-8")
    ours = {re.sub("_(bucket|count|sum|created)$", "", name) for name in told if name.startswith("plenary_")}
    assert {name for name in ours if f"`{name}`" not in guide} == set()
    shown = (SHIPPED / "dashboard.json").read_text("utf-8")
    assert {name for name in ours if name not in shown} == set()
    table = guide.partition("| metric | says |")[2].partition("\n\n")[0]
    for row in table.splitlines()[2:]:
        names, _, labels = row.split("|")[1].partition("(")
        for name in re.findall(r"`(\w+)`", names):
            there = told[f"{name}_count" if f"{name}_count" in told else name]
            assert set(re.findall(r"`(\w+)`", labels.partition("=")[0])) <= there, row


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
