"""Organizations: the same facts again are no event."""

from dataclasses import replace

import pytest

from services.registration.bodies.model import body_id
from services.registration.organizations.model import ListOrganization, Organization
from shared.contracts.organizations import organization_id
from shared.errors import Conflict, Invalid
from tests.registration.facts import organization


def test_ids_follow_from_a_code_whatever_its_case() -> None:
    assert organization_id("delta ") == organization_id("DELTA")
    assert organization_id("delta") != body_id("delta")


def test_an_organization_is_listed_once_and_is_not_its_own_parent() -> None:
    asked = organization()
    entry = Organization(asked.organization)
    assert entry.list_(asked)
    assert entry.list_(asked) is None
    assert entry.list_(said(asked, code=asked.facts.code.swapcase())), "case is no other code"
    with pytest.raises(Conflict, match="for good"):
        entry.list_(said(asked, code="other"))
    with pytest.raises(Invalid):
        entry.list_(said(asked, parent=asked.organization))


def said(asked: ListOrganization, **other: object) -> ListOrganization:
    return replace(asked, facts=asked.facts.model_copy(update=other))
