"""`plenary`: the one command. It speaks HTTP to `PLENARY_URL`; only `up` runs services, only `verify` opens stores and log."""

import asyncio
import gc
import shutil
import socket
import sys
from collections.abc import Coroutine, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, TextIO, TypeVar
from uuid import UUID

import click

from plenary import remote
from plenary.backup import commands as backups
from plenary.client import SECRETARIAT, Failure, sign_in_link, token
from plenary.demo import SAMPLES, lead
from plenary.doctor.commands import doctor
from plenary.place import make, must_be_free, ours
from plenary.rehearsal.commands import rehearse
from services import NAMES
from shared.auth.caller import known
from shared.errors import PlenaryError
from shared.settings import Misconfigured, Settings

T = TypeVar("T")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="plenary")
@click.pass_context
def main(context: click.Context) -> None:
    """The secretariat of a recurring conference: registration, notifications, minutes.

    \b
    First steps, in two shells:
      plenary up         start everything at http://127.0.0.1:8000
      plenary demo       lead a conference of 400 people through it
      plenary verify     check that nothing was lost and nothing done twice

    PLENARY_URL names the installation that is asked, PLENARY_DATA its directory (whose key signs the
    command's token). All settings: docs/operations.md.
    """
    gc.set_threshold(50_000, 20, 50)  # what is imported stays: to look through it again and again is a sixth of a start
    try:
        context.obj = Settings.here(NAMES)
    except Misconfigured as wrong:
        if context.invoked_subcommand != "doctor":  # which says what to do
            raise click.UsageError(str(wrong)) from wrong
        context.obj = wrong


@main.command()
@click.argument("names", nargs=-1, type=click.Choice(NAMES))
@click.pass_obj
def up(settings: Settings, names: Sequence[str]) -> None:
    """Start the services (all of them, or NAMES) and serve until Ctrl-C.

    Without other settings everything runs in this process, on SQLite in PLENARY_DATA (./data).

    \b
    Examples:
      plenary up
      PLENARY_PORT=9000 PLENARY_DATA=/srv/plenary plenary up
      PLENARY_EVENTS_URL=kafka://localhost:9092 plenary up registration
    """
    from services.__main__ import SERVICES, run

    make(settings.data)
    if not settings.events_url:
        must_be_free(settings)
    settings = _placed(settings)
    asked = names or settings.services or list(SERVICES)
    logs = _logs(settings)
    sys.exit(run(settings, asked, lambda _: _welcome(settings, logs), logs=logs))


@main.command()
@click.option("--fresh", is_flag=True, help="Lead another gathering, even if the last one is not over.")
@click.option("--samples", type=click.Path(path_type=Path), default=SAMPLES, help="Directory of the CSV files.")
@click.pass_obj
def demo(settings: Settings, fresh: bool, samples: Path) -> None:
    """Lead the chain through the running installation, step by step, and check what came of it.

    60 organizations and 400 people are imported, 300 get a seat, 100 wait; mails, the door, minutes with a quorum, a
    decision, a published page. Stopped half-way it goes on where it was when it is run again.

    \b
    Examples:
      plenary demo
      plenary demo --fresh
    """
    _run(lead(settings, fresh=fresh, samples=samples))


@main.command("verify")
@click.option(
    "--wait", type=click.FloatRange(0, 3600), default=60, show_default=True, help="Seconds at most; 0: nothing runs."
)
@click.pass_obj
def check(settings: Settings, wait: float) -> None:
    """Check that the installation kept its promises: from its stores and its log, which are only read.

    Waits until nothing is on its way. It may run beside the installation, if nobody changes anything meanwhile. Exit status 1
    if something does not hold.

    \b
    Examples:
      plenary verify
      plenary verify --wait 0
    """
    from plenary.verify import verify

    if not settings.events_url and not (settings.data / "log.db").exists():
        raise Failure(f"There is no log in {settings.data.absolute()}; let PLENARY_DATA name the directory of one.")
    findings = _run(verify(settings, lambda sentence: click.echo(sentence, err=True), longest=wait))
    for each in findings:
        mark = click.style("✓", fg="green") if each.holds else click.style("✗", fg="red")
        click.echo(f"{mark} {each.claim:72} {each.figure}")
        for fault in each.faults:
            click.echo(f"    {fault}")
        if each.broken > len(each.faults):
            click.echo(f"    and {each.broken - len(each.faults)} more")
    if broken := sum(not each.holds for each in findings):
        raise Failure(f"{broken} of {len(findings)} claims do not hold.")
    click.echo(f"All {len(findings)} claims hold.")


