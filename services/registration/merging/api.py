"""Two entries that are one. What was merged is an alias: under its id the one that is kept is answered."""

from typing import Self
from uuid import UUID

from services.registration.merging import handlers
from services.registration.organizations.model import MergeOrganization, Organization
from services.registration.people.commands import MergePerson
from services.registration.people.model import Person
from shared.http import Caller, Do, Form, Routes, View, matches, may

routes = Routes(prefix="/v1", dependencies=[may("secretariat")])


class MergeForm(Form):
    """`into`: the entry that is kept; of an alias, the one that it leads to."""

    into: UUID


class AliasView(View):
    """An entry that leads to another for good."""

    id: UUID
    merged_into: UUID

    @classmethod
    def of(cls, alias: Organization | Person) -> Self:
        return cls.model_validate(alias)


@routes.post("/organizations/{organization}/merge", tags=["organizations"], dependencies=[matches])
async def post_organization_merge(organization: UUID, form: MergeForm, do: Do, caller: Caller) -> AliasView:
    """Merge an organization into another. Members of bodies, people and what stands below it are then of the one that is kept.

    409 `merged` (into another already), `stands-above`, `has-roles`, `too-many`; 422 `same`.
    """
    command = MergeOrganization(**do.message, organization=organization, into=form.into, by=caller.id)
    stored = await do(handlers.merge_organizations, command, document=(Organization, organization))
    return AliasView.of(stored.entity)


@routes.post("/people/{person}/merge", tags=["people"], dependencies=[matches])
async def post_person_merge(person: UUID, form: MergeForm, do: Do, caller: Caller) -> AliasView:
    """Merge a person into another. Registrations of the duplicate stay, and are those of the one that is kept, who is written to.

    Both addresses lead to the one that is kept. Erasing that person erases the alias, too.
    409 `merged` (into another already), `both-registered` (for one gathering: cancel one first), `has-roles`, `unconfirmed`,
    `too-many`; 422 `same`.
    """
    command = MergePerson(**do.message, person=person, into=form.into, by=caller.id)
    return AliasView.of((await do(handlers.merge_people, command, document=(Person, person))).entity)
