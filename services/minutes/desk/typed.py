"""What is typed at the desk: the form of a decision, as a motion and back."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, get_args
from uuid import UUID

from services.minutes.decisions.counting import COUNTED, NAMED
from services.minutes.paragraphs.model import Paragraph
from shared.contracts.bodies import Question
from shared.contracts.decisions import Adoption, Motion, Outcome, ReservationFacts, Voted, Votes
from shared.errors import Invalid
from shared.locale import LANGUAGES
from shared.text import paragraphs
from shared.web.typed import Typed

VOTES = ("in_favour", "against", "abstaining")
UUID_LENGTH = 36
MOST_VOTES = 1_000_000
BY_NAME = tuple(each for each in get_args(Adoption) if each in NAMED)
ADOPTIONS = tuple(each for each in get_args(Adoption) if each not in {"silence_procedure", "roll_call"})
"""The ways of deciding that the form offers; a vote by name has a form of its own, and silence is kept by nobody at the table."""
RESERVED = ("member", "words", "said_in")
"""The fields of a reservation."""
QUESTIONS = get_args(Question)
OUTCOMES = get_args(Outcome)
VOTED = get_args(Voted)
REFUSED = {"reply_by": "wrong_reply_by", "declared": "wrong_declared", "ballots": "wrong_ballots"}
"""Field that a rule of decisions refuses -> what to do about it."""


def typed_of(
    motion: Motion | None, typed: Typed | None = None, only: Sequence[str] = (), voters: Sequence[UUID] = ()
) -> dict[str, str]:
    """The fields of the forms, as they were typed (`only` those that the form has), else as the motion says them. `voters`: of
    whom it asks how each voted, where nothing is said of that yet."""
    said = {f"ballot_{id}": "" for id in voters if typed} | _said(motion)
    return said | {name: typed[name] for name in only or said} if typed else said


def begun_by(paragraph: Paragraph) -> dict[str, str]:
    """The form as the minute taker's paragraph begins it; how it was decided is for whoever records it."""
    facts = paragraph.facts
    return {f"text_{facts.said_in}": paragraph.words, "item": str(facts.item or "")}


def differences(typed: Typed, motion: Motion) -> list[tuple[str, str, str]]:
    """Where it says something else by now than was typed, for `ui.moved`; browsers write line ends their own way."""
    said = _said(motion)
    return typed.differs(
        {name: said[name].replace("\n", "\r\n") for name in said if name not in {"reason", "why", *RESERVED}}
    )


def _said(motion: Motion | None) -> dict[str, str]:
    text, votes = (motion.text, None if motion.ballots else motion.votes) if motion else ({}, None)
    return {
        **{f"text_{tag}": text.get(tag, "") for tag in tags(motion)},
        "adoption": motion.adoption if motion else "",
        **{name: str(getattr(votes, name)) if votes else "" for name in VOTES},
        "item": str(motion.item or "") if motion else "",
        "question": motion.question if motion else "substantive",
        "declared": motion.declared or "" if motion else "",
        **{f"ballot_{each.member}": each.vote for each in (motion.ballots if motion else ())},
        "reason": "",
        **dict.fromkeys(("why", *RESERVED), ""),
    }


def tags(motion: Motion | None, first: str = "") -> list[str]:
    """The languages in which the text is asked for: the reader's first, then ours, then those that are there already."""
    return list(dict.fromkeys([*([first] if first else []), *LANGUAGES, *(motion.text if motion else {})]))


def offered(motion: Motion | None, *, by_name: bool) -> tuple[str, ...]:
    """The ways of deciding to choose from; what silence decided stays so."""
    if motion and motion.adoption == "silence_procedure":
        return (motion.adoption,)
    return BY_NAME if by_name else ADOPTIONS


def motion_of(form: Typed, known: Motion | None = None, voters: Sequence[UUID] = ()) -> Motion | None:
    """What was typed; None, with what is wrong in `form.errors`, if it is no motion. `known`: what it says until now. `voters`:
    of whom the form asks how each voted.
    """
    voters = [each.member for each in known.ballots] if known else voters
    text = _text(form, tags(known))
    adoption = form.one_of("adoption", offered(known, by_name=bool(voters)))
    ballots = [{"member": id, "vote": form.one_of(f"ballot_{id}", VOTED)} for id in voters]
    said = {
        "text": text,
        "adoption": adoption,
        "votes": None if voters else _votes(form, counted=adoption in COUNTED),
        "item": _item(form),
        "question": form.one_of("question", QUESTIONS)
        if form["question"]
        else known.question
        if known
        else "substantive",
        "ballots": ballots,
        "declared": form.one_of("declared", OUTCOMES) if form["declared"] else None,
    }
    return None if form.errors else Motion.model_validate(said)


def noted(form: Typed, refused: Invalid) -> bool:
    """Whether what a rule refuses is about a field of the form; then it is noted there."""
    field, _, part = str(refused.errors[0]["field"]).partition(".") if refused.errors else ("", "", "")
    if field == "effect":
        form.errors[f"effect_{'target' if part in {'edition', 'body'} else part}"] = "wrong_effect"
        return True
    if field in REFUSED:
        form.errors[field] = REFUSED[field]
    return field in REFUSED


def reserved_of(form: Typed) -> dict[str, Any] | None:
    """A reservation; None, with what is wrong in `form.errors`."""
    said, words = {"said_in": form.one_of("said_in", LANGUAGES)}, form.must("words").replace("\r\n", "\n")
    try:
        facts = ReservationFacts(member=UUID(form["member"]))
        return said | {"facts": facts, "words": paragraphs(words)} if not form.errors else None
    except ValueError:
        form.errors |= {"words": "wrong_other"} if len(form["member"]) == UUID_LENGTH else {"member": "wrong_choice"}
        return None


def circulated_of(form: Typed, zone: str) -> tuple[Motion, datetime] | None:
    """What is to be circulated, and until when somebody can object; None, with what is wrong in `form.errors`."""
    text, item, reply_by = _text(form, tags(None)), _item(form), form.moment("reply_by", zone)
    if form.errors or reply_by is None:
        return None
    return Motion.model_validate({"text": text, "item": item, "adoption": "silence_procedure"}), reply_by


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
