"""Bodies: the same facts again are no event."""

from dataclasses import replace

import pytest

from services.registration.bodies.model import Body
from shared.contracts.bodies import Quorum
from shared.errors import Conflict, Invalid
from tests.registration.facts import body
from tests.world.facts import known


def test_a_body_names_each_member_once_and_its_quorum_is_a_part() -> None:
    asked = body(members=[known(1), known(2)], quorum=Quorum())
    entry = Body(asked.body)
    assert entry.form(asked)
    assert entry.form(asked) is None
    with pytest.raises(Conflict, match="for good"):
        entry.form(replace(asked, code="other"))
    with pytest.raises(Invalid):
        entry.form(replace(asked, members=[known(1), known(1)]))
    for odd in (Quorum("at_least", 3, 2), Quorum("at_least", 0, 2)):
        with pytest.raises(Invalid):
            entry.form(replace(asked, quorum=odd))
