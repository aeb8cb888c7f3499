"""What decisions bring about: the committee calls its next meeting, which the secretariat confirms; and that it is held online,
too, which waits for the chair of the committee, who is asked by mail.

Each step looks first: what is there already stays as it is.
"""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from plenary.client import Answered
from plenary.demo.show import done, must, until
from plenary.demo.stage import Stage

EFFECTS = "/registration/v1/effects"
AGAIN = {
    "en": "The committee meets again in thirty days.",
    "fa": "کمیته سی روز دیگر دوباره تشکیل جلسه می‌دهد.",
    "ar": "تجتمع اللجنة مرة أخرى بعد ثلاثين يومًا.",
}
BOTH_WAYS = {
    "en": "Whoever cannot travel takes part in that meeting online.",
    "fa": "هر که نتواند سفر کند، برخط در آن نشست شرکت می‌کند.",
    "ar": "من يتعذّر عليه السفر يشارك في ذلك الاجتماع عبر الإنترنت.",
}
CHAIR = {"en": "Chair of the committee", "fa": "رئیس کمیته", "ar": "رئيس اللجنة"}


async def bring_about(here: Stage, committee: UUID, chair: UUID) -> None:
    """One is carried out, one waits. The office comes between them: of the first nobody has to be asked."""
    known = {each["text"].get("en"): each["id"] async for each in here.client.every(f"{here.minutes}/decisions")}
    meets = datetime.now(UTC).replace(hour=6, minute=0, second=0, microsecond=0) + timedelta(days=30)
    when = {"starts_at": meets.isoformat(), "ends_at": (meets + timedelta(hours=3)).isoformat()}
    first = {"effect_kind": "call_meeting", "body": str(committee), **when}
    decision = known.get(AGAIN["en"]) or await _decide(here, "again", AGAIN, first)
    made = await _carried_out(here, decision)
    office = {"body": str(committee), "title": CHAIR, "terms": [{"person": str(chair)}]}
    await here.client.post("/registration/v1/offices", office, key=f"demo-chair-{committee}")
    hybrid = {"effect_kind": "change_mode", "target": made, "mode": "hybrid"}
    second = known.get(BOTH_WAYS["en"]) or await _decide(here, "both-ways", BOTH_WAYS, hybrid)

    async def waits() -> int:
        return len(await _outcomes(here, second))

    await until("an effect that waits for the chair", 1, waits)
    done(
        "the committee called its next meeting, which is a draft by now; that it is held online, too, waits for its chair"
    )


async def _decide(here: Stage, name: str, text: dict[str, str], effect: dict[str, Any]) -> str:
    """Recorded as soon as minutes has heard of what it is about."""
    form = {"text": text, "adoption": "acclamation", "effect": effect}
    found: list[str] = []

    async def recorded() -> int:
        try:
            made = await here.client.post(f"{here.minutes}/decisions", form, key=here.key(f"decision-{name}"))
        except Answered as answer:
            if answer.slug != "invalid":
                raise
            return 0
        found[:] = [str(made.json()["id"])]
        return 1

    await until(f"a decision, {name}", 1, recorded)
    return found[0]


async def _outcomes(here: Stage, decision: str) -> list[dict[str, Any]]:
    return list((await here.client.get(f"{here.minutes}/decisions/{decision}/effects")).json())


async def _carried_out(here: Stage, decision: str) -> str:
    """The secretariat confirms it; the meeting that is called is told back to the record."""

    async def asked() -> int:
        return len(await _outcomes(here, decision))

    await until("an effect of a decision", 1, asked)
    [effect] = await _outcomes(here, decision)
    path = f"{EFFECTS}/{effect['id']}"
    there = await here.client.get(path)
    if there.json()["state"] == "pending":
        await here.client.post(f"{path}/confirm", {}, key=here.key("confirm"), match=there.headers["ETag"])

    async def made() -> int:
        return int((await _outcomes(here, decision))[0]["stands"] == "carried_out")

    await until("the meeting that was called", 1, made)
    [effect] = await _outcomes(here, decision)
    must(bool(effect["made"]), "the meeting that a decision calls is there")
    return str(effect["made"])
