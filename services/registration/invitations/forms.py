"""What is asked for of an invitation, in a request and on a page."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from services.registration.gatherings.forms import Category
from services.registration.invitations.commands import Reply
from services.registration.invitations.model import FOCAL_POINTS, QUOTA
from services.registration.people.forms import Address, Reader
from shared.contracts.invitations import Source
from shared.http import Form
from shared.http.fields import Instant, Line, Whole


class InvitationForm(Form):
    """Who is invited, as what, and until when they may answer.

    A `person`, in the name of `organization` (their own, if none is said); or an `organization` alone, with a `quota` of
    delegates whom any of its `focal_points` names.
    """

    category: Category
    reply_by: Instant
    person: UUID | None = None
    organization: UUID | None = None
    quota: Annotated[Whole, Field(ge=0, le=QUOTA)] = 0
    focal_points: Annotated[list[UUID], Field(max_length=FOCAL_POINTS)] = []


class AnswerForm(Form):
    """Yes, no, or perhaps. `source`: of what came by letter or telephone; for the secretariat."""

    reply: Reply
    source: Source = "signed_in"


class NamedForm(Form):
    """Somebody who comes. Of a person who is on record under this address, everything stays as it is."""

    name: Line
    email: Address
    language: Reader = "en"
    position: Line | None = None


class SubstituteForm(NamedForm):
    """Who comes in the place of who was invited."""

    source: Source = "signed_in"


class DelegatesForm(Form):
    """Who comes for the organization from now on, and who (ids) does not any more: to replace somebody, say both at once."""

    add: Annotated[list[NamedForm], Field(max_length=QUOTA)] = []
    remove: Annotated[list[UUID], Field(max_length=QUOTA)] = []
    source: Source = "signed_in"


class ReplyByForm(Form):
    """Until when they may answer."""

    reply_by: Instant
