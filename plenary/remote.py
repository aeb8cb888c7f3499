"""The commands that ask a running installation: import, events, dead letters, status."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit
from uuid import UUID, uuid4

import click

from plenary.client import Answered, Client, Failure
from services import NAMES
from shared.contracts.registry import TOPIC
from shared.settings import Settings

T = TypeVar("T")

PATIENCE = 2.0
"""Seconds for which a command asks again while nobody answers."""

Topic = click.Choice(sorted(TOPIC))
TABLES = {
    **dict.fromkeys(("organizations", "people", "editions"), "registration"),
    **dict.fromkeys(("statements", "commitments"), "minutes"),
}
"""What can be imported, and the service that does."""
TOPICS = f"Topics: {', '.join(sorted(TOPIC))}. What they hold stands in docs/events.md."


@click.command("import")
@click.argument("what", type=click.Choice(list(TABLES)))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only look: name every problem, change nothing.")
@click.pass_obj
def load(settings: Settings, what: str, file: Path, dry_run: bool) -> None:
    """Import a CSV file: all rows of it, or none if one is wrong.

    \b
    Examples:
      plenary import people samples/people.csv --dry-run
      plenary import organizations samples/organizations.csv
    """

    async def ask(client: Client) -> dict[str, Any]:
        key, content = str(uuid4()), file.read_bytes()
        answer = await client.post(f"/{TABLES[what]}/v1/imports/{what}", key=key, content=content, dry_run=dry_run)
        return dict(answer.json())

    try:
        report = _ask(settings, ask)
    except Answered as refused:
        for error in refused.errors:
            click.echo(f"  {error['field']}: {error['detail']}")
        raise
    for problem in report["problems"]:
        place = ", ".join(filter(None, (f"line {problem['line']}", problem["column"])))
        click.echo(f"  {place}: {problem['detail']}")
    if report["problems"]:
        raise Failure(f"{len(report['problems'])} problems in {report['rows']} rows.")
    changes = ", ".join(f"{report[name]} {name}" for name in ("created", "changed", "unchanged"))
    click.echo(f"{report['rows']} rows, nothing is wrong." if dry_run else f"{report['rows']} rows: {changes}.")


@click.group()
def events() -> None:
    """Read what the services publish, as CloudEvents, one JSON object a line."""


@events.command("read", epilog=TOPICS)
@click.argument("topic", type=Topic, metavar="TOPIC")
@click.option("--key", type=click.UUID, help="Only the events of this aggregate.")
@click.pass_obj
def read_events(settings: Settings, topic: str, key: UUID | None) -> None:
    """Print every event of TOPIC, from the first on.

    \b
    Example:
      plenary events read plenary.registrations | jq .type | sort | uniq -c
    """

    async def ask(client: Client) -> None:
        async for event in client.every(_feed(topic), topic=topic, limit=1000):
            if key is None or event.get("subject") == str(key):
                click.echo(json.dumps(event, ensure_ascii=False))

    _ask(settings, ask)


@events.command("tail", epilog=TOPICS)
@click.argument("topic", type=Topic, metavar="TOPIC")
@click.option(
    "-n", "last", type=click.IntRange(0, 10_000), default=10, show_default=True, help="Earlier events to show."
)
@click.pass_obj
def tail_events(settings: Settings, topic: str, last: int) -> None:
    """Print the last events of TOPIC, and each new one as it comes, until Ctrl-C.

    \b
    Example:
      plenary events tail plenary.registrations
    """

    async def ask(client: Client) -> None:
        kept: deque[dict[str, Any]] = deque(maxlen=last)
        answer = await client.get(_feed(topic), topic=topic, limit=1000)
        while answer.json():
            kept.extend(answer.json())
            answer = await client.get(answer.links["next"]["url"])
        for event in kept:
            click.echo(json.dumps(event, ensure_ascii=False))
        here = parse_qs(urlsplit(answer.links["next"]["url"]).query)["after"][0]
        async for line in client.lines(_feed(topic), topic=topic, after=here):
            if line.startswith("data: "):
                click.echo(line.removeprefix("data: "))

    with suppress(KeyboardInterrupt):
        _ask(settings, ask)


@click.group()
def dlq() -> None:
    """Dead letters: records that a service could not apply. The log keeps them; only their own key waits."""


@dlq.command("list")
@click.pass_obj
def list_letters(settings: Settings) -> None:
    """Print every key that is behind: refused ones (dead letters) and mere gaps, which close by themselves.

    \b
    Example:
      plenary dlq list
    """

    async def ask(client: Client) -> int:
        many = 0
        async for service, letter in _letters(client):
            at = "gap" if letter["refused"] is None else f"refused at {letter['partition']}/{letter['refused']}"
            click.echo(f"{letter['id']}  {service}  {letter['topic']}  {at}  {letter['reason']}")
            many += 1
        return many

    if not _ask(settings, ask):
        click.echo("Nothing is behind.")


@dlq.command("show")
@click.argument("letter", type=click.UUID)
@click.pass_obj
def show_letter(settings: Settings, letter: UUID) -> None:
    """Print LETTER with the record that was refused.

    LETTER is the first word of a line of `plenary dlq list`.

    \b
    Example:
      plenary dlq show 0b9d3c1e-5a53-5c0e-9d5a-2f1f6f0c7a11
    """

    async def ask(client: Client) -> Any:
        return (await client.get(f"/{await _where(client, letter)}/v1/dead-letters/{letter}")).json()

    click.echo(json.dumps(_ask(settings, ask), ensure_ascii=False, indent=2))


@dlq.command("replay")
@click.argument("letter", type=click.UUID)
@click.pass_obj
def replay_letter(settings: Settings, letter: UUID) -> None:
    """Try the refused record of LETTER again, and what waits behind it.

    LETTER is the first word of a line of `plenary dlq list`.

    \b
    Example:
      plenary dlq replay 0b9d3c1e-5a53-5c0e-9d5a-2f1f6f0c7a11
    """
    _decide(settings, letter, "replay")


@dlq.command("discard")
@click.argument("letter", type=click.UUID)
@click.confirmation_option(prompt="The record will never be applied. Discard it?")
@click.pass_obj
def discard_letter(settings: Settings, letter: UUID) -> None:
    """Give the refused record of LETTER up for good; what waits behind it goes on.

    LETTER is the first word of a line of `plenary dlq list`.

    \b
    Example:
      plenary dlq discard 0b9d3c1e-5a53-5c0e-9d5a-2f1f6f0c7a11
    """
    _decide(settings, letter, "discard")


def _decide(settings: Settings, letter: UUID, verb: str) -> None:
    async def ask(client: Client) -> dict[str, Any]:
        service = await _where(client, letter)
        path = f"/{service}/v1/dead-letters/{letter}"
        seen = (await client.get(path)).headers["ETag"]  # asked again, it decides on no other record
        answer = await client.post(f"{path}/{verb}", key=str(uuid4()), match=seen)
        return dict(answer.json())

    outcome = _ask(settings, ask)
    if not outcome["cleared"]:
        raise Failure(f"It still waits: {outcome['waiting']['reason']}")
    click.echo("Nothing waits any more.")


@click.command()
@click.pass_obj
def status(settings: Settings) -> None:
    """Say how each service is: store, log, lag, dead letters, and what fails again and again (mail, say).

    Exit status 1 if one cannot do its work, or a part of it.

    \b
    Example:
      plenary status
    """

    async def ask(client: Client) -> dict[str, Any]:
        return {name: await _health(client, name) for name in NAMES}

    well = True
    for name, told in _ask(settings, ask).items():
        well = well and told["store"] == told["log"] == "ok" and not told["degraded"]
        figures = f"lag {told['lag']}, dead letters {told['dead_letters']}"
        waits = f", degraded: {'; '.join(told['degraded'])}" if told["degraded"] else ""
        click.echo(f"{name:14} store {told['store']}, log {told['log']}, {figures}{waits}")
    if not well:
        raise Failure("A service cannot do its work.")


async def _health(client: Client, name: str) -> dict[str, Any]:
    try:
        told = (await client.get(f"/{name}/health/ready")).json()
    except Answered as unwell:
        told = unwell.told
    away = {"store": "unknown", "log": "unknown", "lag": None, "dead_letters": None, "degraded": ["does not answer"]}
    return dict(told.get("services", {}).get(name, away))


def _feed(topic: str) -> str:
    return f"/{TOPIC[topic].publisher}/v1/events"


async def _letters(client: Client) -> AsyncIterator[tuple[str, dict[str, Any]]]:
    for service in NAMES:
        async for letter in client.every(f"/{service}/v1/dead-letters"):
            yield service, letter


async def _where(client: Client, letter: UUID) -> str:
    """The service that notes this letter."""
    async for service, each in _letters(client):
        if each["id"] == str(letter):
            return service
    raise Failure(f"Nothing is behind under {letter}; see `plenary dlq list`.")


def _ask(settings: Settings, ask: Callable[[Client], Awaitable[T]]) -> T:
    async def asked() -> T:
        async with Client(settings, patience=PATIENCE) as client:
            return await ask(client)

    return asyncio.run(asked())
