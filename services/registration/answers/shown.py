"""How a question and what was answered to it stand on a page."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from services.registration.fields.checks import Field
from services.registration.fields.model import Questions
from services.registration.files.model import PICTURES, File
from shared import locale
from shared.locale import DEFAULTS
from shared.locale.dates import date


def input_of(field: Field) -> str:
    """How the input of a field is called."""
    return f"answer_{field.key}"


def file_shown(file: File) -> dict[str, Any]:
    """What a page says of a file; `size` is in kilobytes."""
    return {"name": file.name, "picture": file.media_type in PICTURES, "size": max(1, round(file.size / 1000))}


def shown(
    field: Field, said: Mapping[str, list[str]], language: str, was: Mapping[str, list[str]] | None = None
) -> dict[str, Any]:
    """A question with what was answered; `was`: what it was before, where that is decided anew."""
    return {
        "key": field.key,
        "name": input_of(field),
        "kind": field.kind,
        "label": locale.choose(field.label, language),
        "required": field.required and field.said_by == "person",
        "said_by": field.said_by,
        "options": [(each.key, locale.choose(each.label, language)) for each in field.choices],
        "said": said.get(field.key, []),
        "was": (was or {}).get(field.key, []),
        "decides": field.decides and field.said_by == "person",
        "days": {each: _day(each, language) for each in said.get(field.key, [])} if field.kind == "date" else {},
    }


def _day(written: str, language: str) -> str:
    """As readers of the language write days; empty for what is none."""
    try:
        at = datetime.fromisoformat(written).replace(tzinfo=UTC)
    except ValueError:
        return ""
    habits = DEFAULTS[language]
    return date(at, language=language, calendar=habits.calendar, digits=habits.digits, zone="UTC")


def told(questions: Questions, said: Mapping[str, list[str]], language: str) -> list[dict[str, Any]]:
    """What the secretariat says of somebody, for them to read."""
    return [shown(each, said, language) for each in questions.fields if each.said_by == "shown" and said.get(each.key)]
