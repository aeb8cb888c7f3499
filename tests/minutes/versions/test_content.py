"""What is sealed holds all of a decision that everybody reads."""

import json
from dataclasses import replace

from services.minutes.decisions.commands import ReserveDecision
from services.minutes.decisions.handlers import record_decision, reserve_decision
from services.minutes.publication.content import canonical, content_of
from services.minutes.publication.queries import account_of
from services.minutes.record.model import Minutes
from shared.contracts.decisions import Ballot, ReservationFacts
from shared.flow import Read
from tests.minutes.facts import decide, minute, organization
from tests.minutes.house import House
from tests.world.facts import GATHERING, known


async def test_votes_by_name_and_reservations_are_sealed_with_their_decision(here: House) -> None:
    await here.convene()
    ballots = [Ballot(organization(n), "in_favour") for n in range(3)]
    command = decide("a gauge")
    voted = command.facts.model_copy(update={"ballots": ballots, "adoption": "roll_call"})
    command = replace(command, facts=voted)
    await here.run(record_decision, command)
    reservation = known("reservation")
    made = ReserveDecision(
        id=reservation,
        at=minute(31),
        decision=command.id,
        facts=ReservationFacts(member=organization(1), person=known("person 1")),
        words="Not below the dam.",
        said_in="en",
    )
    await here.run(reserve_decision, made)
    minutes = await here.store.get(Minutes, GATHERING)
    assert minutes
    content = content_of(await account_of(Read(here.store), minutes.entity))
    [sealed] = json.loads(canonical(content))["decisions"]
    assert sealed["ballots"] == [{"member": str(organization(n)), "vote": "in_favour"} for n in range(3)]
    assert (sealed["number"], sealed["adoption"], sealed["votes"]["in_favour"]) == (1, "roll_call", 3)
    assert {"series", "year", "serial"} <= set(sealed)
    told = {"member": str(organization(1)), "words": "Not below the dam.", "said_in": "en"}
    assert sealed["reservations"] == [{"id": str(reservation), **told}]
