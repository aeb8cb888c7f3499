"""What the API tells of an import, and of a table that is imported later."""

from typing import Self
from uuid import UUID

from shared.http import View
from shared.imports.model import ImportJob, JobState
from shared.imports.rows import Report


class ProblemView(View):
    """What is wrong with a table, where, and what to do. By its `code` a program knows it; what was kept before there were codes
    has none, and in `detail` there may be better words."""

    line: int
    column: str
    detail: str
    code: str = ""


class ReportView(View):
    """What came of an import, or (`dry_run`) what is wrong with the table."""

    dry_run: bool
    rows: int
    created: int
    changed: int
    unchanged: int
    problems: list[ProblemView]

    @classmethod
    def of(cls, report: Report, *, dry_run: bool) -> Self:
        return cls(
            dry_run=dry_run,
            rows=report.rows,
            created=report.created,
            changed=report.changed,
            unchanged=report.unchanged,
            problems=[ProblemView.model_validate(problem) for problem in report.problems],
        )


class JobView(View):
    """A table that is imported beside everything else, and how far it is; `done` rows are through."""

    id: UUID
    what: str
    stage: JobState
    rows: int
    done: int
    created: int
    changed: int
    unchanged: int
    problems: list[ProblemView]

    @classmethod
    def of(cls, job: ImportJob) -> Self:
        return cls.model_validate(job)
