"""What is typed at the desk: the form of a decision, as a motion and back."""

from collections.abc import Mapping, Sequence
from typing import get_args
from uuid import UUID

from services.minutes.decisions.model import COUNTED
from shared.contracts.decisions import Adoption, Motion, Votes
from shared.locale import LANGUAGES
from shared.text import paragraphs
from shared.web.typed import Typed

VOTES = ("in_favour", "against", "abstaining")
MOST_VOTES = 1_000_000
ADOPTIONS = get_args(Adoption)


def typed_of(motion: Motion | None, typed: Typed | None = None, only: Sequence[str] = ()) -> dict[str, str]:
    """The fields of the forms, as they were typed (`only` those that the form has), else as the motion says them."""
    said = _said(motion)
    return said | {name: typed[name] for name in only or said} if typed else said


def differences(typed: Typed, motion: Motion) -> list[tuple[str, str, str]]:
    """Where it says something else by now than was typed, for `ui.moved`; browsers write line ends their own way."""
    said = _said(motion)
    return typed.differs({name: said[name].replace("\n", "\r\n") for name in said if name not in {"reason", "why"}})


def _said(motion: Motion | None) -> dict[str, str]:
    text, votes = (motion.text, motion.votes) if motion else ({}, None)
    return {
        **{f"text_{tag}": text.get(tag, "") for tag in tags(motion)},
        "adoption": motion.adoption if motion else "",
        **{name: str(getattr(votes, name)) if votes else "" for name in VOTES},
        "item": str(motion.item or "") if motion else "",
        "reason": "",
        "why": "",
    }


def tags(motion: Motion | None, first: str = "") -> list[str]:
    """The languages in which the text is asked for: the reader's first, then ours, then those that are there already."""
    return list(dict.fromkeys([*([first] if first else []), *LANGUAGES, *(motion.text if motion else {})]))


def motion_of(form: Typed, known: Motion | None = None) -> Motion | None:
    """What was typed; None, with what is wrong in `form.errors`, if it is no motion. `known`: what it says until now."""
    text = _text(form, tags(known))
    adoption = form.one_of("adoption", ADOPTIONS)
    votes = _votes(form, counted=adoption in COUNTED)
    said = {"text": text, "adoption": adoption, "votes": votes, "item": _item(form)}
    return None if form.errors else Motion.model_validate(said)


def _item(form: Typed) -> UUID | None:
    """The item of the agenda that was chosen."""
    try:
        return UUID(form["item"]) if form["item"] else None
    except ValueError:
        form.errors["item"] = "wrong_choice"
        return None


def _text(form: Typed, languages: Sequence[str]) -> Mapping[str, str]:
    """The text in those languages in which there is one; browsers write line ends their own way."""
    text = {tag: said.replace("\r\n", "\n") for tag in languages if (said := form[f"text_{tag}"])}
    for tag, said in text.items():
        try:
            paragraphs(said)
        except ValueError:
            form.errors[f"text_{tag}"] = "wrong_other"
    if not text:
        form.errors[f"text_{languages[0]}"] = "wrong_text"
    return text


def _votes(form: Typed, *, counted: bool) -> Votes | None:
    """The votes where the mode counts them; typed where it counts none they are an error, and not lost."""
    if not counted:
        form.errors |= {name: "wrong_votes" for name in VOTES if form[name] and "adoption" not in form.errors}
        return None
    found = {name: form.number(name) if form[name] or name != "abstaining" else 0 for name in VOTES}
    form.errors |= {name: "wrong_number" for name, number in found.items() if not 0 <= number <= MOST_VOTES}
    return Votes(**found)
