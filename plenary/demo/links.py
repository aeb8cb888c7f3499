"""What there is to look at when the demo has ended, for each person."""

from datetime import timedelta
from uuid import UUID, uuid4

import click

from plenary.client import keys, sign_in_link
from plenary.demo.around import Around
from plenary.demo.stage import Stage
from shared.settings import Settings


async def show_links(settings: Settings, stage: Stage, promoted: UUID, around: Around) -> None:
    """Addresses, each with what it shows."""
    url = stage.client.url
    link = keys(settings).link("registration", promoted, timedelta(days=7))
    rows = (
        ("everybody: front page", f"{url}/"),
        ("  minutes, Persian", f"{url}/minutes/{stage.gathering}?lang=fa"),
        ("  minutes, Arabic", f"{url}/minutes/{stage.gathering}?lang=ar"),
        ("  minutes, English", f"{url}/minutes/{stage.gathering}?lang=en"),
        ("  reports for the press", f"{url}/minutes/reports/"),
        ("  to register", f"{url}/registration/gatherings/{around.evening}"),
        ("the secretary", sign_in_link(settings, url)),
        ("  what waits", f"{url}/today"),
        ("  mandates", f"{url}/registration/series"),
        ("  registrations", f"{url}/registration/gatherings/{stage.gathering}/registrations"),
        ("  who takes part", f"{url}/registration/gatherings/{stage.gathering}/participants"),
        ("  who owes what", f"{url}/minutes/actions"),
        ("  the mails", f"{url}/notifications/mails"),
        ("a delegate", f"{url}/registration/status?link={link}"),
        ("the door", await _sign_in(settings, stage, around.door)),
        ("  its list", f"{url}/registration/gatherings/{around.meeting}/door"),
        ("the chair", await _sign_in(settings, stage, around.chair)),
        ("  the minutes", f"{url}/minutes/gatherings/{around.meeting}"),
        ("a developer", f"{url}/developers"),
    )
    click.echo("\nTo look at: (each person in a browser of their own, or after signing out)")
    for name, address in rows:
        click.echo(f"  {name:24}{address}")


async def _sign_in(settings: Settings, stage: Stage, address: str) -> str:
    """The link that a mail to this address holds; where none is to be used any more, the page that sends another."""
    client = stage.client
    await client.post("/registration/sign-in", typed={"email": address}, key=str(uuid4()))
    people = {each["email"]: each["id"] async for each in client.every("/registration/v1/people")}
    open_ones: dict[str, None] = {}
    async for event in client.every("/registration/v1/events", topic="plenary.sessions", limit=1000):
        if event["data"]["person"] == people.get(address):
            if event["type"] == "session.offered.v1":
                open_ones[event["subject"]] = None
            else:
                open_ones.pop(event["subject"], None)
    if not open_ones:
        return f"{client.url}/registration/sign-in ({address}; the mail lies in the folder of mails)"
    link = keys(settings).link("sign-in", UUID(list(open_ones)[-1]), timedelta(hours=1))
    return f"{client.url}/registration/sign-in?link={link}"
