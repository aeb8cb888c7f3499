"""What the minute taker types while it is said: one paragraph comes into the record, one is struck out, one stays a note."""

from functools import partial
from typing import Any, Final
from uuid import UUID

from plenary.demo.show import done, until
from plenary.demo.stage import Stage

PARAGRAPHS: Final = (
    ("water", "statement", "en", "We offer the other bank our figures of the last ten years, as they are.", "settle"),
    ("gauges", None, "fa", "سنجهٔ کنار پل بررسی شود.", ""),
    ("next", "suggestion", "ar", "أن يُعقد الاجتماع القادم عند السدّ.", "strike"),
)
"""Item, mark, language, words, and what becomes of it. The last one was recorded by somebody else already."""

SPEAKER: Final = {"speaker": "person", "organization": "organization"}


async def take(stage: Stage, items: dict[str, UUID], who: dict[str, Any]) -> None:
    """Whatever is there already stays."""
    path, speaker = f"{stage.minutes}/paragraphs", {name: who[key] for name, key in SPEAKER.items()}
    for n, (item, mark, said_in, words, step) in enumerate(PARAGRAPHS):
        form: dict[str, Any] = {"words": words, "said_in": said_in, "item": str(items[item]), **speaker}
        made = await stage.client.post(path, form | ({"mark": mark} if mark else {}), key=stage.key(f"paragraph-{n}"))
        paragraph = made.json()
        if step and paragraph["state"] == "typed":
            there = await stage.client.get(f"{path}/{paragraph['id']}")
            key = stage.key(f"{step}-{n}")
            await stage.client.post(f"{path}/{paragraph['id']}/{step}", None, key=key, match=there.headers["ETag"])
        if step == "settle":
            await until("what was typed comes into the record", 1, partial(_statements, stage, paragraph["becomes"]))
    done(f"{len(PARAGRAPHS)} paragraphs typed while it was said; one of them is in the record")


async def _statements(stage: Stage, id: str) -> int:
    return len([each async for each in stage.client.every(f"{stage.minutes}/statements") if each["id"] == id])
