"""The press: nothing that was typed is read as markup, the same is the same file, and what goes wrong is one sentence."""

from pathlib import Path
from typing import Any

import pytest
import typst

from services.minutes.publication.paper import TEMPLATE
from shared.errors import Unavailable
from shared.paper import press, printed
from tests.paper import broken, instead, read, validated
from tools import last_resort

pytestmark = pytest.mark.process

HOSTILE = '#read("/etc/passwd") *bold* $x$ <a> \\ "quoted" @ref `code` #import "x.typ" \u202e\u2066 [ ] { }'

CONTENT: dict[str, Any] = {
    "language": "en",
    "direction": "ltr",
    "digits": "latin",
    "site": HOSTILE,
    "title": HOSTILE,
    "foot": HOSTILE,
    "page": "@/#",
    "heading": {"language": "en", "direction": "ltr", "text": HOSTILE},
    "under": [HOSTILE],
    "state": {"word": HOSTILE, "kind": "good"},
    "notes": [HOSTILE],
    "facts": [{"label": HOSTILE, "value": {"language": "fa", "direction": "rtl", "text": HOSTILE}}],
    "sections": ["agenda", "decisions", "quorum", "present", "about"],
    "agenda": [],
    "decisions": [],
    "quorum": HOSTILE,
    "quorums": [{"label": HOSTILE, "value": {"language": "fa", "direction": "rtl", "text": HOSTILE}}],
    "delegations": [],
    "groups": [],
    "away": [],
    "others": None,
    "address": "http://plenary.test/minutes/x",
    "texts": dict.fromkeys(
        (
            *("agenda", "decisions", "no_decisions", "quorum", "quorum_by_item", "present", "nobody", "about"),
            *("address", "apologies"),
        ),
        "A word",
    ),
}


def test_what_was_typed_is_set_as_it_was_typed_and_the_same_is_the_same_file() -> None:
    pdf = printed(TEMPLATE, CONTENT)
    found = read(pdf)
    assert found.title == HOSTILE
    assert '#read("/etc/passwd") *bold* $x$ <a> \\ "quoted"' in found.text.replace("\n", " ")
    assert "root:" not in found.text
    assert printed(TEMPLATE, CONTENT) == pdf


UNUSUAL = "→ ✓ Привет Ελλάδα 李 한 ツ 👍 👨\u200d👩\u200d👧 🇸🇪 \U0001e900"


def test_no_character_keeps_a_paper_from_being_set_and_each_stays_what_it_is() -> None:
    heading = {"language": "", "direction": "auto", "text": UNUSUAL}
    pdf = printed(TEMPLATE, {**CONTENT, "heading": heading})
    found, told = read(pdf).text, instead(pdf)
    assert "→ ✓ Привет Ελλάδα 李" in found.replace("\n", " ")
    for each in "한ツ👍👨🇸\U0001e900":
        assert each in told, each


def test_what_is_written_as_one_sign_is_spelled_out() -> None:
    found = read(printed(TEMPLATE, {**CONTENT, "language": "ar", "direction": "rtl", "notes": ["محمد ﷺ والله ﷻ"]}))
    assert "ﷺ" not in found.text
    assert "ﷻ" not in found.text


def test_the_font_of_last_resort_is_what_its_tool_draws() -> None:
    assert last_resort.FONT.read_bytes() == last_resort.font()


def test_what_cannot_be_set_is_one_sentence_and_the_log_says_why(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Unavailable, match="cannot be set now"):
        printed(TEMPLATE, {})
    assert "dictionary does not contain key" in vars(caplog.records[-1])["reason"]


def test_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "SECONDS", 0.001)
    with pytest.raises(Unavailable, match="too long"):
        printed(TEMPLATE, CONTENT)


@validated
def test_the_validator_finds_what_is_not_tagged(tmp_path: Path) -> None:
    untagged = typst.compile(b"= Untagged", pdf_tags=False)
    assert isinstance(untagged, bytes)
    assert broken(tmp_path, untagged) != []
