"""What stands beside the demonstration, so that every page has something to show: a meeting in session, with its door and its
minutes; an evening that people still register for; a table that was refused; and a team.

Each step looks first: what is there already, or was changed since by somebody, stays as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from plenary.client import Answered
from plenary.demo.effects import bring_about
from plenary.demo.files import bring_files
from plenary.demo.questions import ask_and_answer
from plenary.demo.show import done, must, until
from plenary.demo.stage import ZONE, Stage
from plenary.demo.strangers import Stranger, arrive
from plenary.demo.voting import circulate, vote_by_name
from shared.locale import DEFAULTS, digits
from shared.settings import Settings

COMMITTEE = {"en": "Committee of the Gauges", "fa": "کمیتهٔ آب‌سنجی", "ar": "لجنة قياس المياه"}
MEETING = {"en": "Meeting of the committee, {}", "fa": "نشست کمیته، {}", "ar": "اجتماع اللجنة، {}"}
EVENING = {"en": "Evening by the river, {}", "fa": "شب رودخانه، {}", "ar": "أمسية على النهر، {}"}
HALL = {"en": "Gauge House, Sarvab", "fa": "خانهٔ آب‌سنج، سرواب", "ar": "بيت القياس، سرواب"}
MEMBERS, INSIDE = 5, 4
GAUGES = {"en": "Each member keeps a gauge.", "fa": "هر عضو یک آب‌سنج نگه می‌دارد.", "ar": "يحتفظ كل عضو بمقياس."}
DAILY = {
    "en": "Each member keeps a gauge and reads it daily.",
    "fa": "هر عضو یک آب‌سنج نگه می‌دارد و هر روز آن را می‌خواند.",
    "ar": "يحتفظ كل عضو بمقياس ويقرؤه يوميًا.",
}
FLOOD = {
    "en": "The gauges stop at high water.",
    "fa": "آب‌سنج‌ها هنگام سیل می‌ایستند.",
    "ar": "تتوقف المقاييس عند الفيضان.",
}
STRANGERS = (
    Stranger("Sedge Rushwater", "observer", "approve"),
    Stranger("Alder Reed", "observer", "approve"),
    Stranger("Willow Carr", "observer", "hold"),
    Stranger("Teasel Brook", "guest", "nobody"),
)
TEAM = (("Heron Brook", "observer"), ("Rivka Weir", "chair"), ("Osier Fenwater", "checkin"))


@dataclass(frozen=True, slots=True)
class Around:
    """What came of it: the meeting in session, the evening, and the addresses of who chairs and who keeps the door."""

    meeting: UUID
    evening: UUID
    chair: str
    door: str


async def set_around(stage: Stage, settings: Settings, samples: Path) -> Around:
    """All of it."""
    meeting, committee = await _meeting(stage)
    evening = await _evening(stage, settings)
    await _refused_table(stage, samples)
    addresses = await _team(stage, committee, meeting.gathering)
    done("beside it: a meeting in session, an evening that is open, a table that was refused, and a team")
    return Around(meeting.gathering, evening.gathering, addresses["chair"], addresses["checkin"])


async def _meeting(stage: Stage) -> tuple[Stage, UUID]:
    """Of a small committee: four of five members are inside, one decision was corrected and one withdrawn."""
    members = stage.house.members[:MEMBERS]
    rule = {"rule": "more_than", "numerator": 1, "denominator": 2}
    form = {"code": "GAUGES", "name": COMMITTEE, "members": list(map(str, members)), "quorum": rule}
    form |= {"majorities": {"substantive": {"kind": "two_thirds"}}}
    committee = UUID((await stage.client.post("/registration/v1/bodies", form, key="demo-committee")).json()["id"])
    facts = {"gathering_kind": "meeting", "capacity": {"delegate": 2 * MEMBERS, "guest": 5}, "body": str(committee)}
    here = await beside(stage, "meeting", MEETING, 0, facts)
    await move(here, "draft", "announce")
    await move(here, "announced", "open")
    delegates = [next(each for each in stage.house.guests if each.organization == member) for member in members]
    if (await here.look())["state"] == "open":
        for each in delegates:
            place = {"category": "delegate", "person": str(each.id), "organization": str(each.organization)}
            await here.client.post(f"{here.path}/registrations", place, key=here.key(f"register-{each.id}"))
    await move(here, "open", "close")
    await move(here, "closed", "convene")
    if (await here.look())["state"] == "in_session":
        await _sit(here, members)
        await bring_about(here, committee, here.house.guests[0].id)
    return here, committee


async def _sit(here: Stage, members: Sequence[UUID]) -> None:
    inside = (await here.registrations())[:INSIDE]
    for each in inside:
        form = {"scan": str(uuid5(here.gathering, each["id"]))}
        await here.client.post(
            f"/registration/v1/registrations/{each['id']}/entries", form, key=here.key(f"in-{each['id']}")
        )

    await until("opening the minutes of the committee", 1, lambda: here.minutes_are("opened_at"))

    async def quorate() -> int:
        try:
            return int((await here.client.get(f"{here.minutes}/quorum")).json()["quorate"] is True)
        except Answered as answer:
            if answer.slug != "body-unknown":
                raise
            return 0

    there = {each["adoption"] async for each in here.client.every(f"{here.minutes}/decisions")}
    if not there:
        await until("a quorum of the committee", 1, quorate)
        await _decide(here, GAUGES, "correct", {"text": DAILY, "reason": "The interval was missing."})
        await _decide(here, FLOOD, "withdraw", {"reason": "It was recorded by mistake."})
    if "roll_call" not in there:
        await vote_by_name(here, members, [each["organization"] for each in inside])
    if "silence_procedure" not in there:
        await circulate(here, MEMBERS)


async def _decide(here: Stage, text: dict[str, str], then: str, said: dict[str, Any]) -> None:
    path = f"{here.minutes}/decisions"
    form = {"text": text, "adoption": "consensus"}
    decision = (await here.client.post(path, form, key=here.key(f"decision-{then}"))).json()["id"]
    tag = (await here.client.get(f"{path}/{decision}")).headers["ETag"]
    changed = form | said if then == "correct" else said
    await here.client.post(f"{path}/{decision}/{then}", changed, key=here.key(then), match=tag)


async def _evening(stage: Stage, settings: Settings) -> Stage:
    """In ten days: two places for guests and four who want them, two observers to approve, one on hold, one unconfirmed."""
    facts = {"gathering_kind": "public_event", "capacity": {"guest": 2, "observer": 5}}
    here = await beside(stage, "evening", EVENING, 10, facts)
    await move(here, "draft", "announce")
    await move(here, "announced", "open")
    if (await here.look())["state"] == "open" and not await here.registrations("guest"):
        for guest in stage.house.guests[:4]:
            form = {"category": "guest", "person": str(guest.id)}
            await here.client.post(f"{here.path}/registrations", form, key=here.key(f"register-{guest.id}"))
        for stranger in STRANGERS:
            await arrive(here, settings, stranger)
    await ask_and_answer(here)
    await bring_files(here)
    return here


async def _refused_table(stage: Stage, samples: Path) -> None:
    content = (samples / "broken.csv").read_bytes()
    await stage.client.post("/registration/v1/imports/jobs", key=stage.key("table"), content=content, what="people")


async def _team(stage: Stage, committee: UUID, meeting: UUID) -> dict[str, str]:
    """Office -> address of who was invited to it."""
    things = {"chair": {"thing": str(committee)}, "checkin": {"thing": str(meeting)}}
    addresses = {office: f"{office}-{stage.number}@team.example.org" for _, office in TEAM}
    for name, office in TEAM:
        form = {"name": name, "email": addresses[office], "office": office, **things.get(office, {})}
        await stage.client.post("/registration/v1/team/grants", form, key=stage.key(f"team-{office}"))
    return addresses


async def beside(stage: Stage, part: str, title: dict[str, str], days: int, facts: dict[str, Any]) -> Stage:
    """Found by its title, or drafted."""
    named = {code: text.format(digits(str(stage.number), DEFAULTS[code].digits)) for code, text in title.items()}
    async for each in stage.client.every("/registration/v1/gatherings"):
        if each["title"].get("en") == named["en"]:
            return replace(stage, gathering=UUID(each["id"]), part=part)
    morning = datetime.now(UTC).astimezone(ZoneInfo(ZONE)).replace(hour=0, minute=0, second=0, microsecond=0)
    begins = morning + timedelta(days=days, hours=19 if days else 0)
    times = {"starts_at": begins.isoformat(), "ends_at": (begins + timedelta(hours=3 if days else 24)).isoformat()}
    form = {"title": named, "venue": HALL, "mode": "in_person", "time_zone": ZONE, **times, **facts}
    made = await stage.client.post(
        "/registration/v1/gatherings", form, key=stage.key(f"draft-{part}-{times['starts_at']}")
    )
    must(made.status_code == 201, f"{named['en']} is drafted")
    return replace(stage, gathering=UUID(made.json()["id"]), part=part)


async def move(here: Stage, before: str, step: str) -> None:
    if (await here.look())["state"] == before:
        await here.move(here.path, step)
