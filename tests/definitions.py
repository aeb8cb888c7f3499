"""Services of one subject, as tests define them."""

from dataclasses import replace
from typing import Any

from shared.flow import Definition, Subject


def one(name: str, **subject: Any) -> Definition:
    """A service that is this one subject."""
    return Definition(name, (Subject(**subject),))


def but(definition: Definition, **subject: Any) -> Definition:
    """The same service, and its one subject with these differences."""
    [only] = definition.subjects
    return replace(definition, subjects=(replace(only, **subject),))
