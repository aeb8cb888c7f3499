"""Where the report of a gathering is written, published and corrected, and its coverage is collected."""

from typing import Any
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from pydantic import ValidationError

from services.minutes.proceedings.pages.frame import NOTHING, At, Came, Sitting, id_of, reason_of
from services.minutes.record.api import keepers
from services.minutes.reports import handlers, queries
from services.minutes.reports.commands import (
    CollectCoverage,
    CorrectReport,
    Coverage,
    DraftReport,
    PublishReport,
    StrikeCoverage,
    Telling,
    WriteReport,
)
from services.minutes.reports.fields import CoverageForm
from services.minutes.reports.model import Report
from services.minutes.reports.queries import path_of
from services.minutes.reports.shown import chosen as told_in
from services.minutes.reports.shown import shown
from services.minutes.statements.queries import statements_of
from shared.contracts.reports import report_id
from shared.errors import NotFound, Refused
from shared.flow import Read
from shared.http import Documents, Routes
from shared.locale import LANGUAGES, digits, direction
from shared.locale.languages import NAMES
from shared.store import Store, Stored
from shared.text import paragraphs
from shared.web import Pages
from shared.web.typed import Posted, Typed

PARTS = {"headline": 200, "lead": 1_000, "quote": 1_000, "text": 20_000, "source": 200}
"""What is written in each language, and how long it may be."""

STEPS = ("draft", "write", "publish", "correct", "collect", "strike")
TROUBLES = ("not-begun", "published", "not-published", "enough", "stale", "other")

routes = Routes(prefix="/gatherings/{gathering:uuid}/report", include_in_schema=False)
html = Pages("services.minutes.reports")


@routes.get("", dependencies=keepers)
async def get_report(sitting: At, request: Request, store: Documents) -> Response:
    """The report as it is, to go on with; or the button that draws it from the record."""
    return await _page(request, store, sitting)


@routes.post("/{step}", dependencies=keepers)
async def post_step(sitting: At, step: str, request: Request, store: Documents, form: Posted) -> Response:
    """One step; what is refused is said on the page, with everything that was typed."""
    if step not in STEPS:
        raise NotFound("There is no such step.")
    stored = await store.get(Report, _id(sitting))
    handler, command = _asked(step, sitting, form, stored.entity if stored else None)
    came = Came(form, 422)
    if not form.errors:
        try:
            there = {} if step in {"draft", "collect", "strike"} else {"document": (Report, _id(sitting))}
            await form.do(handler, command, **there)
        except Refused as refused:
            came = Came.of(form, refused)
        else:
            return RedirectResponse(f"/minutes/gatherings/{sitting.minutes.id}/report?done={step}", 303)
    return await _page(request, store, sitting, came)


def _id(sitting: Sitting) -> UUID:
    return report_id(sitting.minutes.id)


def _asked(step: str, sitting: Sitting, form: Typed, known: Report | None) -> tuple[Any, Any]:
    """What the button asks for; what is wrong stands in `form.errors`."""
    message, report = form.do.message, _id(sitting)
    match step:
        case "draft":
            return handlers.draft_report, DraftReport(**message, gathering=sitting.minutes.id)
        case "publish":
            return handlers.publish_report, PublishReport(**message, report=report)
        case "collect":
            coverage = _coverage(form, message["id"])
            asked = CollectCoverage(**message, report=report, coverage=coverage) if coverage else None
            return handlers.collect_coverage, asked
        case "strike":
            coverage_id = id_of(form, "coverage") or report
            return handlers.strike_coverage, StrikeCoverage(**message, report=report, coverage=coverage_id)
    said: dict[str, Any] = {"report": report, "statement": id_of(form, "statement"), "related": _related(form)}
    said["texts"] = {**(known.texts if known else {}), **_texts(form)}  # in other languages it is told by the API alone
    if step == "write":
        return handlers.write_report, WriteReport(**message, **said)
    return handlers.correct_report, CorrectReport(**message, **said, reason=reason_of(form, needed=True))


