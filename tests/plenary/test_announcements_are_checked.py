"""`verify` knows by itself who must be told what became of a gathering, and misses whoever was not."""

from pathlib import Path

from plenary.verify.announced import Announced, template_of
from plenary.verify.documents import Documents
from plenary.verify.finding import Finding
from plenary.verify.responsible import edition_template_of
from plenary.verify.telling import Telling
from services.notifications.announcements.handlers import ON
from services.notifications.rules import EVERYBODY
from shared.contracts.gatherings import GatheringCancelled
from tests.notifications.house import house
from tests.notifications.wording.golden import ALSO, TO_EVERYBODY
from tests.plenary.told import cancelled, confirmed, record, waitlisted
from tests.world.facts import GATHERING, known

CANCELLED = GatheringCancelled(gathering=GATHERING, reason={"en": "The road is flooded."})


def test_it_knows_of_the_same_events_as_the_rules() -> None:
    assert {type(event) for event in TO_EVERYBODY} | {*ALSO} == ON.keys()
    for event in TO_EVERYBODY:
        told = template_of(event) or edition_template_of(event)
        assert [told] == [rule.template for rule in EVERYBODY if rule.holds(event) and not rule.beside]
        assert {rule.beside for rule in EVERYBODY if rule.holds(event) and rule.beside} <= {told}


async def test_who_was_registered_before_and_is_still_must_have_been_told(tmp_path: Path) -> None:
    announced, finding = Announced(), Finding("told")
    for n, sequence, event, second in (
        (1, 1, confirmed(1, 1, 1), 1),
        (2, 1, waitlisted(2, 2), 2),
        (3, 1, confirmed(3, 3, 3), 3),
        (3, 2, cancelled(3), 4),
        (4, 1, confirmed(4, 4, 4), 9),
    ):
        announced.hear(record(known(f"registration {n}"), sequence, event, second))
    announced.hear(record(GATHERING, 4, CANCELLED, 5))
    async with house(tmp_path) as running:
        telling = Telling(Documents("notifications", running.store), tmp_path)
        assert await announced.check(telling, finding) == 0
    assert [fault.rpartition(" ")[2] for fault in finding.faults] == [str(known(f"person {n}")) for n in (1, 2)]
