"""The scale drill: several replicas of each service under a light load, and the share of each.

`python -m bench.scale` brings up a project of its own with 3 + 2 + 2 replicas, and writes the table in `docs/reliability.md`.
"""

import argparse
import asyncio
import json
import sys
from collections import Counter
from datetime import UTC, datetime

from bench.composed import HERE, Composed
from bench.drill import calm, verified
from bench.tables import replace_between, table
from bench.visitors import Visitors
from services import NAMES

REPLICAS = {"registration": 3, "notifications": 2, "minutes": 2}
HEAD = ["replica", "requests answered", "partitions heard", "mails sent", "warnings"]


async def shares(composed: Composed, since: str) -> list[list[str]]:
    """One row for each replica: what it did since then (a time as Docker's logs take it)."""
    partitions = await _partitions(composed)
    rows = []
    for service in NAMES:
        for name, address in sorted((await composed.replicas(service)).items()):
            done = _done(await composed.docker("logs", "--since", since, name))
            heard = partitions.get(address, 0)
            figures = [done["requests"], heard, done["mails"], done["warnings"]]
            rows.append([name.removeprefix(f"{composed.name}-"), *map(str, figures)])
    return rows


def _done(logs: str) -> Counter[str]:
    """What a replica's log lines tell. Health checks are no requests."""
    done = Counter[str]()
    for line in logs.splitlines():
        try:
            told = json.loads(line)
        except json.JSONDecodeError:
            continue
        if told["logger"] == "plenary.http":
            done["requests"] += "/health/" not in told["message"]
        done["mails"] += told["logger"] == "services.notifications.notifications.courier" and told["message"] == "sent"
        done["warnings"] += told["level"] in {"WARNING", "ERROR"} and told["logger"].startswith(("services", "shared"))
    return done


async def _partitions(composed: Composed) -> Counter[str]:
    """Address of a member -> partitions that its group gives it."""
    tool = (
        "/opt/kafka/bin/kafka-consumer-groups.sh",
        "--bootstrap-server",
        "localhost:9092",
        "--describe",
        "--members",
    )
    _, said = await composed.compose("exec", "-T", "kafka", *tool, "--all-groups")
    found = Counter[str]()
    for line in said.splitlines():
        words = line.split()
        if len(words) >= 5 and words[0] in NAMES:
            found[words[2].lstrip("/")] += int(words[4])
    return found


async def drill(composed: Composed, seconds: float, per_second: float) -> tuple[list[list[str]], list[str]]:
    """A light load for so long; the shares, and whatever is wrong afterwards."""
    async with Visitors(composed.urls, await composed.token()) as visitors:
        since = datetime.now(UTC).isoformat()
        await visitors.announce(seats=int(seconds * per_second / 2) + 5)
        stop = asyncio.Event()
        load = asyncio.create_task(visitors.come(per_second, stop))
        await asyncio.sleep(seconds)
        stop.set()
        await load
        await calm(composed, visitors)
        wrong = [*visitors.books.odd, *await visitors.lost(), *await verified(composed)]
    return await shares(composed, since), wrong


async def main() -> int:
    """Bring up, drill, write, remove; exit status 1 if anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--per-second", type=float, default=8)
    parser.add_argument("--port", type=int, default=8088)
    given = parser.parse_args()
    composed = Composed("plenary-scale", given.port, {"PLENARY_SMTP_URL": "smtp://mailpit:1025"})
    try:
        await composed.up(*(part for name, many in REPLICAS.items() for part in ("--scale", f"{name}={many}")))
        rows, wrong = await drill(composed, given.seconds, given.per_second)
    finally:
        await composed.down()
    said = f"Run {datetime.now(UTC):%Y-%m-%d %H:%M} UTC, `python -m bench.scale`: {'; '.join(wrong) or 'verify clean'}.\n\n"
    print(said + table(HEAD, rows))
    replace_between(HERE / "docs/reliability.md", "scale", said + table(HEAD, rows))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
