"""What corrected minutes say is what `plenary verify` expects of them."""

from functools import partial

from plenary.verify.facts import Told, unlike
from services.minutes.record.model import Minutes, State
from tests.minutes.facts import minute
from tests.plenary.told import record
from tests.world.facts import GATHERING, known


def test_minutes_need_not_name_what_was_corrected_in_them() -> None:
    for what in ("decision", "statement"):
        minutes, first = Minutes.drawn_up(GATHERING, "rivers")
        minutes.state = State.PUBLISHED
        correct = partial(minutes.correct, what="withdrawn") if what == "decision" else minutes.correct_statement
        told = Told()
        for sequence, event in enumerate((first, correct(known(what), at=minute(700))), 1):
            told.hear(record(GATHERING, sequence, event))
        assert list(unlike(minutes, told, None)) == [], what
