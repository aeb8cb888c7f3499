"""What is put before the meeting: a document in three languages, one that was revised and is awaited in one, and one for those
who take part alone."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from plenary.demo.show import done, must
from plenary.demo.stage import Stage
from shared.locale import LANGUAGES

PREFIX: Final = "RBC/DOC"
PAPERS: Final[tuple[dict[str, Any], ...]] = (
    {
        "title": {
            "en": "Readings of all gauges, by month",
            "fa": "خواندهٔ همهٔ سنجه‌ها، ماه به ماه",
            "ar": "قراءات جميع المقاييس شهرًا بشهر",
        },
        "languages": list(LANGUAGES),
    },
    {
        "title": {
            "en": "Draft rules for shared gauges",
            "fa": "پیش‌نویس قاعده‌های سنجه‌های مشترک",
            "ar": "مسودة قواعد المقاييس المشتركة",
        },
        "languages": list(LANGUAGES[:2]),
    },
    {
        "title": {
            "en": "Questions that are still open, for the delegations",
            "fa": "پرسش‌هایی که هنوز باز است، برای هیئت‌ها",
            "ar": "مسائل ما زالت مفتوحة، للوفود",
        },
        "languages": ["en"],
        "distribution": "limited",
    },
)


async def list_documents(stage: Stage, item: UUID, organization: str) -> None:
    """The second by this organization, the others by the secretariat. Whatever is there already stays."""
    until = (datetime.now(UTC) + timedelta(days=7)).date().isoformat()
    listed = (await stage.client.get(f"{stage.minutes}/documents")).json()
    paths = [f"{stage.minutes}/documents/{each['id']}" for each in listed][: len(PAPERS)]
    for n, (paper, by) in enumerate(zip(PAPERS, (None, organization, None), strict=True)):
        if n < len(listed):
            continue
        form = {**paper, "prefix": PREFIX, "item": str(item), "organization": by, "hand_in_by": until}
        made = await stage.client.post(f"{stage.minutes}/documents", form, key=stage.key(f"document-{n}"))
        paths.append(f"{stage.minutes}/documents/{made.json()['id']}")
    for tag in LANGUAGES:
        await _hand_in(stage, paths[0], 0, tag)
    await _hand_in(stage, paths[1], 0, "en")
    there = await stage.client.get(paths[1])
    if there.json()["revision"] == 0:
        key = stage.key("document-revised")
        await stage.client.post(f"{paths[1]}/revise", {"hand_in_by": until}, key=key, match=there.headers["ETag"])
    await _hand_in(stage, paths[1], 1, "en")
    await _hand_in(stage, paths[2], 0, "en")
    first, second, third = [(await stage.client.get(path)).json() for path in paths]
    must((first["missing"], second["missing"]) == ([], ["fa"]), "one document is complete, one awaits a translation")
    must(third["distribution"] == "limited", "one document is for those alone who take part")
    done(
        f"three documents: {first['symbol']} in three languages, {second['symbol']} still to come in one; one is limited"
    )


async def _hand_in(stage: Stage, path: str, revision: int, tag: str) -> None:
    """Where it is found in this language, unless that is said already, or it was revised since."""
    there = await stage.client.get(path)
    found = there.json()
    known = any(each["revision"] == revision and each["written_in"] == tag for each in found["versions"])
    if known or found["revision"] != revision:
        return
    name = f"{found['symbol'].lower().replace('/', '-')}-{tag}.pdf"
    form = {"written_in": tag, "address": f"https://documents.example/{name}"}
    key = stage.key(f"document-{found['number']}-{revision}-{tag}")
    await stage.client.post(f"{path}/versions", form, key=key, match=there.headers["ETag"])
