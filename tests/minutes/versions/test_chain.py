"""What was published is kept version by version; whoever changes, takes away or swaps one is found out."""

import asyncio
import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.plenary.verify.installation import broken, said
from tests.story.chain import Chain, registered
from tests.story.house import house
from tests.story.meeting import meet

SECRET = "The figures of the delta are not certain yet."
Rows = dict[int, dict[str, Any]]


async def published(chain: Chain) -> None:
    """Published, and then corrected twice: three versions."""
    await chain.move(chain.path, "close", "convene")
    for n in (0, 1, 3):
        await chain.passes(n, "entries")
    await chain.house.settle()
    await meet(chain)
    form = {"words": SECRET, "said_in": "en", "manner": "summary", "public": False}
    await chain.post(f"{chain.minutes}/statements", form)
    decision = (await chain.vote()).json()["id"]
    await chain.move(chain.path, "adjourn")
    await chain.house.settle()
    await chain.move(chain.minutes, "approve", "publish")
    await chain.house.settle()
    path = f"{chain.minutes}/decisions/{decision}"
    text: dict[str, Any] = {"text": {"en": "The council meets in autumn."}, "adoption": "consensus"}
    for step, form in (("correct", text), ("withdraw", {})):
        tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
        await chain.post(f"{path}/{step}", {**form, "reason": "It was recorded wrongly."}, **tag)
        await chain.house.settle()


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an installation that stands still."""
    folder = tmp_path_factory.mktemp("sealed")
    asyncio.run(lived(folder))
    return folder


async def lived(folder: Path) -> None:
    """Published and corrected; and everybody checks it while it runs."""
    async with house(folder) as here, here.client("secretariat") as secretary:
        chain = await registered(here, secretary)
        await published(chain)
        async with here.client() as reader:
            await everybody_checks(chain, reader, secretary)


async def everybody_checks(chain: Chain, reader: Any, secretary: Any) -> None:
    """With the files alone, as the page says."""
    listed = (await reader.get(f"{chain.minutes}/versions")).json()
    assert [each["number"] for each in listed] == [1, 2, 3]
    page = await reader.get(f"/minutes/versions/{chain.gathering}?lang=en")
    before = None
    for each in listed:
        file = await reader.get(f"/minutes/versions/{chain.gathering}/{each['number']}.json")
        assert hashlib.sha256(file.content).hexdigest() == each["sha256"]
        assert each["sha256"] in page.text
        told = json.loads(file.content)
        assert (told["previous"], told["number"]) == (before, each["number"])
        assert file.content == json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode(), (
            "canonical"
        )
        assert SECRET not in file.text
        before = each["sha256"]
    second = await reader.get(f"/minutes/versions/{chain.gathering}/2?lang=en")
    assert "<ins>" in second.text
    assert SECRET not in second.text
    path = f"{chain.minutes}/versions/3/restricted"
    assert (await reader.get(path)).status_code == 404
    hidden = (await secretary.get(path)).json()
    assert hashlib.sha256((hidden["salt"] + hidden["text"]).encode()).hexdigest() == told["restricted"]["sha256"]
    assert SECRET in hidden["text"]
    for where in (f"/minutes/{chain.gathering}", "/minutes/feed"):
        assert SECRET not in (await reader.get(where, follow_redirects=True)).text


async def test_a_chain_that_nobody_touched_holds(kept: Path) -> None:
    assert said(await broken(kept)) == ""


def one_letter(rows: Rows) -> None:
    rows[1]["text"] = rows[1]["text"].replace("carries", "carried", 1)


def rewritten(rows: Rows) -> None:
    one_letter(rows)
    rows[1]["sha256"] = hashlib.sha256(rows[1]["text"].encode()).hexdigest()


def missing(rows: Rows) -> None:
    del rows[2]


def swapped(rows: Rows) -> None:
    for name in ("text", "sha256", "previous"):
        rows[2][name], rows[3][name] = rows[3][name], rows[2][name]


def hidden(rows: Rows) -> None:
    rows[3]["restricted"] = rows[3]["restricted"].replace("not certain", "certain")


@pytest.mark.parametrize(
    ("tamper", "found"),
    [
        (one_letter, "the text of version 1 of the minutes {} does not have its hash"),
        (rewritten, "version 2 of the minutes {} does not follow version 1 as it is"),
        (missing, "version 2 of the minutes {} is missing"),
        (swapped, "version 2 of the minutes {} holds the text of version 3"),
        (hidden, "what not everybody reads of version 3 of the minutes {} is not what was sealed"),
    ],
)
async def test_verify_names_what_was_done_to_a_version(
    kept: Path, tmp_path: Path, tamper: Callable[[Rows], None], found: str
) -> None:
    for file in kept.iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    with closing(sqlite3.connect(tmp_path / "minutes.db")) as store, store:
        by_number = {
            json.loads(body)["number"]: (id, json.loads(body))
            for id, body in store.execute("SELECT id, body FROM version").fetchall()
        }
        rows = {number: body for number, (_, body) in by_number.items()}
        gathering = rows[1]["gathering"]
        tamper(rows)
        for number, (id, _) in by_number.items():
            if number not in rows:
                store.execute("DELETE FROM version WHERE id = ?", (id,))
            else:
                store.execute("UPDATE version SET body = ? WHERE id = ?", (json.dumps(rows[number]), id))
    assert found.format(gathering) in said(await broken(tmp_path))
