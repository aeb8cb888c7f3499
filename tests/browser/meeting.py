"""A meeting with a quorum, as far as a story needs it before its pages are opened."""

import time
from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID, uuid4

from tests.browser.office import GUILD, Office
from tests.waiting import PATIENCE

WATER = {"en": "Water for the upper basin", "fa": "آب برای بالادست", "ar": "مياه الحوض الأعلى"}
GAUGES = {"en": "Gauges in the delta", "fa": "آب‌سنج‌های دلتا", "ar": "مقاييس في الدلتا"}


class Meeting(NamedTuple):
    """A gathering of a body of so many members, all of whom are needed; their delegates are inside, and this one may go out."""

    gathering: UUID
    body: UUID
    delegate: UUID
    members: int


def in_session(office: Office, members: int = 1, agenda: Sequence[dict[str, str]] = ()) -> Meeting:
    """The minutes are open and know that there is a quorum; on the agenda stand items of these titles."""
    mark = uuid4().hex[:8].upper()
    homes = [str(office.organization(f"{mark}{n}")) for n in range(members)]
    rule = {"rule": "at_least", "numerator": 1, "denominator": 1}
    council = {"code": f"COUNCIL-{mark}", "name": GUILD, "members": homes, "quorum": rule}
    body = UUID(office.post("/registration/v1/bodies", council)["id"])
    gathering = office.gathering("announce", "open", body=body, delegate=members)
    people = zip(("Basil Fenwater", "Ottilie Brook"), homes, strict=False)
    delegates = [office.registered(gathering, name, "delegate", home) for name, home in people]
    for step in ("close", "convene"):
        office.post(f"/registration/v1/gatherings/{gathering}/{step}")
    for delegate in delegates:
        office.post(f"/registration/v1/registrations/{delegate}/entries", {"scan": str(uuid4())})
    _until(office, f"/minutes/v1/minutes/{gathering}/quorum", "quorate")
    _until(office, f"/minutes/v1/minutes/{gathering}", "opened_at")
    for title in agenda:
        office.post(f"/minutes/v1/minutes/{gathering}/agenda", {"title": title})
    return Meeting(gathering, body, UUID(str(delegates[0])), members)


def passes(office: Office, meeting: Meeting, way: str) -> None:
    """The delegate goes out, or comes in again, and the minutes know: there is no quorum any more, or there is one again."""
    office.post(f"/registration/v1/registrations/{meeting.delegate}/{way}", {"scan": str(uuid4())})
    _until(office, f"/minutes/v1/minutes/{meeting.gathering}/quorum", "quorate", is_so=way == "entries")


def adjourned(office: Office, meeting: Meeting) -> None:
    """The session has ended, and the minutes know."""
    office.post(f"/registration/v1/gatherings/{meeting.gathering}/adjourn")
    _until(office, f"/minutes/v1/minutes/{meeting.gathering}", "closed_at")


def _until(office: Office, path: str, fact: str, *, is_so: bool = True) -> None:
    """What one service says reaches the other a moment later."""
    until = time.monotonic() + PATIENCE
    while bool(office.get(path).get(fact)) != is_so:
        assert time.monotonic() < until, f"{path}: no {fact}"
        time.sleep(0.05)
