"""What the pages of a final statement have in common: what is shown round each form, and what came of it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.minutes.final_statement import shown
from services.minutes.final_statement.forms import LONGEST
from services.minutes.final_statement.model import FinalStatement
from services.minutes.mirrors.model import Organization, Person
from services.minutes.proceedings.pages.frame import NOTHING, Came, Sitting
from shared.contracts.organizations import Text
from shared.errors import Conflict, NotFound, Refused
from shared.locale import LANGUAGES
from shared.store import Store, Stored
from shared.text import paragraphs
from shared.web import Pages
from shared.web.typed import Typed

TROUBLES = (
    *("adopted", "not-open", "not-adopted", "not-begun", "no-paragraphs", "amendments-open", "not-a-draft"),
    *("paragraph-moved", "paragraph-gone", "decided", "full", "too-large", "stale", "other"),
)
"""Why something cannot be done, as far as it is said in words of its own."""

DONE = ("draft", "write", "correct", "move", "leave-out", "open", "adopt", "propose", "accept", "reject", "merge")
"""What can have been done when the page is shown again."""

html = Pages("services.minutes.final_statement")


async def statement_of(store: Store, gathering: UUID) -> Stored[FinalStatement]:
    """The final statement of who keeps it. Raises NotFound where there is none yet."""
    stored = await store.get(FinalStatement, gathering)
    if stored is None:
        raise NotFound("There is no final statement here yet.")
    return stored


def trouble(came: Came) -> str:
    """The key of what is said about a refusal; "" without one."""
    return "" if came.refused is None else came.refused.slug if came.refused.slug in TROUBLES else "other"


def show(request: Request, name: str, sitting: Sitting, came: Came, **more: Any) -> Response:
    """A page after what came of a form."""
    errors = came.form.errors if came.form else {}
    done = request.query_params.get("done", "")
    return html.answer(
        request,
        name,
        status=came.status,
        trouble=trouble(came),
        errors=errors,
        done=done if done in DONE and not came.form else "",
        **sitting.frame,
        **more,
    )


def back(gathering: UUID, done: str, where: str = "text") -> RedirectResponse:
    """To the text, at the place where it was done."""
    return RedirectResponse(f"/minutes/gatherings/{gathering}/final-statement?done={done}#{where}", 303)


async def amendments(store: Store, it: FinalStatement, sitting: Sitting) -> list[dict[str, Any]]:
    """Each as it is shown, with the names of who proposed it."""
    people = await store.get_many(Person, sorted({each.person for each in it.amendments if each.person}))
    homes = await store.get_many(
        Organization, sorted({each.organization for each in it.amendments if each.organization})
    )
    return shown.amendments(
        it,
        sitting.reader.language,
        sitting.reader,
        {id: each.entity for id, each in people.items()},
        {id: each.entity for id, each in homes.items()},
    )


def tags_of(it: FinalStatement, language: str) -> list[str]:
    """The languages that a form has a field for: the authoritative one first, then the reader's."""
    there = (tag for each in it.paragraphs for tag in each.text)
    return list(dict.fromkeys((it.authoritative, language, *LANGUAGES, *there)))


def fields(it: FinalStatement, language: str) -> list[dict[str, Any]]:
    """The fields of a text, by language."""
    return [
        {"tag": tag, "name": shown.name_of(tag), "counts": tag == it.authoritative} for tag in tags_of(it, language)
    ]


def text_of(form: Typed, it: FinalStatement, language: str, *, needed: bool = True) -> Text:
    """What was typed, by language; errors where it is too long, or the authoritative one is missing. Browsers write line ends
    their own way. A language that came after the form was shown has no field in it, and stays as it is."""
    tags = [tag for tag in tags_of(it, language) if form.all(f"text_{tag}")]
    text = {tag: form[f"text_{tag}"].replace("\r\n", "\n") for tag in tags}
    for tag, words in text.items():
        try:
            if len(paragraphs(words)) > LONGEST:
                form.errors[f"text_{tag}"] = "wrong_long"
        except ValueError:
            form.errors[f"text_{tag}"] = "wrong_other"
    if needed and not text.get(it.authoritative, "").strip():
        form.errors[f"text_{it.authoritative}"] = "wrong_missing"
    return text


def typed_of(came: Came, now: Mapping[str, str]) -> dict[str, str]:
    """The fields as they were typed; those that the form did not have, as they are `now`."""
    had = [name for name in now if came.form and came.form.all(name)]
    return dict(now) | came.typed(dict.fromkeys(had, ""))


def gone(came: Came) -> Came:
    """What was typed, and that its paragraph does not stand in the text any more."""
    return Came(came.form, 409, Conflict("Its paragraph does not stand in the text any more.", code="paragraph-gone"))


def refusal(form: Typed, refused: Refused, authoritative: str) -> Came:
    """What is wrong with the text stands at its field."""
    came = Came.of(form, refused)
    if "text" in form.errors:
        form.errors[f"text_{authoritative}"] = "wrong_same" if form.errors.pop("text") else ""
        return Came(form, 422)
    return came


__all__ = [
    "NOTHING",
    "Came",
    "Sitting",
    "amendments",
    "back",
    "fields",
    "gone",
    "refusal",
    "show",
    "statement_of",
    "text_of",
    "typed_of",
]
