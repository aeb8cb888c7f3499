"""Who is let in: the rule of a category of a gathering (`domain.md`, "Who is let in")."""

from collections.abc import Iterable, Mapping

from shared.contracts.gatherings import Admission
from shared.errors import Invalid

BY_NAME: Mapping[str, Admission] = {
    "delegate": "invited",
    "staff": "invited",
    "observer": "approval",
    "expert": "approval",
    "press": "approval",
    "guest": "open",
}
"""The rule of a category of this name, where the gathering says nothing else."""

OTHERWISE: Admission = "approval"
"""The rule of every other category: nobody is let in by a name that Plenary does not know."""


def rules(asked: Mapping[str, Admission], categories: Iterable[str]) -> dict[str, Admission]:
    """The rule of each category. Raises Invalid for a rule of a category that there is not."""
    known = list(categories)
    if strange := sorted(set(asked) - set(known)):
        raise Invalid.at(f"The gathering has no such category: {', '.join(strange)}.", "admission")
    return {name: asked.get(name) or BY_NAME.get(name, OTHERWISE) for name in known}
