"""A final statement of a fictional conference, as it is drafted and amended."""

from collections.abc import Callable
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from services.minutes.final_statement.commands import DraftFinalStatement, ProposeAmendment, WriteParagraph
from services.minutes.final_statement.model import FinalStatement
from shared.contracts.final_statements import AmendmentFacts, Part
from tests.world.facts import GATHERING, MORNING, known

RECALLING = {"en": "Recalling that a river knows no border,", "fa": "با یادآوری اینکه رود مرز نمی‌شناسد،"}
MEASURE = {
    "en": "Calls upon each state to measure the flow of its rivers every month;",
    "fa": "از هر کشور می‌خواهد جریان رودهای خود را هر ماه بسنجد؛",
}
DAILY = MEASURE | {"en": "Calls upon each state to measure the flow of its rivers every day;"}
PUBLISH = {"en": "Calls upon each state to publish what it measures."}


def asks(
    command: Callable[..., Any], name: object = "", at: datetime = MORNING + timedelta(hours=1), **said: Any
) -> Any:
    return command(id=known(f"{command.__name__} {name}"), at=at, gathering=GATHERING, **said)


def paragraph(n: int) -> UUID:
    return known(f"paragraph {n}")


def drafted(*more: dict[str, str]) -> FinalStatement:
    """With a paragraph in the preamble (0) and one that is operative (1), and these."""
    it, _ = FinalStatement.drafted(asks(DraftFinalStatement, authoritative="en"))
    for n, text in enumerate((RECALLING, MEASURE, *more)):
        it.write(writes(n, text, new=True))
    return it


def opened(*more: dict[str, str]) -> FinalStatement:
    it = drafted(*more)
    it.open(MORNING)
    return it


def writes(n: int, text: dict[str, str], **more: Any) -> WriteParagraph:
    part: Part = "operative" if n else "preamble"
    command: WriteParagraph = asks(WriteParagraph, n, paragraph=paragraph(n), part=part, text=text, **more)
    return command


def proposes(
    name: object, kind: str = "replace", text: dict[str, str] | None = None, n: int | None = 1
) -> ProposeAmendment:
    facts = AmendmentFacts.model_validate(
        {
            "amendment_kind": kind,
            "paragraph": None if n is None else paragraph(n),
            "organization": known("organization 0"),
        }
    )
    command: ProposeAmendment = asks(ProposeAmendment, name, facts=facts, text=DAILY if text is None else text)
    return command


def as_it_is(it: FinalStatement) -> dict[str, Any]:
    return {each.name: getattr(it, each.name) for each in fields(it)} | {"versions": it.versions}


def wordings(it: FinalStatement) -> list[str]:
    """What counts, paragraph by paragraph."""
    return [each.text["en"] for each in it.paragraphs]
