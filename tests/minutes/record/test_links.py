"""Addresses in what was typed become links, and the text stays what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.minutes.record.links import Part, linked

typed = st.text(st.sampled_from("ab.:/()[]<>\"'?#_ \n،س")) | st.text(st.characters(exclude_categories=["Cs"]))
addresses = st.sampled_from(["https://a.example/b_(c)?d=e#f", "http://rivers.example", "https://x.example:8080/"])


@given(st.lists(typed | addresses).map("".join))
def test_the_parts_are_the_text_and_an_address_leads_to_the_web_alone(text: str) -> None:
    parts = linked(text)
    assert "".join(each.text for each in parts) == text
    for each in parts:
        assert each.address in {"", each.text}
        assert not each.address or each.address.startswith(("http://", "https://"))
        assert not set(each.address) & set("<>\"'` \n")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("see https://a.example/b.", "https://a.example/b"),
        ("[slides](https://a.example/b#c)", "https://a.example/b#c"),
        ("https://a.example/r_(river), and", "https://a.example/r_(river)"),
        ("بنگرید به https://a.example/b، سپس", "https://a.example/b"),
        ("\u2068https://a.example\u2069", "https://a.example"),
    ],
)
def test_what_ends_the_sentence_is_no_part_of_an_address(text: str, address: str) -> None:
    assert [each.address for each in linked(text) if each.address] == [address]


@pytest.mark.parametrize("text", ["javascript:alert(1)", "http://x", "data:text/html,https", "ftp://a.example/b"])
def test_nothing_else_is_a_link(text: str) -> None:
    assert linked(text) == [Part(text, "")]