@main.command("token")
@click.option(
    "--role", "roles", multiple=True, help="secretariat (default), observer, chair:<body>, checkin:<gathering> …"
)
@click.option("--person", type=click.UUID, default=SECRETARIAT, help="Whose token; default: the secretariat's.")
@click.option("--hours", type=click.IntRange(1, 24 * 366), default=12, show_default=True, help="How long it is valid.")
@click.pass_obj
def issue(settings: Settings, roles: Sequence[str], person: UUID, hours: int) -> None:
    """Print a bearer token for the API.

    \b
    Example:
      curl -H "Authorization: Bearer $(plenary token)" http://127.0.0.1:8000/registration/v1/people
    """
    asked = roles or ("secretariat",)
    if unknown := sorted(set(asked) - known(asked)):
        raise click.UsageError(f"There is no role {', '.join(unknown)}; see --help.")
    click.echo(token(settings, asked, person, hours))


@main.command("sign-in")
@click.pass_obj
def sign_in(settings: Settings) -> None:
    """Print a link that signs a browser in as the secretariat, once, within an hour.

    \b
    Example:
      plenary sign-in
    """
    click.echo(sign_in_link(settings, settings.url))


@main.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def reset(settings: Settings, yes: bool) -> None:
    """Delete the embedded installation's data: stores, log, mails, files and key.

    Refuses while an installation runs on them. Stores that a URL names elsewhere are left alone.

    \b
    Example:
      plenary reset
    """
    if not ours(settings):
        click.echo(f"There is nothing in {settings.data.absolute()}.")
        return
    must_be_free(settings)
    found = ours(settings)
    if not yes:
        click.confirm(f"Delete {len(found)} files and directories of {settings.data.absolute()}?", abort=True)
    for path in found:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    click.echo(f"Deleted {len(found)} files and directories.")


for command in (
    remote.load,
    remote.events,
    remote.dlq,
    remote.status,
    backups.back_up,
    backups.restore,
    doctor,
    rehearse,
):
    main.add_command(command)


def _run(work: Coroutine[Any, Any, T]) -> T:
    try:
        return asyncio.run(work)
    except PlenaryError as error:
        raise Failure(error.detail) from error


def _placed(settings: Settings) -> Settings:
    """With a port that is free: the one asked for, or any for 0. Raises `Failure` if it cannot be listened on."""
    try:
        family, _, _, _, place = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
        with closing(socket.socket(family)) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(place)
            return settings.model_copy(update={"port": probe.getsockname()[1]})
    except OSError as error:
        reason = f"{settings.host}, port {settings.port}, cannot be listened on ({error.strerror})"
        raise Failure(f"{reason}. Set PLENARY_PORT or PLENARY_HOST to another.") from error


def _logs(settings: Settings) -> TextIO:
    """A person at a terminal is not shown JSON: the log goes to a file then."""
    if not sys.stderr.isatty():
        return sys.stderr
    path = settings.data / "plenary.log"
    path.touch(mode=0o600)
    return path.open("a")


def _welcome(settings: Settings, logs: TextIO) -> None:
    click.echo(f"Plenary is ready at {settings.address}")
    click.echo(f"  data      {settings.data.absolute()}")
    if logs is not sys.stderr:
        click.echo(f"  log       {logs.name}")
    click.echo(f"  sign in   {sign_in_link(settings, settings.address)}")
    click.echo("            (as the secretariat, once, within an hour; `plenary sign-in` gives another)")
    click.echo(f"  to see    PLENARY_URL={settings.address} PLENARY_DATA={settings.data.absolute()} make demo")
    click.echo("Ctrl-C ends it.")
