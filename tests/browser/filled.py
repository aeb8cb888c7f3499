"""An installation in which the pages have something to show: a gathering in session, and one that can be registered for."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from plenary.client import Answered, Client
from plenary.demo import SAMPLES, arrivals, session
from plenary.demo.people import House, bring_in
from plenary.demo.show import until
from plenary.demo.stage import Stage, find_stage
from plenary.demo.strangers import come_by_the_form
from shared.settings import Settings

GUESTS = 12
PRESENT = 5
COMMITTEE = {
    "code": "COMMITTEE",
    "name": {"en": "Committee of the River Basins", "fa": "کمیتهٔ حوضه‌های رودخانه", "ar": "لجنة أحواض الأنهار"},
    "quorum": {"rule": "at_least", "numerator": 1, "denominator": 3},
}
"""The organizations of these guests meet: those who are present make a quorum."""
SERIES: dict[str, Any] = {
    "title": {"en": "Conference of the River Basins", "fa": "همایش حوضه‌های رودخانه", "ar": "مؤتمر أحواض الأنهار"},
    "calendar": "solar_hijri",
    "interval": 4,
    "instrument": {"en": "Resolution 12", "fa": "مصوبهٔ ۱۲", "ar": "القرار ١٢"},
    "instrument_date": "1378-05-20",
}


async def fill(settings: Settings) -> dict[str, UUID]:
    """Returns the gathering that is in session, and one of each other thing that has pages."""
    async with Client(settings, patience=20) as client:
        house = await bring_in(client, SAMPLES)
        few = list(dict.fromkeys(each.organization for each in house.guests[:GUESTS]))
        form = {**COMMITTEE, "members": [str(each) for each in few]}
        committee = UUID((await client.post("/registration/v1/bodies", form, key="committee")).json()["id"])
        first = await find_stage(client, House(house.guests[:GUESTS], few, committee), fresh=True)
        await arrivals.announce(first)
        for guest in first.house.guests:
            form = {"category": "delegate", "person": str(guest.id), "organization": str(guest.organization)}
            await client.post(f"{first.path}/registrations", form, key=first.key(f"register-{guest.id}"))
        await come_by_the_form(first, settings)
        await session.convene(first)
        await _enter(first)
        decision, effect = await _decide(first), await _bring_about(first)
        coming = await find_stage(client, house, fresh=True)
        await arrivals.announce(coming)
        series = UUID((await client.post("/registration/v1/series", SERIES, key="series")).json()["id"])
        edition = {"number": 7, "due": "1405", "objectives": {"en": "Share the gauges of all basins."}}
        planned = await client.post(f"/registration/v1/series/{series}/editions", edition, key="edition")
        there, invitation = await _of_the_meeting(client, first, committee), await _invite(coming)
        things = {
            **there,
            "edition": UUID(planned.json()["id"]),
            "invitation": invitation,
            "letters": await _write(coming, invitation, there["office"]),
            "series": series,
            "registration": UUID((await first.registrations())[0]["id"]),
            "people": house.guests[0].id,
            "post": await _post(client, house),
            "group": await _group(first),
            "organizations": house.members[0],
            "bodies": house.body,
        }
        said = await _say(first) | await _end(first)
        return {"gathering": first.gathering, "decision": decision, "effect": effect, **things, **said}


async def _of_the_meeting(client: Client, stage: Stage, committee: UUID) -> dict[str, UUID]:
    """What somebody promised, who may speak for whom, and who has the chair."""
    first = stage.house.guests[0]
    chair = {
        "body": str(committee),
        "title": {"en": "Chair"},
        "terms": [{"person": str(first.id), "since": "2025"}],
    }
    letter = {"person": str(first.id), "organization": str(first.organization), "powers": ["represent", "vote"]}
    action = {"action_kind": "commitment", "text": session.DECISION, "gathering": str(stage.gathering), "due": "2031"}
    asked = {
        "action": ("/minutes/v1/actions", action),
        "credentials": (f"/registration/v1/gatherings/{stage.gathering}/credentials", letter),
        "office": ("/registration/v1/offices", chair),
    }
    return {key: UUID((await client.post(*each, key=key)).json()["id"]) for key, each in asked.items()}


async def _group(stage: Stage) -> UUID:
    """Experts who come without their names."""
    group = {
        "gathering": str(stage.gathering),
        "called": {"en": "Experts on silt", "fa": "کارشناسان رسوب"},
        "number": 12,
    }
    return UUID((await stage.client.post("/registration/v1/groups", group, key="group")).json()["id"])


async def _post(client: Client, house: House) -> UUID:
    """What somebody was before."""
    post = {"positions": {"en": "Adviser", "fa": "مشاور"}, "elsewhere": "Ministry of Streams", "begins": "2019"}
    path = f"/registration/v1/people/{house.guests[0].id}/posts"
    return UUID((await client.post(path, post, key="post")).json()["id"])


async def _enter(stage: Stage) -> None:
    """Some come in."""
    began = datetime.fromisoformat((await stage.look())["convened_at"]) + timedelta(seconds=1)
    for each in (await stage.registrations())[:PRESENT]:
        form = {"scan": str(uuid5(stage.gathering, each["id"])), "passed_at": began.isoformat()}
        path = f"/registration/v1/registrations/{each['id']}/entries"
        await stage.client.post(path, form, key=stage.key(f"in-{each['id']}"))


async def _invite(stage: Stage) -> UUID:
    """An organization names the first of its delegates."""
    point, home = stage.house.guests[0], stage.house.members[0]
    by = (await stage.look())["ends_at"]
    form: dict[str, Any] = {"category": "delegate", "reply_by": by, "organization": str(home), "quota": 3}
    form |= {"focal_points": [str(point.id)]}
    made = (await stage.client.post(f"{stage.path}/invitations", form, key=stage.key("invite"))).json()["id"]
    path = f"/registration/v1/invitations/{made}"
    tag = (await stage.client.get(path)).headers["ETag"]
    named = {"add": [{"name": "Noor Example", "email": "noor@example.org", "position": "Adviser"}]}
    await stage.client.post(f"{path}/delegates", named, key=stage.key("name"), match=tag)
    return UUID(made)


async def _write(stage: Stage, invitation: UUID, office: UUID) -> UUID:
    """The invitation is drawn up as a letter."""
    path, form = f"/registration/v1/invitations/{invitation}/letters", {"office": str(office)}
    return UUID((await stage.client.post(path, form, key=stage.key("letter"))).json()["id"])


async def _say(stage: Stage) -> dict[str, UUID]:
    """Something is on the agenda, said on it, and brought forward."""
    said, on = {"words": "The river carries less.", "said_in": "en"}, {"title": {"en": "Water for the upper basin"}}
    things: dict[str, UUID] = {}
    for thing, form in (
        ("item", on),
        ("statement", {**said, "manner": "summary", "speaker": str(stage.house.guests[0].id)}),
        ("contribution", {**said, "contribution_kind": "suggestion"}),
    ):
        about = {"item": str(things["item"])} if things else {}
        path = f"{stage.minutes}/{'agenda' if thing == 'item' else f'{thing}s'}"
        things[thing] = UUID((await stage.client.post(path, form | about, key=stage.key(thing))).json()["id"])
    await stage.client.post(f"{stage.minutes}/agenda/{things['item']}/take-up", None, key=stage.key("take-up"))
    await _ask_to_speak(stage, f"{stage.minutes}/speakers/{things['item']}")
    paper = {**on, "prefix": "RBC/7/DOC", "languages": ["en", "fa"], "item": str(things["item"])}
    listed = await stage.client.post(f"{stage.minutes}/documents", paper, key=stage.key("document"))
    things["document"] = UUID(listed.json()["id"])
    return things


async def _ask_to_speak(stage: Stage, path: str) -> None:
    """Two of those who came in, of whom the first has spoken."""
    await stage.client.post(f"{path}/open", {"limit": 180}, key=stage.key("speakers"))
    for each in (await stage.registrations())[:2]:
        form = {"person": each["person"]}
        asked = await stage.client.post(f"{path}/add", form, key=stage.key(f"speaker-{each['id']}"))
    for step in ("begin", "end"):
        await stage.client.post(f"{path}/{asked.json()['line'][0]}/{step}", None, key=stage.key(f"speaks-{step}"))


async def _end(stage: Stage) -> dict[str, UUID]:
    """A final statement is drafted, and somebody wants other words."""
    here = f"{stage.minutes}/final-statement"
    text = {"en": "Asks each basin to measure its rivers;", "fa": "از هر حوضه می‌خواهد رودهای خود را بسنجد؛"}
    await stage.client.post(here, {"authoritative": "en"}, key=stage.key("final"))
    one = {"part": "operative", "text": text}
    made = await stage.client.post(f"{here}/paragraphs", one, key=stage.key("paragraph"))
    paragraph = made.json()["paragraphs"][0]["id"]
    await stage.move(here, "open")
    wanted = {"amendment_kind": "replace", "paragraph": paragraph, "text": {"en": "Asks each basin to measure daily;"}}
    amendment = await stage.client.post(f"{here}/amendments", wanted, key=stage.key("amendment"))
    return {"paragraph": UUID(paragraph), "amendment": UUID(amendment.json()["id"])}


async def _decide(stage: Stage) -> UUID:
    """Something is decided, as soon as the minutes know who is there."""
    form = {"text": session.DECISION, "adoption": "consensus"}

    async def quorate() -> int:
        try:
            return int((await stage.client.get(f"{stage.minutes}/quorum")).json()["quorate"] is True)
        except Answered:
            return 0

    await until("hearing who is there", 1, quorate)
    made = await stage.client.post(f"{stage.minutes}/decisions", form, key=stage.key("decision"))
    return UUID(made.json()["id"])


async def _bring_about(stage: Stage) -> UUID:
    """Something else is decided, and waits for whoever confirms what it brings about."""
    effect = {"effect_kind": "change_mode", "target": str(stage.gathering), "mode": "hybrid"}
    form = {"text": {"en": "Whoever cannot travel takes part online."}, "adoption": "consensus", "effect": effect}
    await stage.client.post(f"{stage.minutes}/decisions", form, key=stage.key("effect"))

    async def asked() -> int:
        return len((await stage.client.get("/registration/v1/effects")).json())

    await until("an effect to be confirmed", 1, asked)
    return UUID((await stage.client.get("/registration/v1/effects")).json()[0]["id"])
