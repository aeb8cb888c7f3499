"""What a category asks for as it is typed into the form of its page, and back. What is wrong is noted at its place."""

import re
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, get_args

from services.registration.fields.checks import FIELDS, Choice, Field, Kind, SaidBy
from services.registration.fields.presets import PRESETS
from shared.locale import LANGUAGES
from shared.web.typed import Typed

KINDS: tuple[Kind, ...] = get_args(Kind)
SAID_BY: tuple[SaidBy, ...] = get_args(SaidBy)
CHOOSING = ("choice", "several")
LONGEST = 500
"""Characters of a label."""
LATIN = 30
"""Characters of the name that is made of one."""


def row(n: int, field: Field | None = None) -> dict[str, str]:
    """The inputs of one field, by name; of none, those of a new one."""
    said: dict[str, str] = {"key": field.key if field else "", "kind": field.kind if field else KINDS[0]}
    said |= {"said_by": field.said_by if field else SAID_BY[0], "place": str(n + 1)}
    said |= {"required": "yes" if field and field.required else "", "decides": "yes" if field and field.decides else ""}
    for tag in LANGUAGES:
        said[f"label_{tag}"] = field.label.get(tag, "") if field else ""
        said[f"choices_{tag}"] = "\n".join(each.label.get(tag, "") for each in field.choices) if field else ""
    return {f"{name}_{n}": text for name, text in said.items()}


def told(form: Typed, there: Sequence[Field]) -> list[Field]:
    """What the form says, in its order, and what was added of the presets; those that were taken out are not among it."""
    before = {each.key: each for each in there}
    rows = [n for n in range(min(form.number("rows"), FIELDS) + 1) if not form[f"drop_{n}"] and _is_typed(form, n)]
    fields = [(form.number(f"place_{n}"), _field(form, n, before, rows)) for n in rows]
    fields.sort(key=lambda each: each[0])
    known = {each.key for _, each in fields}
    added = [field for key, field in PRESETS.items() if key in form.all("preset") and key not in known]
    return [each for _, each in fields] + added


def _is_typed(form: Typed, n: int) -> bool:
    """The last row is a new field, if anything is typed there."""
    return bool(form[f"key_{n}"] or any(form[f"label_{tag}_{n}"] for tag in LANGUAGES))


def _field(form: Typed, n: int, before: dict[str, Field], rows: Sequence[int]) -> Field:
    was = before.get(form[f"key_{n}"])
    label = {tag: form[f"label_{tag}_{n}"][:LONGEST] for tag in LANGUAGES}
    if not any(label.values()):
        form.errors[f"label_{LANGUAGES[0]}_{n}"] = "wrong_no_language"
    others = {tag: text for tag, text in (was.label if was else {}).items() if tag not in LANGUAGES}
    facts: dict[str, Any] = {
        "kind": form.one_of(f"kind_{n}", KINDS),
        "said_by": form.one_of(f"said_by_{n}", SAID_BY),
        "label": {tag: text for tag, text in label.items() if text} | others,
        "required": form[f"required_{n}"] == "yes",
        "decides": form[f"decides_{n}"] == "yes",
    }
    taken = {form[f"key_{each}"] for each in rows} | PRESETS.keys()
    key = was.key if was else _key(next(filter(None, label.values()), ""), taken)
    choices = _choices(form, n, was) if facts["kind"] in CHOOSING else []
    if facts["kind"] in CHOOSING and not choices:
        form.errors[f"choices_{LANGUAGES[0]}_{n}"] = "wrong_no_choice"
    return Field(key, choices=choices, **facts)


def _choices(form: Typed, n: int, was: Field | None) -> list[Choice]:
    """One a line, the same line in each language. One of which a label was there before is that one still."""
    lines = {tag: form[f"choices_{tag}_{n}"].splitlines() for tag in LANGUAGES}
    known = {text.casefold(): each.key for each in (was.choices if was else []) for text in each.label.values()}
    found: dict[str, Choice] = {}
    for at in range(max(map(len, lines.values()))):
        label = {tag: said[at].strip()[:LONGEST] for tag, said in lines.items() if at < len(said) and said[at].strip()}
        if label:
            key = next((known[text.casefold()] for text in label.values() if text.casefold() in known), None)
            key = key if key and key not in found else _key(next(iter(label.values())), found.keys() | known.values())
            found[key] = Choice(key, label)
    return list(found.values())


def _key(text: str, taken: Any) -> str:
    """A name for good, made of a label: its Latin letters; where these are not all of it, and what tells it from all others.

    So no question, and no choice, has the name of another one that was taken out, with what was answered to that.
    """
    words = " ".join(text.casefold().split())
    stem = re.sub(r"[^a-z0-9]+", "_", words).strip("_")
    if len(stem) > LATIN or not words.isascii() or not stem[:1].isalpha():
        stem = stem[: LATIN - 10].strip("_") if stem[:1].isalpha() else "field"
        stem = f"{stem}_{sha256(words.encode()).hexdigest()[:8]}"
    return next(each for n in range(1, 1_000) if (each := stem if n == 1 else f"{stem}_{n}") not in taken)
