"""What each kind of gathering asks of those who come: proposed to the secretariat, and told to whoever wants to register."""

import re
from pathlib import Path

import pytest

from services.registration.fields.presets import PRESETS, USUAL
from shared.contracts.gatherings import GatheringKind
from tests.registration.house import site
from tests.registration.roster.test_pages import english


@pytest.mark.parametrize("kind", ["conference", "meeting", "public_event"])
async def test_each_kind_proposes_what_it_usually_asks_and_everybody_reads_what_is_asked(
    kind: GatheringKind, tmp_path: Path
) -> None:
    async with site(tmp_path) as here, english(here) as secretary:
        whole = await here.gathering("announce", "open", gathering_kind=kind)
        there = whole.replace("/v1", "")
        page = (await secretary.get(path := f"{there}/fields?category=guest")).text
        ticked = re.findall(r'value="(\w+)" checked', page)
        assert set(ticked) == {*USUAL[kind]}
        done = await secretary.post(path, data={"rows": "0", "preset": ticked})
        assert done.status_code == 303, done.text
        assert " checked" not in (await secretary.get(path)).text.partition('name="preset"')[2], "proposed once"
        async with here.client() as anybody:
            public = (await anybody.get(there, params={"lang": "fa"})).text
        assert all(PRESETS[key].label["fa"] in public for key in ticked)


def test_what_is_usual_is_there_to_be_asked() -> None:
    assert {key for keys in USUAL.values() for key in keys} <= PRESETS.keys()
