"""The two commands, `backup` and `restore`, for both deployments."""

from pathlib import Path

import click

from plenary.backup import files
from shared.settings import Settings

Directory = click.Path(file_okay=False, path_type=Path)


@click.command("backup")
@click.argument("directory", type=Directory)
@click.pass_obj
def back_up(settings: Settings, directory: Path) -> None:
    """Save all that the installation keeps, as it is at this moment, in DIRECTORY, which must be new or empty.

    Log, stores, mails and key. It may run meanwhile. The copies are looked through, and stand in a manifest with their
    checksums. Exit status 1 if anything was not saved. What stands in the environment (PLENARY_SMTP_URL …) is not in it.

    \b
    Examples:
      plenary backup /backups/2026-11-29
    """
    made = files.back_up(settings, directory)
    click.echo(f"Saved in {directory.absolute()}: {made.size}, of {made.at}.")
    click.echo("The key is in it, and everybody's name and address: keep it encrypted, and where nobody else reads.")


@click.command("restore")
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.pass_obj
def restore(settings: Settings, directory: Path) -> None:
    """Put what `plenary backup` saved in DIRECTORY into an empty place, which PLENARY_DATA names.

    Checksums are compared first. Nothing is ever written over. Afterwards start it, and see `plenary verify`.

    \b
    Examples:
      PLENARY_DATA=/srv/plenary plenary restore /backups/2026-11-29
    """
    made = files.restore(settings, directory)
    click.echo(f"Restored into {settings.data.absolute()}: {made.size}, as it was at {made.at}.")
    click.echo("Now start it with `plenary up`, and look at it with `plenary verify`.")
