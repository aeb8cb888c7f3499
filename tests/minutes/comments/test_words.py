"""The draft has a word for whatever may have become of what stands in it."""

import pytest

from services.minutes.contributions.model import ContributionState
from services.minutes.decisions.model import DecisionState
from shared.locale import LANGUAGES, Texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_outcome_has_a_word(language: str) -> None:
    texts = Texts(language, "latin", "services.minutes.comments")
    assert all(f"became_{each.value}" in texts for each in (*DecisionState, *ContributionState))
