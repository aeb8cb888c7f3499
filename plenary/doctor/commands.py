"""The command `doctor`."""

import asyncio
import json
from dataclasses import asdict

import click

from plenary.client import Failure
from plenary.doctor import Check, examine
from plenary.doctor.settings import unusable
from shared.settings import Misconfigured, Settings

MARKS = {"well": ("✓", "green"), "warning": ("!", "yellow"), "fault": ("✗", "red")}


@click.command()
@click.option("--mail", "mail_to", metavar="ADDRESS", default="", help="Send a test mail to this address.")
@click.option(
    "--json", "as_json", is_flag=True, help="Print a JSON list: what, state (well, warning, fault), said, do."
)
@click.pass_obj
def doctor(settings: Settings | Misconfigured, mail_to: str, as_json: bool) -> None:
    """Look for what is wrong before it shows: settings, disk, modes, key, clock, log and topics, stores, mail.

    Run it where Plenary runs, with the same environment. It changes nothing. Exit status 1 if there is a fault.

    \b
    Examples:
      plenary doctor
      plenary doctor --mail me@example.org
      docker compose run --rm -T plenary doctor
    """
    found = unusable(settings) if isinstance(settings, Misconfigured) else _examined(settings, mail_to)
    if as_json:
        click.echo(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=2))
    else:
        for each in found:
            _show(each)
    if faults := sum(each.state == "fault" for each in found):
        raise Failure(f"{faults} of {len(found)} checks found a fault.")


def _examined(settings: Settings, mail_to: str) -> list[Check]:
    return asyncio.run(examine(settings, mail_to=mail_to))


def _show(check: Check) -> None:
    sign, colour = MARKS[check.state]
    click.echo(f"{click.style(sign, fg=colour)} {check.what:22} {check.said}")
    if check.do:
        click.echo(f"    -> {check.do}")
