"""The story is told quickly: a test that waits until all is acknowledged does not wait for the turn of it."""

import pytest


@pytest.fixture(autouse=True)
def acknowledged_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise five times a second."""
    monkeypatch.setattr("shared.flow.consume.ACKNOWLEDGE", 0.01)
