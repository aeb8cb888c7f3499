"""What there is to look at when the demo has ended."""

from datetime import timedelta
from uuid import UUID

import click

from plenary.client import keys, sign_in_link
from plenary.demo.stage import Stage
from shared.settings import Settings


def show_links(settings: Settings, stage: Stage, promoted: UUID) -> None:
    """Addresses, each with what it shows."""
    url = stage.client.url
    link = keys(settings).link("registration", promoted, timedelta(days=7))
    rows = (
        ("front page", f"{url}/"),
        ("sign in first", sign_in_link(settings, url)),
        ("the mails", f"{url}/notifications/mails"),
        ("who was promoted", f"{url}/registration/status?link={link}"),
        ("minutes, Persian", f"{url}/minutes/{stage.gathering}?lang=fa"),
        ("minutes, Arabic", f"{url}/minutes/{stage.gathering}?lang=ar"),
        ("minutes, English", f"{url}/minutes/{stage.gathering}?lang=en"),
        ("the API", f"{url}/registration/docs"),
    )
    click.echo("\nTo look at:")
    for name, address in rows:
        click.echo(f"  {name:18}{address}")
