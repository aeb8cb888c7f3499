"""What happens with the report of a gathering."""

from collections.abc import Mapping
from uuid import UUID

from services.minutes.publication.queries import account_of
from services.minutes.record.model import Minutes
from services.minutes.reports.commands import (
    CollectCoverage,
    CorrectReport,
    DraftReport,
    PublishReport,
    StrikeCoverage,
    WriteReport,
)
from services.minutes.reports.draft import drawn, quotable
from services.minutes.reports.model import Report
from services.minutes.reports.queries import path_of, press_of
from services.minutes.statements.model import Statement
from shared.contracts.reports import report_id
from shared.errors import Conflict, Invalid
from shared.flow import Change, Read
from shared.locale import LANGUAGES


async def draft_report(command: DraftReport, read: Read) -> Change[Report]:
    """Draw it from the record, in each language. There is one for each gathering: asked twice, it answers with that."""
    if there := await read.maybe(Report, report_id(command.gathering)):
        return Change(there)
    minutes = await read.one(Minutes, command.gathering)
    if minutes.opened_at is None:
        raise Conflict("The gathering has not been in session yet; there is nothing to report.", code="not-begun")
    account = await account_of(read, minutes)
    statement, texts = quotable(account), {language: drawn(account, language) for language in LANGUAGES}
    return Change(*Report.drafted(command.gathering, statement.id if statement else None, texts))


async def write_report(command: WriteReport, read: Read) -> Change[Report]:
    """Before it is published, as often as one likes."""
    report = await read.one(Report, command.report)
    await _must_be_said(read, report.facts.gathering, command)
    return Change(report, silent=report.write(command))


async def publish_report(command: PublishReport, read: Read) -> Change[Report]:
    """Everybody reads it, and the press is told."""
    report = await read.one(Report, command.report)
    return Change(
        report, report.publish(command, await _path(read, report), await press_of(read, report.facts.gathering))
    )


async def correct_report(command: CorrectReport, read: Read) -> Change[Report]:
    """It says something else from now on, and the press is told."""
    report = await read.one(Report, command.report)
    await _must_be_said(read, report.facts.gathering, command)
    return Change(
        report, report.correct(command, await _path(read, report), await press_of(read, report.facts.gathering))
    )


async def collect_coverage(command: CollectCoverage, read: Read) -> Change[Report]:
    """Something appeared."""
    report = await read.one(Report, command.report)
    return Change(report, report.collect(command))


async def strike_coverage(command: StrikeCoverage, read: Read) -> Change[Report]:
    """It was noted by mistake."""
    report = await read.one(Report, command.report)
    return Change(report, report.strike(command))


async def _path(read: Read, report: Report) -> str:
    return path_of(await read.one(Minutes, report.facts.gathering))


async def _must_be_said(read: Read, gathering: UUID, command: WriteReport) -> None:
    """The quotation is drawn from a public statement that stands; in its own language it is words of it. Related reports are
    there. Raises Invalid.
    """
    quotes = {language: text.quote for language, text in command.texts.items() if text.quote}
    if quotes and command.statement is None:
        raise Invalid.at("Say which statement the quotation is drawn from.", "statement")
    if command.statement:
        statement = await read.maybe(Statement, command.statement)
        if statement is None or statement.facts.gathering != gathering or not statement.quotable:
            raise Invalid.at("There is no such public statement of this gathering.", "statement")
        _must_be_words_of(statement, quotes)
    for each in command.related:
        other = await read.maybe(Report, each)
        if other is None or not other.published:
            raise Invalid.at("A related report is one that is published.", "related")


def _must_be_words_of(statement: Statement, quotes: Mapping[str, str]) -> None:
    said = statement.facts.said_in
    if said in quotes and not statement.holds(quotes[said]):
        raise Invalid.at("These are not words of the statement; quote what it says.", f"quote_{said}")
