"""The register of documents: listed, handed in, revised, withdrawn; and who may read which."""

from typing import Any

from tests.story.documents import LISTED, list_documents
from tests.story.told.met import Met


async def registered(met: Met) -> dict[str, Any]:
    """Two under the numbers of this meeting, and one that not everybody reads. Returns how they stand."""
    chain = met.chain
    made = await chain.post(f"{chain.minutes}/agenda", {"title": {"en": "Documents"}})
    await list_documents(chain, made.json()["id"])
    await chain.post(f"{chain.minutes}/documents", LISTED | {"distribution": "restricted"})
    await chain.house.settle()
    listed = (await chain.secretary.get(f"{chain.minutes}/documents")).json()
    stand = [(each["symbol"], each["state"], each["distribution"], each["missing"]) for each in listed]
    assert [each["number"] for each in listed] == [1, 2, 3]
    assert [each[1] for each in stand] == ["listed", "withdrawn", "listed"], stand
    async with chain.house.client("observer") as observer:
        seen = (await observer.get(f"{chain.minutes}/documents")).json()
    assert [each["number"] for each in seen] == [1, 2]
    events = {each["id"]: each for each in await chain.events("minutes", "plenary.documents")}
    return {"documents": stand, "said of them": sorted(each["type"] for each in events.values())}
