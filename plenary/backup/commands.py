"""The two commands, `backup` and `restore`, for both deployments."""

from pathlib import Path

import click

from plenary.backup import composed, files
from plenary.backup.docker import Project
from shared.settings import Settings

Directory = click.Path(file_okay=False, path_type=Path)


@click.command("backup")
@click.argument("directory", type=Directory)
@click.option("--compose", is_flag=True, help="Of the composed deployment whose docker-compose.yml lies here.")
@click.option("--stop", is_flag=True, help="With --compose: stop its containers for the copy, and start them again.")
@click.pass_obj
def back_up(settings: Settings, directory: Path, compose: bool, stop: bool) -> None:
    """Save all that the installation keeps, as it is at this moment, in DIRECTORY, which must be new or empty.

    Log, stores, mails, files and key. It may run meanwhile. The copies are looked through, and stand in a manifest with their
    checksums. Exit status 1 if anything was not saved. What stands in the environment (PLENARY_SMTP_URL …) is not in it.

    With --compose: all volumes of the project, `.env` and `secrets/`. Its containers must stand meanwhile.

    \b
    Examples:
      plenary backup /backups/2026-11-29
      plenary backup --compose --stop /backups/2026-11-29
    """
    if stop and not compose:
        raise click.UsageError("--stop is of the composed deployment (--compose); one process may run meanwhile.")
    if compose:
        made = composed.back_up(Project.here(Path.cwd()), directory, _say, stop=stop)
    else:
        made = files.back_up(settings, directory)
    click.echo(f"Saved in {directory.absolute()}: {made.size}, of {made.at}.")
    click.echo("The key is in it, and everybody's name and address: keep it encrypted, and where nobody else reads.")


@click.command("restore")
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--compose", is_flag=True, help="Into the volumes of the deployment whose docker-compose.yml lies here.")
@click.pass_obj
def restore(settings: Settings, directory: Path, compose: bool) -> None:
    """Put what `plenary backup` saved in DIRECTORY into an empty place, which PLENARY_DATA names.

    Checksums are compared first. Nothing is ever written over. Afterwards start it, and see `plenary verify`.

    \b
    Examples:
      PLENARY_DATA=/srv/plenary plenary restore /backups/2026-11-29
      plenary restore --compose /backups/2026-11-29
    """
    if compose:
        project = Project.here(Path.cwd())
        made = composed.restore(project, directory, _say)
        click.echo(f"Restored into the volumes of {project.name}: {made.size}, as it was at {made.at}.")
        click.echo("Now `docker compose up -d --wait`, and `docker compose run --rm -T plenary verify`.")
        return
    made = files.restore(settings, directory)
    click.echo(f"Restored into {settings.data.absolute()}: {made.size}, as it was at {made.at}.")
    click.echo("Now start it with `plenary up`, and look at it with `plenary verify`.")


def _say(sentence: str) -> None:
    click.echo(sentence, err=True)
