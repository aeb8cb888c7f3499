"""Which answers are answers: whatever is sent, what is kept fits the field, and is bounded."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.registration.fields.checks import CHOICES, LINE, TEXT, Choice, Field, Kind, answered, must_make_sense
from services.registration.fields.presets import PRESETS
from shared.errors import Invalid

COLOURS = [Choice("red", {"en": "Red"}), Choice("blue", {"en": "Blue"})]


def one(kind: Kind, **other: object) -> Field:
    return Field("it", kind, {"en": "It"}, COLOURS if kind in {"choice", "several"} else [], **other)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "said", "trouble"),
    [
        ("text", ["K 123"], ""),
        ("text", ["x" * (LINE + 1)], "wrong_long"),
        ("text", ["a\nb"], "wrong_other"),
        ("text", ["a", "b"], "wrong_choice"),
        ("long_text", ["a\r\nb"], ""),
        ("long_text", ["x" * (TEXT + 1)], "wrong_long"),
        ("long_text", ["\x00"], "wrong_other"),
        ("choice", ["red"], ""),
        ("choice", ["green"], "wrong_choice"),
        ("choice", ["red", "blue"], "wrong_choice"),
        ("several", ["red", "blue"], ""),
        ("several", ["red", "red"], "wrong_choice"),
        ("yes_no", ["no"], ""),
        ("yes_no", ["perhaps"], "wrong_choice"),
        ("date", ["2030-03-21"], ""),
        ("date", ["۲۰۳۰-۰۳-۲۱"], ""),
        ("date", ["2030-02-30"], "wrong_day"),
        ("date", ["20300321"], "wrong_day"),
    ],
)
def test_an_answer_fits_its_field(kind: Kind, said: list[str], trouble: str) -> None:
    _, wrong = answered([one(kind)], {"it": said})
    assert wrong.get("it", "") == trouble


def test_what_is_asked_for_must_be_answered_by_the_person_alone_and_nothing_else_is_taken() -> None:
    assert answered([one("text", required=True)], {"it": ["  "]}) == ({"it": []}, {"it": "wrong_missing"})
    assert answered([one("text", required=True, said_by="shown")], {"it": []})[1] == {}
    assert answered([one("text")], {"other": ["x"]}) == ({}, {"other": "wrong_unknown"})


@settings(max_examples=100)
@given(st.sampled_from(["text", "long_text", "choice", "several", "yes_no", "date"]), st.lists(st.text(), max_size=4))
def test_whatever_is_sent_what_is_kept_is_kept_again(kind: Kind, said: list[str]) -> None:
    kept, wrong = answered([one(kind)], {"it": said})
    if not wrong:
        assert answered([one(kind)], kept) == (kept, {})


def test_fields_make_sense_together() -> None:
    must_make_sense([*PRESETS.values()])
    for fields in ([one("text"), one("date")], [one("text")] * 31, [Field("it", "choice", {"en": "It"})]):
        with pytest.raises(Invalid):
            must_make_sense(fields)
    many = [Choice(str(n), {"en": str(n)}) for n in range(CHOICES + 1)]
    with pytest.raises(Invalid):
        must_make_sense([Field("it", "choice", {"en": "It"}, many)])
