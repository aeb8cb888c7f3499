"""The command `rehearse`."""

import asyncio
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plenary.backup.manifest import empty
from plenary.client import Failure
from shared.errors import PlenaryError
from shared.settings import Settings

if TYPE_CHECKING:
    from plenary.rehearsal.told import Told


@click.command()
@click.option("--days", type=click.IntRange(1, 366), default=30, show_default=True, help="How many days pass.")
@click.option(
    "--mails", type=click.Path(file_okay=False, path_type=Path), help="A new or empty directory for the mails, to read."
)
@click.pass_obj
def rehearse(settings: Settings, days: int, mails: Path | None) -> None:
    """Say what will be sent, and what will happen, by itself in the coming days: on a copy whose clock is moved on.

    Reminders, what expires, what silence adopts. The installation may run, and nothing of it changes. The copy has no mail
    server and is taken away at the end; it is of an installation of one process.

    \b
    Examples:
      plenary rehearse
      plenary rehearse --days 7 --mails /tmp/mails
    """
    from plenary.rehearsal.rehearse import rehearse as rehearsed

    if mails:
        empty(mails)
    try:
        came = asyncio.run(rehearsed(settings, days, mails=mails))
    except PlenaryError as error:
        raise Failure(error.detail) from error
    for line in lines(came):
        click.echo(line)
    if mails:
        click.echo(f"The mails lie in {mails.absolute()}; they name people, and their links work.")
    click.echo("That was a copy, which is gone; nothing was sent, and nothing was changed.")


def lines(came: "Told") -> list[str]:
    """Day by day, and in all."""
    if not came.days:
        return [f"From {came.since:%Y-%m-%d} to {came.until:%Y-%m-%d} nothing happens by itself."]
    told = [line for day in came.days for line in _of(came, day)]
    return [
        f"From {came.since:%Y-%m-%d} to {came.until:%Y-%m-%d} (UTC), by itself:",
        *told,
        f"In all: {summary(came)}.",
    ]


def summary(came: "Told") -> str:
    """In one sentence: mails by template and by language, and what happened."""
    mails = f"{_many(came.sent.total(), 'mail')} sent"
    if came.sent:
        mails += f" ({listed(came.mails())}; {listed(came.languages())})"
    return "; ".join(filter(None, (mails, listed(came.events()))))


def listed(counted: Counter[str]) -> str:
    """`a 2, b 1`."""
    return ", ".join(f"{what} {many:,}" for what, many in sorted(counted.items()))


def _of(came: "Told", day: date) -> list[str]:
    happened = [(event, many, "") for (on, event), many in came.happened.items() if on == day]
    languages: dict[str, Counter[str]] = {}
    for (on, template, language), many in came.sent.items():
        if on == day:
            languages.setdefault(template, Counter())[language] += many
    mails = [(f"sent: {template}", found.total(), listed(found)) for template, found in languages.items()]
    kept = [(f"not sent: {template}", many, why) for (on, template, why), many in came.kept.items() if on == day]
    rows = [*sorted(happened), *sorted(mails), *sorted(kept)]
    return [f"{day}  {many:>6,}  {what:36} {more}".rstrip() for what, many, more in rows]


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
