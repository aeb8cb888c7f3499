"""The pages of bodies."""

from collections.abc import Sequence
from typing import Any, get_args
from uuid import UUID

from fastapi import Request

from services.registration.bodies import handlers, typed
from services.registration.bodies.forms import BodyForm
from services.registration.bodies.model import Body, FormBody, body_id
from services.registration.entries.fields import Field, Link, Row, by_language
from services.registration.organizations import queries
from services.registration.organizations.pages import NamesOrganizations, texts
from shared import locale
from shared.contracts.bodies import BodyFacts, Question
from shared.contracts.people import Calendar
from shared.locale import DEFAULTS, LANGUAGES, Texts, digits
from shared.store import Finds, Store, Stored
from shared.web.typed import Typed

RULES = ("none", "more_than", "at_least")
CALENDARS = get_args(Calendar)
QUESTIONS = get_args(Question)


class Bodies(NamesOrganizations):
    """What decides."""

    what = "bodies"
    kind = Body
    fields = (
        Field("code", required=True, ltr=True),
        *by_language("name"),
        Field("members", "lines", ltr=True, typed_only=True),
        Field("people", "lines", ltr=True, typed_only=True),
        Field("calendar", "choice", CALENDARS, label="terms_calendar", typed_only=True),
        Field("rule", "choice", RULES),
        Field("numerator", ltr=True),
        Field("denominator", ltr=True),
        *(Field(f"majority_{each}", "choice", typed.MAJORITIES) for each in QUESTIONS),
    )
    heads = ("code", "members")
    parts = ("offices",)
    handler = staticmethod(handlers.form_body)

    def found(self, store: Store, q: str) -> Finds:
        return queries.Search(store, q)

    async def rows(self, store: Store, found: Sequence[Stored[Any]], language: str) -> list[Row]:  # noqa: ARG002
        def row(body: Body) -> Row:
            return Row(
                body.id,
                locale.choose(body.name, language),
                "",
                (body.code, str(len(body.members) + len(body.facts.people))),
            )

        return [row(stored.entity) for stored in found]

    def title(self, entity: Any, language: str) -> str:
        return locale.choose(entity.name, language)

    async def typed(self, store: Store, entity: Any) -> dict[str, str]:
        facts: BodyFacts = entity.facts
        quorum = facts.quorum
        return {
            "code": entity.code,
            **{f"name_{language}": entity.name.get(language, "") for language in LANGUAGES},
            **await typed.lines(store, entity.facts),
            "calendar": facts.calendar,
            "rule": quorum.rule if quorum else "none",
            "numerator": str(quorum.numerator) if quorum else "",
            "denominator": str(quorum.denominator) if quorum else "",
            **{f"majority_{each}": typed.majority(facts.majorities.get(each)) for each in QUESTIONS},
        }

    async def said(self, store: Store, entity: Any, language: str) -> dict[str, str]:
        """The quorum in one phrase: `More than 1/2 of the members`."""
        shown, quorum = await super().said(store, entity, language), entity.facts.quorum
        if quorum is None:
            return shown
        words = Texts(language, DEFAULTS[language].digits, "services.registration.entries")
        part = digits(f"{quorum.numerator}/{quorum.denominator}", DEFAULTS[language].digits)
        return shown | {"rule": words(f"quorum_{quorum.rule}", part=part), "numerator": "", "denominator": ""}

    async def command(self, request: Request, form: Typed, id: UUID | None, by: UUID | None) -> Any:
        rule = form.one_of("rule", RULES)
        part = {name: form.number(name) for name in ("numerator", "denominator")} if rule != "none" else None
        calendar = next((each for each in CALENDARS if each == form["calendar"]), CALENDARS[0])
        store = request.app.state.service.store
        said = await typed.members(form, store, calendar, form.do.message["at"].date()) if not form.errors else {}
        facts = BodyForm.model_validate(
            {
                "code": form["code"],
                "name": texts(form, "name"),
                "members": [],
                "calendar": calendar,
                "quorum": {"rule": rule, **part} if part and not form.errors else None,
                "majorities": {
                    each: needed for each in QUESTIONS if (needed := typed.majority_of(form, f"majority_{each}"))
                },
                **said,
            }
        )
        return FormBody(**form.do.message, body=id or body_id(facts.code), facts=facts.facts, by=by, new=id is None)

    async def related(self, store: Store, entity: Any, language: str, *, secretariat: bool) -> dict[str, list[Link]]:
        """Its members now, and who was one before; people among them are told to the secretariat."""
        now, before = await typed.members_of(store, entity.facts, language, people=secretariat)
        return {"members": now, "former": before}


BODIES = Bodies()
