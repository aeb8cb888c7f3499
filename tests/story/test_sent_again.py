"""What is sent again by hand, in a whole installation: two mails, each told of truly, and `verify` that sees one too many."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

from services.notifications.notifications.model import Notification, State
from shared.store import Stored
from tests.plenary.verify.installation import broken, said
from tests.story.chain import Chain
from tests.story.house import house


async def test_what_is_sent_again_is_two_mails_and_verify_knows_both(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        chain = Chain(here, secretary)
        await chain.bring_in()
        await chain.announce()
        await chain.register(0)
        await here.settle()
        store = here.service("notifications").store
        [first] = (await store.find(Notification, {"state": State.SENT})).items
        for seen in (0, 1):
            answer = await chain.post(f"/notifications/v1/notifications/{first.id}/again", {"seen": seen})
            await here.settle()
        assert len(here.mails()) == 3
        assert said(await broken(tmp_path)) == ""
        repeat = await store.get(Notification, UUID(answer.json()["id"]))
        assert repeat is not None
        strange = replace(repeat.entity, id=uuid4())
        await store.commit([Stored(strange)])
        faults = said(await broken(tmp_path))
        assert f"notification {strange.id} repeats another more often than anybody may" in faults
