"""What is asked for of the mode of a gathering, in a request and on a page."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from services.registration.editions.forms import Known, Named
from services.registration.organizations.forms import Words
from shared.contracts.authorities import Authority
from shared.contracts.gatherings import Answer, Mode
from shared.contracts.people import Calendar
from shared.http import Form
from shared.http.fields import Language, Line


class TimesForm(Form):
    """`calendar`: of the time that is said, for a gathering of no edition; else it is the mandate's. `body`: whose office."""

    body: UUID | None = None
    calendar: Calendar | None = None

    def command(self, who: str) -> dict[str, Any]:
        """As a command has it: `who` it was in one."""
        told = self.model_dump()
        return told | {who: Authority(told.pop("body"), told[who])}


class ProposalForm(TimesForm):
    """To hold it in this mode; in which words, by whom and when, as far as it is known."""

    mode: Annotated[Mode, Field(examples=["online"])]
    says: Annotated[dict[Language, Line], Field(max_length=20)] = {}
    proposed_by: Named = {}
    proposed_on: Known = ""


class DecisionForm(TimesForm):
    """What was decided, and why; by whom, and when, if it is known."""

    answer: Answer
    reason: Words
    decided_by: Named = {}
    decided_on: Known = ""


class DecidedForm(DecisionForm):
    """Of which proposal, as the page asks."""

    proposal: UUID
