"""What an error says of the fields that are at fault."""

from shared.errors import Invalid


def test_a_field_is_named_and_pointed_to_as_rfc_6901_escapes_it() -> None:
    [entry] = Invalid.at("Name it.", "a/b", "c~d", 3).errors
    assert entry == {"field": "a/b.c~d.3", "pointer": "#/a~1b/c~0d/3", "detail": "Name it."}