def _texts(form: Typed) -> dict[str, Telling]:
    return {
        tag: Telling(**{part: _words(form, f"{part}_{tag}", long) for part, long in PARTS.items()}) for tag in LANGUAGES
    }


def _words(form: Typed, name: str, longest: int) -> str:
    said = form[name].replace("\r\n", "\n").strip()
    try:
        paragraphs(said)
    except ValueError:
        form.errors[name] = "wrong_other"
    if len(said) > longest:
        form.errors[name] = "wrong_long"
    return said


def _related(form: Typed) -> list[UUID]:
    try:
        return [UUID(each) for each in form.all("related")]
    except ValueError:
        form.errors["related"] = "wrong_choice"
        return []


def _coverage(form: Typed, id: UUID) -> Coverage | None:
    """What appeared, as the API takes it; None, with what is wrong in `form.errors`, for anything else."""
    said = {name: digits(form[name], "latin") if name == "appeared_on" else form[name] for name in _COVERAGE}
    try:
        return CoverageForm.model_validate({name: text for name, text in said.items() if text}).coverage(id)
    except ValidationError as wrong:
        for each in wrong.errors():
            name = str(each["loc"][0])
            form.errors[name] = "wrong_other" if form[name] else "wrong_missing"
        return None


async def _page(request: Request, store: Store, sitting: Sitting, came: Came = NOTHING) -> Response:
    read, gathering = Read(store), sitting.minutes.id
    stored = await store.get(Report, _id(sitting))
    errors = came.form.errors if came.form else {}
    trouble = came.refused.slug if came.refused else ""
    done = request.query_params.get("done", "")
    return html.answer(
        request,
        "writing.html",
        status=came.status,
        trouble=trouble if trouble in TROUBLES else "other" if trouble else "",
        errors=errors,
        done=done if done in STEPS and came is NOTHING else "",
        **sitting.frame,
        **await _writing(read, store, sitting, stored, came),
        statements=await _statements(read, gathering),
    )


async def _writing(
    read: Read, store: Store, sitting: Sitting, stored: Stored[Report] | None, came: Came
) -> dict[str, Any]:
    """The fields as they were typed, else as the report has them."""
    if stored is None:
        return {"report": None, "opened": sitting.minutes.entity.opened_at is not None}
    report, form = stored.entity, came.form
    told = await queries.told(read, report)
    language = sitting.reader.language
    now = _now(report)
    others = [
        each for each in (await queries.listed(store)).reports if each.id not in {report.id, *report.facts.related}
    ]
    written = form is not None and bool(form.all("headline_en"))
    return {
        **shown(told, language),
        "opened": True,
        "version": stored.version,
        "where": path_of(told.account.minutes),
        "typed": {name: form[name] if form and form.all(name) else said for name, said in now.items()},
        "chosen": form.all("related") if form and written else [str(each) for each in report.facts.related],
        "tongues": [(tag, NAMES[tag], direction(tag)) for tag in dict.fromkeys((language, *LANGUAGES))],
        "others": [
            (str(each.id), told_in(each, language)[1].headline)
            for each in (*(each for each, _ in told.related), *others)
        ],
        "moved": form.differs(now) if form and came.status == 412 else [],
        "press": len(await queries.press_of(read, report.facts.gathering)),
    }


def _now(report: Report) -> dict[str, str]:
    typed = {
        f"{part}_{tag}": getattr(report.texts.get(tag, Telling()), part).replace("\n", "\r\n")
        for tag in LANGUAGES
        for part in PARTS
    }
    return {**typed, "statement": str(report.facts.statement or ""), "reason": "", **dict.fromkeys(_COVERAGE, "")}


_COVERAGE = ("outlet", "link", "place", "appeared_on")


async def _statements(read: Read, gathering: UUID) -> list[tuple[str, str]]:
    """Public statements that are stood by, by their first words."""
    found = await statements_of(read, gathering, all_of_them=False)
    return [(str(each.id), f"{each.words[:80]}…") for each in found if each.quotable]
