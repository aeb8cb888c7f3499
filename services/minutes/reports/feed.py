"""The feed of reports for the press: what was published, and each correction."""

from collections.abc import Iterator
from uuid import uuid5

from services.minutes.publication.atom import About, Entry, atom
from services.minutes.reports.model import Report
from services.minutes.reports.queries import LISTED, Listed, path_of
from services.minutes.reports.shown import chosen
from shared.locale import Texts


def feed(found: Listed, origin: str, language: str, t: Texts) -> bytes:
    """The feed in one language, the newest first."""
    about = About(t["feed"], t["site"], f"{origin}/minutes/reports/feed", f"{origin}/minutes/reports/")
    entries = [entry for each in found.reports for entry in _entries(each, found, origin, language, t)]
    return atom(about, language, sorted(entries, key=lambda each: each.at, reverse=True)[:LISTED])


def _entries(report: Report, found: Listed, origin: str, language: str, t: Texts) -> Iterator[Entry]:
    page = f"{origin}{path_of(found.minutes[report.facts.gathering])}?lang={language}"
    said = chosen(report, language)[1]
    if report.published_at:
        yield Entry(uuid5(report.id, f"published {language}"), said.headline, report.published_at, page, said.lead)
    for nth, each in enumerate(report.earlier, 1):
        title = t("feed_corrected", headline=said.headline)
        yield Entry(uuid5(report.id, f"correction {nth} {language}"), title, each.corrected_at, page, each.reason)
