"""The pages of bodies."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from fastapi import Request

from services.registration.bodies import handlers
from services.registration.bodies.forms import BodyForm
from services.registration.bodies.model import Body, FormBody, body_id
from services.registration.entries.fields import Field, Row, by_language
from services.registration.organizations import queries
from services.registration.organizations.pages import NamesOrganizations, coded, codes_of, texts
from shared import locale
from shared.locale import LANGUAGES
from shared.store import Finds, Store, Stored
from shared.web.typed import Typed

RULES = ("none", "more_than", "at_least")


class Bodies(NamesOrganizations):
    """What decides."""

    what = "bodies"
    kind = Body
    fields = (
        Field("code", required=True, ltr=True),
        *by_language("name"),
        Field("members", "lines", ltr=True),
        Field("rule", "choice", RULES),
        Field("numerator", ltr=True),
        Field("denominator", ltr=True),
    )
    heads = ("code", "members")
    parts = ("offices",)
    handler = staticmethod(handlers.form_body)

    def found(self, store: Store, q: str) -> Finds:
        return queries.Search(store, q)

    async def rows(self, store: Store, found: Sequence[Stored[Any]], language: str) -> list[Row]:  # noqa: ARG002
        def row(body: Body) -> Row:
            return Row(body.id, locale.choose(body.name, language), "", (body.code, str(len(body.members))))

        return [row(stored.entity) for stored in found]

    def title(self, entity: Any, language: str) -> str:
        return locale.choose(entity.name, language)

    async def typed(self, store: Store, entity: Any) -> dict[str, str]:
        quorum = entity.quorum
        return {
            "code": entity.code,
            **{f"name_{language}": entity.name.get(language, "") for language in LANGUAGES},
            "members": "\n".join(await codes_of(store, entity.members)),
            "rule": quorum.rule if quorum else "none",
            "numerator": str(quorum.numerator) if quorum else "",
            "denominator": str(quorum.denominator) if quorum else "",
        }

    async def command(self, request: Request, form: Typed, id: UUID | None, by: UUID | None) -> Any:  # noqa: ARG002
        rule = form.one_of("rule", RULES)
        part = {name: form.number(name) for name in ("numerator", "denominator")} if rule != "none" else None
        facts = BodyForm.model_validate(
            {
                "code": form["code"],
                "name": texts(form, "name"),
                "members": coded(form, "members"),
                "quorum": {"rule": rule, **part} if part and not form.errors else None,
            }
        )
        return FormBody(
            **form.do.message,
            body=id or body_id(facts.code),
            code=facts.code,
            name=facts.name,
            members=facts.members,
            quorum=facts.rule,
            by=by,
            new=id is None,
        )


BODIES = Bodies()
