"""What is typed into the plain form of a paragraph, and how that form begins."""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID, uuid4

from services.minutes.agenda.queries import items_of
from services.minutes.paragraphs.api import MOST_REVISIONS
from services.minutes.paragraphs.model import WriteParagraph
from services.minutes.proceedings.pages.frame import Sitting, tongues, words_of
from services.minutes.proceedings.queries import present
from services.minutes.taker.shown import MARKS, speaker_shown
from shared.contracts.paragraphs import About
from shared.flow import Read
from shared.locale.fold import folded
from shared.store import Store
from shared.text import one_line
from shared.web.typed import Typed

FIELDS: Final = ("item", "said_by", "mark", "words", "said_in")
LONGEST_NAME: Final = 500
NOBODY: Final = dict.fromkeys(("label", "person", "organization"), "")


async def typed_of(store: Store, sitting: Sitting, by: UUID | None, form: Typed) -> WriteParagraph:
    """What was typed; what is wrong stands in `form.errors`."""
    message, gathering, words = form.do.message, sitting.minutes.id, words_of(form)
    about = await _about(Read(store), sitting, form)
    revision, seen = [form.number(name) if form[name] else 0 for name in ("revision", "seen")]
    if not (0 <= revision < MOST_REVISIONS and 0 <= seen < MOST_REVISIONS):
        form.errors["words"] = "wrong_other"
    return WriteParagraph(
        **message,
        paragraph=id_of(form["paragraph"]) or message["id"],
        gathering=gathering,
        facts=about,
        words=words,
        named="" if about.speaker else _name(form),
        writer=id_of(form["writer"]) or message["id"],
        revision=max(revision, seen + 1),
        seen=seen,
        by=by,
    )


async def _about(read: Read, sitting: Sitting, form: Typed) -> About:
    """On what, by whom, as what; who spoke until now still does while nobody says another name."""
    items = [str(each.id) for each in await items_of(read, sitting.minutes.id) if each.stands]
    mark = form.one_of("mark", ("", *MARKS))
    said = {
        "item": id_of(form.one_of("item", ("", *items, form["item_now"]))),
        "said_in": form.one_of("said_in", dict(tongues(sitting.reader.language, form["said_in_now"]))),
        "mark": mark if mark in MARKS else None,
    }
    there = [speaker_shown(each, sitting.reader) for each in await present(read, sitting.minutes.id)]
    speaker = found(there, form["said_by"])
    if speaker is None and form["said_by"] and form["said_by"] == form["said_by_now"]:
        speaker = {"person": form["speaks_now"], "organization": form["organization_now"]}
    who = (
        {name: id_of(speaker[key]) for name, key in (("speaker", "person"), ("organization", "organization"))}
        if speaker
        else {}
    )
    return About.model_validate({**said, **who})


def _name(form: Typed) -> str:
    try:
        return one_line(form["said_by"][:LONGEST_NAME])
    except ValueError:
        form.errors["said_by"] = "wrong_other"
        return ""


def begun(row: dict[str, Any] | None, sitting: Sitting, item: str, who: Mapping[str, str] = NOBODY) -> dict[str, str]:
    """The form as it begins (`who`: one who can be named, and speaks), or as a paragraph says it."""
    if row is None or not row["open"]:
        new = {"paragraph": str(uuid4()), "writer": str(uuid4()), "seen": "0", "revision": "1", "version": ""}
        named = {"said_by": who["label"], "speaks": who["person"], "organization": who["organization"]}
        blank = {"mark": "statement" if who["person"] else "", "words": "", **named}
        return {**new, **blank, "item": item, "said_in": sitting.reader.language}
    speaker = f"{row['speaker']} · {row['home']}" if row["home"] and row["speaks"] else row["speaker"]
    goes_on = {"writer": str(uuid4()), "seen": str(row["revision"]), "revision": str(row["revision"] + 1)}
    same = {name: str(row[name]) for name in ("item", "mark", "words", "said_in", "speaks", "organization", "version")}
    return {**same, **goes_on, "paragraph": str(row["id"]), "said_by": speaker}


def found(speakers: Sequence[dict[str, str]], said: str) -> dict[str, str] | None:
    """Whom a typed name means: exactly the one who is called so; None where it is nobody, or might be two."""
    asked = set(folded(said))
    alike = [each for each in speakers if said == each["label"]] or [
        each for each in speakers if asked and set(folded(each["label"].partition(" · ")[0])) == asked
    ]
    return alike[0] if len(alike) == 1 else None


def id_of(value: str) -> UUID | None:
    """An id that a form carries; None for none, and for what is no id."""
    try:
        return UUID(value) if value else None
    except ValueError:
        return None
