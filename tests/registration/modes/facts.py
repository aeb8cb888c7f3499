"""Proposals to change the mode, as tests know them."""

from typing import Any

from services.registration.gatherings.model import Gathering
from services.registration.modes import model
from services.registration.modes.commands import DecideMode, ProposeMode
from shared.contracts.authorities import Authority
from shared.contracts.gatherings import Answer, Mode
from tests.registration.editions.facts import on
from tests.world.facts import GATHERING, known

WHY = {"en": "The partners can only speak freely in one room.", "fa": "همکاران تنها در یک تالار آزادانه سخن می‌گویند."}
MINISTRY = Authority(None, {"en": "The Ministry of Waters", "fa": "وزارت آب"})


def propose(it: Gathering, n: int, mode: Mode = "online", **other: Any) -> object:
    command = ProposeMode(**{**on(), "id": known(n)}, gathering=GATHERING, mode=mode, **other)
    return model.propose(it, command, "solar_hijri")


def decide(it: Gathering, n: int, answer: Answer, **other: Any) -> list[Any]:
    told = {"decided_by": MINISTRY, "reason": WHY, **other}
    command = DecideMode(**on(), gathering=GATHERING, proposal=known(n), answer=answer, **told)
    return list(model.decide(it, command, "solar_hijri"))
