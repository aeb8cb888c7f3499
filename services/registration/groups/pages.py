"""The pages of groups: those of a gathering, and the form of one. Without scripts."""

from typing import Any
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from services.registration.entries.merging import called
from services.registration.gatherings.model import Gathering
from services.registration.gatherings.queries import seen
from services.registration.groups.handlers import amend_group, list_group
from services.registration.groups.model import MOST, AmendGroup, Group, ListGroup
from services.registration.groups.queries import groups_of
from services.registration.organizations.pages import coded, codes_of, texts
from services.registration.people.model import Person
from services.registration.people.queries import person_at
from services.registration.people.typed import address
from shared import auth, locale
from shared.contracts.groups import GroupFacts
from shared.errors import NotFound, Refused, Stale
from shared.flow import Read
from shared.http import Caller, Documents, Routes, may
from shared.locale import LANGUAGES
from shared.locale.languages import NAMES
from shared.store import Store, Stored
from shared.web import Pages, reader_language
from shared.web.typed import Posted, Typed

CALLED = tuple(f"called_{tag}" for tag in LANGUAGES)
FIELDS = (*CALLED, "number", "organization", "named", "came", "withdrawn")
LONGEST = 200

pages = Routes(include_in_schema=False)
html = Pages("services.registration.groups")
secretariat = [may("secretariat")]


@pages.get("/gatherings/{gathering:uuid}/groups", dependencies=secretariat)
async def get_groups_page(gathering: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """Those of a gathering, and the form of a new one."""
    return await _form(request, store, await seen(store, caller, gathering))


@pages.post("/gatherings/{gathering:uuid}/groups", dependencies=secretariat)
async def post_groups_page(
    gathering: UUID, request: Request, caller: Caller, store: Documents, form: Posted
) -> Response:
    """Enter one."""
    return await _save(request, store, await seen(store, caller, gathering), form, caller)


@pages.get("/gatherings/{gathering:uuid}/groups/{group:uuid}", dependencies=secretariat)
async def get_group_page(gathering: UUID, group: UUID, request: Request, caller: Caller, store: Documents) -> Response:
    """The form of one, as it is."""
    there = await seen(store, caller, gathering)
    return await _form(request, store, there, await _one(store, gathering, group))


@pages.post("/gatherings/{gathering:uuid}/groups/{group:uuid}", dependencies=secretariat)
async def post_group_page(
    gathering: UUID, group: UUID, request: Request, caller: Caller, store: Documents, form: Posted
) -> Response:
    """Say anew what is known of it; if somebody was faster, show both."""
    there = await seen(store, caller, gathering)
    return await _save(request, store, there, form, caller, await _one(store, gathering, group))


async def _save(
    request: Request,
    store: Store,
    there: Stored[Gathering],
    form: Typed,
    caller: auth.Caller,
    group: Stored[Group] | None = None,
) -> Response:
    facts, status = await _facts(form, store, there.id), 422
    try:
        if facts and group:
            command = AmendGroup(**form.do.message, group=group.id, facts=facts, by=caller.id)
            await form.do(amend_group, command, document=(Group, group.id))
        elif facts:
            await form.do(list_group, ListGroup(**form.do.message, facts=facts, by=caller.id))
        if facts:
            return RedirectResponse(f"/registration/gatherings/{there.id}/groups", 303)
    except Stale:
        status, group = 412, await _one(store, there.id, group.id) if group else None
    except Refused as refused:
        if not refused.errors:
            raise
        form.errors |= {name: f"wrong_{name}" for each in refused.errors if (name := each["field"].partition(".")[0])}
    return await _form(request, store, there, group, form, status)


async def _facts(form: Typed, store: Store, gathering: UUID) -> GroupFacts | None:
    """What was typed; None, with `form.errors`, where something cannot be read."""
    said = texts(form, "called")
    if not said or any(len(text) > LONGEST for text in said.values()):
        form.errors[CALLED[0]] = "wrong_called"
    numbers = {name: form.number(name) for name in ("number", "came") if form[name] or name == "number"}
    if not 0 < numbers["number"] <= MOST:
        form.errors["number"] = "wrong_number"
    if not 0 <= numbers.get("came", 0) <= MOST:
        form.errors["came"] = "wrong_came"
    home, named = next(iter(coded(form, "organization")), None), await _named(form, store)
    if form.errors:
        return None
    said_of = {"called": said, "organization": home, "named": named, "withdrawn": bool(form["withdrawn"]), **numbers}
    return GroupFacts.model_validate({"gathering": gathering, **said_of})


async def _named(form: Typed, store: Store) -> list[UUID]:
    """Who is named, one address in each line."""
    found: list[UUID] = []
    for line in filter(None, map(str.strip, form["named"].splitlines())):
        try:
            person = await person_at(Read(store), address(line))
        except ValueError:
            person = None
        if person is None or not person.confirmed:
            form.errors["named"] = "wrong_named"
        else:
            found.append(person.id)
    return found


async def _form(
    request: Request,
    store: Store,
    there: Stored[Gathering],
    group: Stored[Group] | None = None,
    form: Typed | None = None,
    status: int = 200,
) -> Response:
    """With all that was typed; after a change by somebody else with both, and the version of now."""
    language = reader_language(request)
    now = await _typed(store, group.entity) if group else dict.fromkeys(FIELDS, "")
    return html.answer(
        request,
        "groups.html",
        status=status,
        gathering=there.id,
        title=locale.choose(there.entity.title, language),
        groups=await groups_of(store, there.id, language),
        id=group.id if group else None,
        version=group.version if group else None,
        called=locale.choose(group.entity.facts.called, language) if group else "",
        typed={name: form[name] for name in FIELDS} if form else now,
        wrong=form.errors if form else {},
        moved=form.differs(now) if form and group and status == 412 else None,
        tongues=NAMES,
    )


async def _typed(store: Store, group: Group) -> dict[str, str]:
    facts = group.facts
    people = await called(store, Person, facts.named)
    plain: dict[str, Any] = {
        "number": facts.number,
        "organization": "".join(await codes_of(store, [facts.organization])),
        "named": "\r\n".join(each.email for each in people.values() if each.email),
        "came": "" if facts.came is None else facts.came,
        "withdrawn": "yes" if facts.withdrawn else "",
    }
    return {f"called_{tag}": facts.called.get(tag, "") for tag in LANGUAGES} | {
        name: str(value) for name, value in plain.items()
    }


async def _one(store: Store, gathering: UUID, group: UUID) -> Stored[Group]:
    found = await store.get(Group, group)
    if found is None or found.entity.facts.gathering != gathering:
        raise NotFound("There is no such group here.")
    return found
