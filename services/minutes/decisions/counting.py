"""How a vote is counted, and what it comes to: by the body's rule for such a question, or as the chair declared."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from shared.contracts.bodies import Majority
from shared.contracts.decisions import Adoption, Ballot, Motion, Outcome, Votes
from shared.errors import Invalid

COUNTED: frozenset[Adoption] = frozenset({"show_of_hands", "recorded_vote", "roll_call", "secret_ballot"})
"""The modes of adoption that count votes."""
NAMED: frozenset[Adoption] = frozenset({"recorded_vote", "roll_call"})
"""Those in which it is known who voted how. Of a recorded vote the count alone may be known."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the body lays down for a question, and who its members are; None: nobody laid it down, or no body meets."""

    majority: Majority | None = None
    members: tuple[UUID, ...] | None = None

    @property
    def size(self) -> int | None:
        """How many members the body has."""
        return None if self.members is None else len(self.members)


NO_RULES = Rules()


def counted(motion: Motion) -> Motion:
    """The same with its votes summed, where they were recorded by name. Raises Invalid if another sum was told."""
    if not motion.ballots:
        return motion
    votes = total(motion.ballots)
    if motion.votes not in {None, votes}:
        raise Invalid.at("The votes by name come to another count.", "votes")
    return motion.model_copy(update={"votes": votes})


def total(ballots: Sequence[Ballot]) -> Votes:
    """Who did not vote, and who was not there, count for nothing."""
    cast = [each.vote for each in ballots]
    return Votes(cast.count("in_favour"), cast.count("against"), cast.count("abstaining"))


def outcome(motion: Motion, majority: Majority | None, members: int | None) -> Outcome:
    """What it came to by this rule of a body with so many members. Raises Invalid for what the chair cannot declare of it.

    What nobody opposes is adopted; a vote without rule and declaration adopts with more in favour than against.
    """
    votes, declared = motion.votes, motion.declared
    if votes is None:
        return declared or "adopted"
    if declared == "deferred":
        raise Invalid.at("What was put to the vote is adopted or rejected.", "declared")
    voting = votes.in_favour + votes.against
    if majority is None:
        return declared or ("adopted" if votes.in_favour > votes.against else "rejected")
    required = majority.required(voting, votes.abstaining, members or 0)
    said: Outcome = "adopted" if votes.in_favour >= required else "rejected"
    if declared not in {None, said}:
        raise Invalid.at("The rule of the body says what this vote came to.", "declared")
    return said


def must_fit(motion: Motion, members: Collection[UUID] | None) -> None:
    """Votes are given where the mode counts them, and nowhere else; by name of each of these members (None: of anybody), once.

    Raises Invalid.
    """
    votes, mode = motion.votes, motion.adoption.replace("_", " ")
    if motion.adoption == "silence_procedure":
        raise Invalid.at("What is adopted by silence is circulated first.", "adoption")
    if (motion.adoption in COUNTED) != (votes is not None):
        raise Invalid.at(f"Adoption by {mode} {'needs votes' if votes is None else 'counts no votes'}.", "votes")
    if votes and min(votes.in_favour, votes.against, votes.abstaining) < 0:
        raise Invalid.at("A count of votes is not negative.", "votes")
    if not any(text.strip() for text in motion.text.values()):
        raise Invalid.at("A decision has a text in at least one language.", "text")
    _names_must_fit(motion, members)


def _names_must_fit(motion: Motion, members: Collection[UUID] | None) -> None:
    named = [each.member for each in motion.ballots]
    if named and motion.adoption not in NAMED:
        raise Invalid.at(f"Adoption by {motion.adoption.replace('_', ' ')} records no names.", "ballots")
    if motion.adoption == "roll_call" and not named:
        raise Invalid.at("A roll call says how each member voted.", "ballots")
    if len(set(named)) != len(named):
        raise Invalid.at("A member votes once.", "ballots")
    if named and members is not None and set(named) != set(members):
        raise Invalid.at("A vote by name tells of each member of the body, and of nobody else.", "ballots")
