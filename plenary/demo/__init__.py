"""`plenary demo`: the chain, told over HTTP against a running installation, and what came of it checked.

Every step looks first at how far the gathering is, and every POST carries an Idempotency-Key made from the gathering's code
and the step. So a demo that was stopped anywhere, or whose installation was, goes on when it is led again.
"""

from pathlib import Path
from typing import Final

from plenary.client import PATIENCE, Client
from plenary.demo import arrivals, course, session
from plenary.demo.ahead import look_ahead
from plenary.demo.around import set_around
from plenary.demo.attendance import note_apologies
from plenary.demo.claims import check, promoted
from plenary.demo.ending import end_with_a_statement
from plenary.demo.groups import bring_group
from plenary.demo.history import bring_history
from plenary.demo.invitations import invite_everybody
from plenary.demo.letters import write_letters
from plenary.demo.links import show_links
from plenary.demo.mandate import tell_mandates
from plenary.demo.meeting import hold
from plenary.demo.modes import tell_modes
from plenary.demo.organizations import bring_letters, tell_organizations
from plenary.demo.owed import owe
from plenary.demo.participants import consent
from plenary.demo.people import bring_in
from plenary.demo.posts import tell_people
from plenary.demo.preparing import prepare, put_on_programme
from plenary.demo.report import report
from plenary.demo.reviewed import review
from plenary.demo.show import done
from plenary.demo.stage import Stage, find_stage
from plenary.demo.strangers import come_by_the_form
from shared.settings import Settings

SAMPLES: Final = Path(__file__).parents[2] / "samples"


async def lead(settings: Settings, *, fresh: bool = False, samples: Path = SAMPLES) -> None:
    """Lead the last demonstration to its end, or a new one. Raises `Failure` with the first claim that does not hold."""
    async with Client(settings, patience=PATIENCE) as client:
        house = await bring_in(client, samples)
        editions = await tell_mandates(client, house)
        await tell_modes(client, editions)
        await bring_history(client, samples)
        await tell_organizations(client, house)
        await tell_people(client, house)
        await prepare(client)
        stage = await find_stage(client, house, fresh=fresh)
        if await session.went_on(stage) or (await session.is_published(stage) and await arrivals.went_on(stage)):
            done("it was led to its end before, and somebody went on from there: that stays as it is")
        else:
            await _all_steps(stage, settings)
        await bring_letters(stage)
        around = await set_around(stage, settings, samples)
        await review(stage, settings)
        await invite_everybody(stage, settings)
        await write_letters(stage)
        await owe(stage, around.meeting, editions)
        await look_ahead(settings)
        await show_links(settings, stage, await promoted(stage), around)


async def _all_steps(stage: Stage, settings: Settings) -> None:
    await arrivals.announce(stage)
    await put_on_programme(stage)
    await arrivals.register_everybody(stage)
    await arrivals.cancel_one(stage)
    await arrivals.wait_for_mails(stage)
    await come_by_the_form(stage, settings)
    await consent(stage, settings)
    await session.convene(stage)
    await session.open_the_door(stage)
    await session.show_the_minutes(stage)
    await note_apologies(stage)
    await bring_group(stage)
    items = await hold(stage)
    await session.decide(stage, items["water"])
    await course.go_on(stage, items)
    await end_with_a_statement(stage)
    await session.publish(stage)
    await course.ended(stage)
    await report(stage, settings)
    await check(stage)
