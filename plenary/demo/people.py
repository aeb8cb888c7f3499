"""The first step: organizations and people come in from CSV files, and a body is formed of the organizations."""

import csv
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any
from uuid import UUID

from plenary.client import Client, Failure
from plenary.demo.show import done, must, note

BODY = {
    "code": "RIVER-COUNCIL",
    "name": {"en": "Council of the River Basins", "fa": "شورای حوضه‌های رودخانه", "ar": "مجلس أحواض الأنهار"},
    "quorum": {"rule": "more_than", "numerator": 1, "denominator": 2},
}
SHOWN = 3
"""Problems of the broken table that are shown in full."""


@dataclass(frozen=True, slots=True)
class Guest:
    """A row of people.csv, and the person that it became."""

    id: UUID
    language: str
    organization: UUID


@dataclass(frozen=True, slots=True)
class House:
    """Who takes part: the guests in the order of the table, and the body with its member organizations."""

    guests: list[Guest]
    members: list[UUID]
    body: UUID


SAMPLES = [f"{name}.csv" for name in ("broken", "organizations", "people", "editions", "statements", "commitments")]


async def bring_in(client: Client, samples: Path) -> House:
    """Import the tables and form the body; what is there already stays as it is."""
    for name in SAMPLES:
        if not (samples / name).is_file():
            raise Failure(f"{samples / name} is missing; let --samples name the directory of the sample tables.")
    await _refuse(client, samples / "broken.csv")
    await _import(client, "organizations", samples / "organizations.csv")
    await _import(client, "people", samples / "people.csv")
    organizations = {each["code"]: UUID(each["id"]) async for each in client.every("/registration/v1/organizations")}
    people = {each["email"]: UUID(each["id"]) async for each in client.every("/registration/v1/people")}
    members = [organizations[row["code"]] for row in _rows(samples / "organizations.csv")]
    guests = [
        Guest(people[row["email"]], row["language"], organizations[row["organization"]])
        for row in _rows(samples / "people.csv")
    ]
    form: dict[str, Any] = {**BODY, "members": list(map(str, members))}
    body = (await client.post("/registration/v1/bodies", form, key=_key("body", str(form).encode()))).json()
    done(f"a body of {len(members)} members, quorate with more than half of them")
    return House(guests, members, UUID(body["id"]))


async def _refuse(client: Client, table: Path) -> None:
    """A dry run of a broken table names what is wrong with it, row by row."""
    content = table.read_bytes()
    answer = await client.post(
        "/registration/v1/imports/people", key=_key("dry", content), content=content, dry_run=True
    )
    report = answer.json()
    problems = report["problems"]
    must(bool(problems) and report["created"] == 0, "a broken table is refused, and nothing of it is imported")
    lines = len({each["line"] for each in problems})
    done(f"a dry run of {table.name}: {len(problems)} problems in {lines} of {report['rows']} rows, nothing imported")
    for each in problems[:SHOWN]:
        note(f"line {each['line']}, {each['column'] or 'the row'}: {each['detail']}")
    if len(problems) > SHOWN:
        note(f"… and {len(problems) - SHOWN} more (`plenary import people {table} --dry-run`)")


async def _import(client: Client, what: str, table: Path) -> None:
    content = table.read_bytes()
    answer = await client.post(f"/registration/v1/imports/{what}", key=_key(what, content), content=content)
    report = answer.json()
    must(not report["problems"], f"every row of {table.name} is imported")
    must(
        report["created"] + report["changed"] + report["unchanged"] == report["rows"], f"{table.name} is imported whole"
    )
    done(f"{report['rows']} {what} from {table.name}: {report['created']} new, {report['unchanged']} there already")


def _rows(table: Path) -> list[dict[str, str]]:
    with table.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _key(step: str, content: bytes) -> str:
    """The same table, or form, has the same key; an edited one another."""
    return f"demo-{step}-{blake2b(content, digest_size=8).hexdigest()}"
