"""A decision says what it brings about, which makes sense and is known here; what became of it is read beside it."""

from pathlib import Path
from typing import Any

import pytest

from services.minutes.decisions.effects import must_make_sense
from services.minutes.mirrors.effects import Effect
from shared.contracts.effects import (
    EffectAsked,
    EffectCarriedOut,
    EffectConfirmed,
    EffectEvent,
    EffectFacts,
    EffectFailed,
    EffectLapsed,
    EffectRefused,
)
from shared.errors import Invalid
from tests.minutes.facts import BODY, minute
from tests.minutes.house import API, Told, site, tell
from tests.world.facts import EVENING, GATHERING, MORNING, known

OFF: dict[str, Any] = {"effect_kind": "postpone", "target": str(GATHERING)}
EFFECT = known("effect")
FORM = {"text": {"en": "The council meets again."}, "adoption": "consensus"}
WHY = {"en": "The hall is closed.", "fa": "تالار بسته است."}


def of(**said: Any) -> EffectFacts:
    return EffectFacts(**said)


def event(kind: type[EffectEvent], decision: str, **said: Any) -> EffectEvent:
    return kind(**{"effect": EFFECT, "decision": decision, "gathering": GATHERING, **said})


def told(decision: str, *ends: tuple[type[EffectEvent], dict[str, Any]]) -> list[Told]:
    """As registration says it, in order."""
    asked = event(EffectAsked, decision, **OFF, text={}, asked=[], asked_at=minute(1))
    return tell(EFFECT, asked, *(event(kind, decision, **said) for kind, said in ends))


CONFIRMED = (EffectConfirmed, {**OFF, "text": {}, "decided_by": {}, "office": None, "answered_at": minute(2)})
ENDS = {
    "pending": (),
    "confirmed": (CONFIRMED,),
    "refused": ((EffectRefused, {"reason": WHY, "office": None, "answered_at": minute(2)}),),
    "lapsed": ((EffectLapsed, {"lapsed_at": minute(2)}),),
    "carried_out": (CONFIRMED, (EffectCarriedOut, {"made": None, "tried_at": minute(3)})),
    "failed": (CONFIRMED, (EffectFailed, {"hindrance": "cancelled", "tried_at": minute(3)})),
}

SENSE = (
    of(**OFF),
    of(**OFF, starts_at=MORNING, ends_at=EVENING),
    of(effect_kind="postpone", edition=known("edition"), planned_for="1408"),
    of(effect_kind="change_mode", target=GATHERING, mode="online"),
    of(effect_kind="call_meeting", body=BODY, starts_at=MORNING, ends_at=EVENING),
    of(effect_kind="call_meeting", edition=known("edition"), mode="hybrid", starts_at=MORNING, ends_at=EVENING),
    None,
)
NONSENSE = (
    (of(effect_kind="postpone"), "effect.target"),
    (of(**OFF, edition=known("edition")), "effect.target"),
    (of(**OFF, mode="online"), "effect.mode"),
    (of(**OFF, starts_at=MORNING), "effect.ends_at"),
    (of(**OFF, starts_at=EVENING, ends_at=MORNING), "effect.ends_at"),
    (of(**OFF, planned_for="1408"), "effect.planned_for"),
    (of(effect_kind="postpone", edition=known("e"), starts_at=MORNING, ends_at=EVENING), "effect.starts_at"),
    (of(effect_kind="change_mode", target=GATHERING), "effect.mode"),
    (of(effect_kind="change_mode", mode="online"), "effect.target"),
    (of(effect_kind="call_meeting", starts_at=MORNING, ends_at=EVENING), "effect.body"),
    (of(effect_kind="call_meeting", body=BODY), "effect.starts_at"),
)


@pytest.mark.parametrize("effect", SENSE)
def test_an_effect_says_all_that_its_kind_needs(effect: EffectFacts | None) -> None:
    must_make_sense(effect)


@pytest.mark.parametrize(("effect", "field"), NONSENSE)
def test_what_makes_no_sense_is_refused_at_its_field(effect: EffectFacts, field: str) -> None:
    with pytest.raises(Invalid) as refused:
        must_make_sense(effect)
    assert refused.value.errors[0]["field"] == field


async def test_a_decision_is_recorded_with_what_it_brings_about_and_says_so(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        await here.convene()
        strange = await secretary.post(f"{API}/decisions", json=FORM | {"effect": OFF | {"target": str(known("x"))}})
        assert (strange.status_code, strange.json()["errors"][0]["field"]) == (422, "effect.target")
        made = (await secretary.post(f"{API}/decisions", json=FORM | {"effect": OFF})).json()
        assert made["effect"]["target"] == str(GATHERING)
        path = f"{API}/decisions/{made['id']}"
        form = FORM | {"reason": "It was not so."}
        tag = {"If-Match": (await secretary.get(path)).headers["ETag"]}
        again = await secretary.post(f"{path}/correct", json=form, headers=tag)
        assert (again.json()["effect"], again.json()["earlier"][0]["effect"]["target"]) == (None, str(GATHERING))


@pytest.mark.parametrize("stands", ENDS)
async def test_what_became_of_it_is_read_beside_the_decision(stands: str, tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        await here.convene()
        made = (await secretary.post(f"{API}/decisions", json=FORM | {"effect": OFF})).json()
        records = told(made["id"], *ENDS[stands])  # type: ignore[arg-type]
        await here.hear(records)
        await here.hear(records)
        [found] = (await secretary.get(f"{API}/decisions/{made['id']}/effects")).json()
        assert (found["stands"], found["target"]) == (stands, str(GATHERING))
        assert found["reason"] == (WHY if stands == "refused" else {})
        assert found["hindrance"] == ("cancelled" if stands == "failed" else None)


def test_a_mirror_of_which_nothing_was_heard_says_nothing() -> None:
    mirror = Effect(EFFECT)
    mirror.hear(None)
    assert (mirror.stands, mirror.decision) == ("", None)
