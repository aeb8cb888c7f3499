"""Documents of a meeting: each thing that can become of one."""

from typing import Any

from tests.story.chain import Chain

LISTED = {
    "title": {"en": "Gauges of the upper basin"},
    "prefix": "RBC/7/DOC",
    "languages": ["en", "fa"],
    "hand_in_by": "2031-03-01",
}


async def list_documents(chain: Chain, item: str) -> None:
    """On this item: one of which a revision is there, and one that is withdrawn."""
    paths = [
        str((await chain.post(f"{chain.minutes}/documents", LISTED | {"item": item})).headers["Location"])
        for _ in range(2)
    ]
    link = {"written_in": "en", "address": "https://documents.example/rbc-7-doc-1-en.pdf"}
    await _then(chain, paths[0], "versions", link)
    await _then(chain, paths[0], "revise", {"hand_in_by": "2031-03-08"})
    await _then(chain, paths[0], "versions", link)
    await _then(chain, paths[1], "withdraw")
    tag = {"If-Match": (await chain.secretary.get(paths[0])).headers["ETag"]}
    changed = await chain.secretary.put(paths[0], json=LISTED | {"distribution": "limited"}, headers=tag)
    assert changed.is_success, changed.text


async def _then(chain: Chain, path: str, step: str, form: dict[str, Any] | None = None) -> None:
    tag = {"If-Match": (await chain.secretary.get(path)).headers["ETag"]}
    await chain.post(f"{path}/{step}", form, **tag)
