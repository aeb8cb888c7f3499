"""A report and the list of reports, as plain values for the templates."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from services.minutes.proceedings.shown import statement_shown
from services.minutes.publication.shown import shown as record_shown
from services.minutes.record.differences import differences
from services.minutes.record.reader import Reader, Words
from services.minutes.reports.commands import Coverage, Telling
from services.minutes.reports.model import Report
from services.minutes.reports.queries import Listed, Told, path_of
from shared.locale import LANGUAGES, direction

PARTS = ("headline", "lead", "quote", "text")
"""What a correction is shown of, in this order."""


def chosen(report: Report, language: str) -> tuple[str, Telling]:
    """The report in the reader's language, or the next best in which it is told."""
    order = dict.fromkeys((language, *LANGUAGES, *report.texts))
    return next(
        ((each, text) for each in order if (text := report.texts.get(each)) and text.headline), (language, Telling())
    )


def shown(told: Told, language: str) -> dict[str, Any]:
    """What `report.html` shows to a reader of this language: the words as they were written, the rest as the record has it."""
    report, account = told.report, told.account
    reader = Reader.of(language, account.gathering.time_zone)
    tongue, text = chosen(report, language)
    record = record_shown(account, language) if account.minutes.published else {}
    return {
        "report": report,
        "telling": text,
        "tongue": tongue,
        "way": direction(tongue),
        "paragraphs": [each for each in text.text.replace("\r\n", "\n").split("\n\n") if each.strip()],
        "quoted": _quoted(told, reader, tongue, text),
        "title": reader.words(account.gathering.title),
        "published_on": reader.moment(report.published_at) if report.published_at else None,
        "corrected_on": reader.moment(report.corrected_at) if report.corrected_at else None,
        "minutes": account.minutes,
        "present": [each.organization for each in record.get("delegations", []) if each.organization],
        "decisions": [each for each in record.get("decisions", []) if each["state"] == "adopted"],
        "related": [(path_of(minutes), _headline(other, language)) for other, minutes in told.related],
        "coverage": [_coverage(each, reader) for each in report.coverage],
        "corrections": list(_corrections(report, reader, tongue)),
    }


def _quoted(told: Told, reader: Reader, tongue: str, text: Telling) -> dict[str, Any] | None:
    """The quotation with who said it, as they were then; `translated`: it was said in another language."""
    it = told.statement
    if it is None or not text.quote or not it.quotable:
        return None
    said = statement_shown(told.account.proceedings, reader, it)
    translated = it.facts.said_in != tongue
    return {
        "words": text.quote,
        "who": said["speaker"],
        "of": said["behalf"],
        "translated": translated,
        "stands": translated or it.holds(text.quote),
    }


def _headline(report: Report, language: str) -> Words:
    tongue, text = chosen(report, language)
    return Words(tongue, direction(tongue), text.headline)


def _coverage(each: Coverage, reader: Reader) -> dict[str, Any]:
    """With the day as readers count days, wherever they are."""
    on = each.appeared_on
    noon = datetime(on.year, on.month, on.day, 12, tzinfo=UTC) if on else None
    return {"it": each, "day": Reader.of(reader.language).day(noon) if noon else None}


def _corrections(report: Report, reader: Reader, tongue: str) -> Iterator[dict[str, Any]]:
    """What each correction changed in this language, the latest first."""
    said = [each.get(tongue, Telling()) for each in (*(it.texts for it in report.earlier), report.texts)]
    for nth, earlier in reversed(list(enumerate(report.earlier))):
        was, now = said[nth], said[nth + 1]
        changed = [
            (part, differences(getattr(was, part), getattr(now, part)))
            for part in PARTS
            if getattr(was, part) != getattr(now, part)
        ]
        yield {"at": reader.moment(earlier.corrected_at), "reason": earlier.reason, "changed": changed}


def rows(found: Listed, language: str) -> list[dict[str, Any]]:
    """What `list.html` shows."""
    return [_row(each, found, language) for each in found.reports]


def _row(report: Report, found: Listed, language: str) -> dict[str, Any]:
    gathering = found.gatherings.get(report.facts.gathering)
    reader = Reader.of(language, gathering.time_zone if gathering else "UTC")
    return {
        "path": path_of(found.minutes[report.facts.gathering]),
        "headline": _headline(report, language),
        "lead": chosen(report, language)[1].lead,
        "day": reader.day(report.published_at) if report.published_at else None,
        "corrected": report.corrected_at is not None,
    }
