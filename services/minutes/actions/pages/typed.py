"""What is typed into the forms of an action, as commands; what is wrong is noted at its field."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, get_args
from uuid import UUID

from services.minutes.actions import handlers
from services.minutes.actions.commands import (
    AcceptAction,
    Asked,
    AssignAction,
    CarryAction,
    DropAction,
    FinishAction,
    ProgressAction,
)
from services.minutes.actions.forms import LONGEST
from shared.contracts.actions import ActionFacts, ActionKind, Carried
from shared.contracts.people import Calendar
from shared.errors import Invalid
from shared.flow import Decide
from shared.locale import LANGUAGES, digits
from shared.periods import period
from shared.text import paragraphs
from shared.web.typed import Typed

KINDS = get_args(ActionKind)
CALENDARS = get_args(Calendar)


class Step(NamedTuple):
    """What a form of the page runs, and how what was typed becomes the command's."""

    handler: Decide[Any]
    command: Callable[..., Asked]
    read: Callable[[Typed, str, Calendar], dict[str, Any]]


def note(form: Typed, name: str, *, required: bool = True) -> str:
    """Some paragraphs."""
    said = form.must(name, LONGEST) if required or form[name] else ""
    try:
        return paragraphs(said.replace("\r\n", "\n"))
    except ValueError:
        form.errors[name] = "wrong_other"
        return ""


def when(form: Typed, name: str, calendar: Calendar) -> str:
    """A year, a month or a day; empty for none."""
    said = digits(form[name], "latin").replace("/", "-")
    try:
        return str(period(said, calendar)) if said else ""
    except ValueError:
        form.errors[name] = "wrong_due"
        return ""


def one(form: Typed, name: str) -> UUID | None:
    """An id that was chosen of a list; None for none."""
    try:
        return UUID(form[name]) if form[name] else None
    except ValueError:
        form.errors[name] = "wrong_choice"
        return None


def owner(form: Typed, name: str) -> dict[str, UUID | None]:
    """A person or an organization, as `organization:<id>`; nothing for nobody."""
    what, _, id = form[name].partition(":")
    found: dict[str, UUID | None] = {"person": None, "organization": None}
    try:
        return found | ({what: UUID(id)} if what in found else {})
    except ValueError:
        form.errors[name] = "wrong_choice"
        return found


def facts_of(form: Typed, gathering: UUID | None) -> ActionFacts | None:
    """An action as it was typed; None where `form.errors` says what is wrong."""
    text = {tag: note(form, f"text_{tag}", required=False) for tag in LANGUAGES}
    if not any(text.values()):
        form.errors.setdefault(f"text_{LANGUAGES[0]}", "wrong_text")
    kind, calendar = form.one_of("action_kind", KINDS), form.one_of("calendar", CALENDARS)
    said = {
        "due": when(form, "due", calendar) if "calendar" not in form.errors else "",  # type: ignore[arg-type]
        "edition": one(form, "edition"),
        **owner(form, "owner"),
    }
    if form.errors:
        return None
    said |= {"action_kind": kind, "calendar": calendar, "gathering": gathering}
    return ActionFacts.model_validate(said | {"text": {tag: words for tag, words in text.items() if words}})


def _assigned(form: Typed, step: str, _: Calendar) -> dict[str, Any]:
    found = owner(form, f"{step}_owner")
    if not any(found.values()):
        form.errors[f"{step}_owner"] = "wrong_choice"
    return found


def _carried(form: Typed, step: str, calendar: Calendar) -> dict[str, Any]:
    found = Carried(
        gathering=one(form, f"{step}_gathering"),
        edition=one(form, f"{step}_edition"),
        due=when(form, f"{step}_due", calendar),
    )
    if found == Carried() and not form.errors:
        form.errors[f"{step}_gathering"] = "wrong_carried"
    return {"facts": found, "note": note(form, f"{step}_note", required=False)}


STEPS: Mapping[str, Step] = {
    "accept": Step(handlers.accept_action, AcceptAction, lambda *_: {}),
    "progress": Step(
        handlers.progress_action, ProgressAction, lambda form, step, _: {"note": note(form, f"{step}_note")}
    ),
    "done": Step(
        handlers.finish_action,
        FinishAction,
        lambda form, step, _: {"note": note(form, f"{step}_note", required=False)},
    ),
    "assign": Step(handlers.assign_action, AssignAction, _assigned),
    "carry": Step(handlers.carry_action, CarryAction, _carried),
    "drop": Step(handlers.drop_action, DropAction, lambda form, step, _: {"note": note(form, f"{step}_note")}),
}
OF_OWNER = ("accept", "progress", "done")
"""What who answers for it does; the others are for who keeps the record."""
FIELDS = (
    *("progress_note", "done_note", "drop_note", "assign_owner"),
    *("carry_gathering", "carry_edition", "carry_due", "carry_note"),
)
REFUSED = ("over", "no-owner", "owned", "said-enough", "other")
"""Why a rule said no, as far as it is said in words of its own."""


async def carry_out(form: Typed, step: str, asked: dict[str, Any], calendar: Calendar) -> bool:
    """Whether it was done; else `form.errors` says what is wrong. Raises Conflict."""
    it = STEPS[step]
    told = it.read(form, step, calendar)
    if form.errors:
        return False
    try:
        await form.do(it.handler, it.command(**form.do.message, **asked, **told))
    except Invalid as wrong:
        field = wrong.errors[0]["field"] if wrong.errors else "note"
        form.errors[f"{step}_{'owner' if field in {'person', 'organization'} else field}"] = "wrong_choice"
    return not form.errors
