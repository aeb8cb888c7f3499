"""One edition: where it stands, each next step with what follows, what became of it, and what was changed. No scripts."""

from itertools import groupby
from typing import Any
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.editions import queries, shown, typed, who
from services.registration.editions.model import Edition
from services.registration.editions.pages.html import html, today
from services.registration.editions.pages.series import series_of
from services.registration.editions.pages.steps import BESIDE, FIELDS, STEPS, TROUBLE
from services.registration.people.model import Person
from shared import auth, locale
from shared.errors import Conflict, NotFound, Refused, Stale
from shared.http import Caller, Documents, Routes, may
from shared.locale.languages import NAMES
from shared.store import Store, Stored
from shared.web import reader_language
from shared.web.typed import Posted, Typed

routes = Routes(include_in_schema=False)


@routes.get("/editions/{edition:uuid}", dependencies=[may("observer")])
async def get_edition_page(edition: UUID, request: Request, store: Documents, caller: Caller) -> Response:
    """Where it stands, and what can be done next."""
    return await _shown(request, store, await queries.there(store, edition), caller)


@routes.post("/editions/{edition:uuid}/{step}", dependencies=[may("secretariat")])
async def post_step(
    edition: UUID, step: str, request: Request, store: Documents, form: Posted, caller: Caller
) -> Response:
    """Take the step. What somebody else changed meanwhile, or what cannot be done any more, is said on the same page."""
    if step not in STEPS:
        raise NotFound("There is no such step.")
    there, trouble, status = await queries.there(store, edition), "", 422
    do = STEPS[step]
    try:
        if facts := typed.told(form, do.form, *do.fields, step=step):
            command = do.command(**form.do.message, edition=edition, by=caller.id, **facts)
            await form.do(do.handler, command, document=(Edition, edition))
            return RedirectResponse(f"/registration/editions/{edition}", 303)
    except Stale:
        there, trouble, status = await queries.there(store, edition), "moved_on", 412
    except Conflict as refused:
        there, trouble, status = await queries.there(store, edition), TROUBLE.get(refused.slug, "not_now"), 409
    except Refused as refused:
        typed.note(form, refused, step)
    return await _shown(request, store, there, caller, (step, form, trouble), status)


async def _shown(
    request: Request,
    store: Store,
    there: Stored[Edition],
    caller: auth.Caller,
    sent: tuple[str, Typed, str] | None = None,
    status: int = 200,
) -> Response:
    it, language, day = there.entity, reader_language(request), today(request)
    series = await series_of(store, it.facts.series)
    step, form, trouble = sent or ("", None, "")
    given = {"hold_held_in": it.planned_for, "plan_planned_for": it.planned_for, "correct_held_in": it.held_in}
    requirements = await shown.required(store, it.requirements, it.facts.calendar, language)
    unlikely = {"lapse": it.standing(day) != "overdue", "withdraw": not any(each["stands"] for each in requirements)}
    steps = [key for key, each in STEPS.items() if it.state in each.begins and not unlikely.get(key)]
    secretariat = caller.is_("secretariat")
    return html.answer(
        request,
        "edition.html",
        status=status,
        id=it.id,
        version=there.version,
        series=series.id,
        called=locale.choose(series.entity.facts.title, language),
        mandate=series.entity.facts,
        it=shown.edition(it, language, day),
        steps=[key for key in steps if key not in BESIDE] if secretariat else [],
        beside=[key for key in BESIDE if key in steps] if secretariat else [],
        requirements=requirements,
        bodies=await who.bodies(store, language) if secretariat else [],
        step=step,
        trouble=trouble,
        fields={key: each.fields for key, each in STEPS.items()},
        typed={name: form[name] if form else given.get(name, "") for name in FIELDS},
        wrong=form.errors if form else {},
        history=_history(it) if secretariat else [],
        times=_times(it, language),
        names=await _names(store, it),
        secretariat=secretariat,
        tongues=NAMES,
    )


def _history(it: Edition) -> list[list[Any]]:
    """What somebody changed at once belongs together; the latest first."""
    there = groupby(reversed(it.history), lambda each: (each.at, each.by))
    return [list(reversed(list(edits))) for _, edits in there]


def _times(it: Edition, language: str) -> dict[str, str]:
    """Each time that its history names, as it is said."""
    moved = [
        text for edit in it.history if edit.field in {"due", "planned_for", "held_in"} for text in (edit.old, edit.new)
    ]
    return {text: shown.when(text, it.facts.calendar, language)["said"] for text in moved}


async def _names(store: Store, it: Edition) -> dict[str, str]:
    by = {id for id in [*(each.by for each in it.history), *(each.by for each in it.requirements)] if id}
    people = await store.get_many(Person, sorted(by))
    return {str(id): stored.entity.name for id, stored in people.items() if stored.entity.name}
