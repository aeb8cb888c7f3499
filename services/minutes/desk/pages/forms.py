"""What the forms of the desk share: what came of one, and what the fields of a decision need."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from services.minutes.desk.typed import OUTCOMES, QUESTIONS, VOTED, noted, offered, tags
from services.minutes.mirrors.model import Gathering
from shared.contracts.decisions import Motion
from shared.errors import Invalid, Refused
from shared.locale.languages import NAMES
from shared.store import Store
from shared.web.typed import Typed

TROUBLES = (
    *("no-quorum", "not-in-session", "body-unknown", "withdrawn", "not-closed", "already-approved", "not-approved"),
    *(
        "series-unknown",
        "circulated",
        "nobody-to-ask",
        "silence-over",
        "not-adopted",
        "has-approvers",
        "stale",
        "other",
    ),
)
"""Why something cannot be done, as far as it is said in words of its own."""


class Came(NamedTuple):
    """What came of a form: what was typed, the status of the answer, and why it was refused."""

    form: Typed | None = None
    status: int = 200
    refused: Refused | None = None

    @property
    def trouble(self) -> str:
        """The key of what is said about the refusal; "" without one."""
        if self.refused is None:
            return ""
        return self.refused.slug if self.refused.slug in TROUBLES else "other"


NOTHING = Came()


def refusal(form: Typed, refused: Refused) -> Came:
    """What a rule said no to, at the field that it is about, or above the form."""
    if isinstance(refused, Invalid) and noted(form, refused):
        return Came(form, 422)
    return Came(form, 409, refused)


def form_of(
    language: str,
    typed: dict[str, str],
    form: Typed | None,
    motion: Motion | None = None,
    rows: Sequence[dict[str, Any]] = (),
) -> dict[str, Any]:
    """What the fields of a decision need. `rows`: of those who vote by name."""
    return {
        "typed": typed,
        "errors": form.errors if form else {},
        "languages_of_text": [(tag, NAMES.get(tag, tag)) for tag in tags(motion, language)],
        "adoptions": offered(motion, by_name=bool(rows)),
        "questions": QUESTIONS,
        "outcomes": OUTCOMES,
        "voted": VOTED,
        "ballots": rows,
    }


async def zone_of(store: Store, gathering: UUID) -> str:
    """The clocks by which times are typed: those of the venue."""
    about = await store.get(Gathering, gathering)
    return about.entity.time_zone if about else "UTC"
