"""Who is let in: the rule of each category of a gathering."""

from pathlib import Path

import pytest

from services.registration.gatherings.model import Gathering
from shared.errors import Invalid
from tests.registration.facts import draft, seats
from tests.registration.house import site


def test_a_category_has_the_rule_of_its_name_and_a_strange_one_needs_approval() -> None:
    names = ("delegate", "observer", "expert", "press", "guest", "staff", "youth")
    gathering, drafted = Gathering.draft(draft(dict.fromkeys(names, 1)))
    rules = ("invited", "approval", "approval", "approval", "open", "invited", "approval")
    assert gathering.admission == drafted.admission == dict(zip(names, rules, strict=True))


def test_a_gathering_says_otherwise_and_a_later_category_has_the_rule_of_its_name() -> None:
    gathering, _ = Gathering.draft(draft({"delegate": 1, "guest": 1}, admission={"delegate": "approval"}))
    gathering.change_capacity(seats(delegate=1, guest=2, press=3).capacity)
    assert gathering.admission == {"delegate": "approval", "guest": "open", "press": "approval"}


def test_a_rule_for_a_category_that_there_is_not_is_refused() -> None:
    with pytest.raises(Invalid) as refused:
        Gathering.draft(draft({"delegate": 1}, admission={"guest": "open"}))
    assert [each["field"] for each in refused.value.errors] == ["admission"]


async def test_the_api_takes_the_rules_and_shows_them(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client() as anybody:
        path = await here.gathering("announce", admission={"delegate": "approval"})
        shown = (await anybody.get(path)).json()
        assert shown["admission"] == {"delegate": "approval", "press": "approval", "guest": "open"}
        async with here.client("secretariat") as secretary:
            form = {"admission": {"delegate": "everybody"}, **_form()}
            assert (await secretary.post("/v1/gatherings", json=form)).status_code == 422


def _form() -> dict[str, object]:
    return {
        "title": {"en": "Rivers"},
        "venue": {"en": "Hall"},
        "starts_at": "2030-03-21T09:00:00Z",
        "ends_at": "2030-03-21T18:00:00Z",
        "time_zone": "UTC",
        "capacity": {"delegate": 1},
    }
