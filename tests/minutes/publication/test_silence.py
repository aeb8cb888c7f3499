"""What silence comes to after publication: the page says so, and so does the feed."""

import json

import pytest

from services.minutes.decisions.handlers import circulate_decision, keep_silence, object_to_decision
from services.minutes.decisions.model import Decision
from shared.contracts.decisions import DecisionAdopted, DecisionDeferred
from shared.flow import Due
from tests.minutes.decisions.test_silence import ID, UNTIL, circulate, objection
from tests.minutes.facts import minute
from tests.minutes.house import PAGE, Site, Told
from tests.minutes.publication.test_feed import FEED, entries
from tests.world.facts import GATHERING, known


@pytest.mark.parametrize("outcome", ["adopted", "deferred"])
async def test_readers_are_told_what_silence_came_to(there: Site, outcome: str) -> None:
    await there.run(circulate_decision, circulate())
    await there.adjourn()
    await there.publish()
    silent = outcome == "adopted"
    if silent:
        await there.run(keep_silence, Due(id=known("due"), at=minute(UNTIL), document=ID))
    else:
        await there.run(object_to_decision, objection(0, UNTIL - 1))
    stored = await there.store.get(Decision, ID)
    assert stored
    event = (DecisionAdopted if silent else DecisionDeferred).of(stored.entity, decision=ID)
    await there.hear([Told(ID, 1, event)])
    async with there.client() as anybody:
        page = (await anybody.get(f"{PAGE}?lang=en")).text
        assert page.count('<a href="#decision-1">Decision 1</a>') == 3, "in what changed, the contents, and its title"
        said = "No delegate objected: adopted" if silent else "A delegate objected: deferred"
        assert f"{said} after this record was published" in page
        assert "Something in this record changed after it was published." in page
        told = [title for title, _ in entries(await anybody.get(f"{FEED}?lang=en"))]
    how = "adopted by silence procedure" if silent else "deferred after an objection"
    assert told[0].startswith(f"Decision 1 {how}: ")
    assert len(told) == 2
    [*_, corrected] = there.said[GATHERING].outbox
    assert json.loads(corrected.data or b"")["what"] == outcome
