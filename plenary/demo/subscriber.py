"""Somebody who is registered for nothing wants to be told of reports by mail: an address is typed, and its owner confirms it."""

from datetime import timedelta
from uuid import UUID

from plenary.client import keys
from plenary.demo.show import must
from plenary.demo.stage import Stage
from shared.contracts.subscriptions import subscription_id
from shared.settings import Settings


async def subscribe(stage: Stage, settings: Settings) -> None:
    """By the public form and the link of the mail, signed here as it is for the mail. Pressed again it changes nothing."""
    address = f"reader-{stage.number}{stage.part}@gazette.example.org"
    await stage.client.post(
        "/registration/reports", typed={"email": address, "language": "fa"}, key=stage.key("subscribe")
    )
    people = {each["email"]: each["id"] async for each in stage.client.every("/registration/v1/people")}
    must(address in people, "an address that was typed waits for its owner")
    link = keys(settings).link("subscription", subscription_id(UUID(people[address])), timedelta(days=1))
    path = f"/registration/reports/own/confirm?link={link}"
    await stage.client.post(path, typed={"": ""}, key=stage.key("subscribe-confirm"))
