"""What the service knows of one person and a gathering, as it hears it, and the entries that it writes of that."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from services.notifications.calendar import entry
from services.notifications.channels import Entry
from services.notifications.mirrors import STANDINGS, Gathering
from services.notifications.mirrors.standing import Standing
from services.notifications.notifications.handlers import ON
from services.notifications.notifications.model import Notification
from services.notifications.notifications.queries import Joined
from services.notifications.rules import CONCERNED, EVERYBODY, rule_of
from services.notifications.rules.invited import UNANSWERED
from shared.contracts import Event, Topic
from shared.contracts.invitations import INVITATIONS, invitation_id
from shared.contracts.registrations import REGISTRATIONS
from shared.flow import Read
from shared.store import Heard, Stored
from tests.notifications.house import GATHERING, LETTERHEAD, START, gathering, person, person_id, registration_id
from tests.notifications.wording.golden import announced, announcements, as_told
from tests.world import records

IDS = {REGISTRATIONS: registration_id(17), INVITATIONS: invitation_id(GATHERING, person_id(17))}


def _nothing_heard() -> dict[Topic, Stored[Standing]]:
    return {topic: Stored(STANDINGS[topic.name](id)) for topic, id in IDS.items()}


@dataclass
class Known:
    """Of person 17: the registration, the invitation, the gathering; and what there is to tell of them."""

    gathering: Gathering = field(default_factory=gathering)
    things: dict[Topic, Stored[Standing]] = field(default_factory=_nothing_heard)
    queued: list[Notification] = field(default_factory=list)

    async def hears(self, event: Event) -> None:
        """It happens; whoever it concerns has a mail in line."""
        if event.topic in IDS:
            self.queued += await self._hears_of_thing(event)
            return
        self.gathering.hear(event)
        if not any(rule.holds(event) for rule in EVERYBODY):
            return
        if self.standing in CONCERNED:
            self.queued.append(await announced(event, self.sequence_of(REGISTRATIONS)))
        elif self.invited in UNANSWERED:
            [_, it] = await announcements(event)
            self.queued.append(as_told(it, INVITATIONS.name, IDS[INVITATIONS], self.sequence_of(INVITATIONS)))

    async def _hears_of_thing(self, event: Event) -> list[Notification]:
        stored, id, sequence = self.things[event.topic], IDS[event.topic], self.sequence_of(event.topic) + 1
        heard = records.record(id, sequence, event, START)
        stored.entity.hear(event)
        stored.heard[id] = Heard(sequence, heard.id)
        changes = await ON[type(event)](heard, Read(None))  # type: ignore[arg-type]
        made = [change.entity for change in changes if isinstance(change.entity, Notification)]
        return [each for each in made if not rule_of(each.template).when]  # reminders wait until nothing else is so

    def sends(self, number: int, minutes: int) -> Entry | None:
        """What the mail that waits at this place brings, at this time."""
        it = self.queued.pop(number)
        found: dict[Any, Stored[Any]] = {(type(each.entity), each.entity.id): each for each in self.things.values()}
        found[Gathering, GATHERING] = Stored(self.gathering)
        part, at = Joined(found, {}).part(it), START + timedelta(minutes=minutes)
        return entry(part, f"of {part.registration}" if part else "", person(17), LETTERHEAD, language="en", at=at)

    def sequence_of(self, topic: Topic) -> int:
        """The number of the last event of it that was heard."""
        heard = self.things[topic].heard.get(IDS[topic])
        return heard.sequence if heard else 0

    @property
    def standing(self) -> str:
        """Of the registration."""
        return self.things[REGISTRATIONS].entity.standing

    @property
    def invited(self) -> str:
        """How the invitation stands."""
        return self.things[INVITATIONS].entity.standing

    @property
    def comes(self) -> bool:
        """There is a place, and something to come to."""
        return self.standing == "confirmed" and not self.gathering.off
