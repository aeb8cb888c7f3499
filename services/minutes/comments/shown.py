"""A draft paragraph by paragraph, each with its comments: plain values for templates, for one reader."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from services.minutes.actions.model import Action
from services.minutes.comments.model import Comment
from services.minutes.decisions.model import Decision
from services.minutes.mirrors.model import Person
from services.minutes.proceedings import shown as proceedings
from services.minutes.proceedings.queries import Proceedings
from services.minutes.record.reader import Reader, Words
from shared.contracts.comments import About

TONES = {"open": "warn", "taken_up": "good", "declined": "quiet"}


def paragraphs(
    told: Proceedings,
    actions: Sequence[Action],
    comments: Sequence[Comment],
    reader: Reader,
    people: Mapping[UUID, Person],
) -> list[dict[str, Any]]:
    """The draft in the order of reading. `anchor` names each: `statement-<id>`; that of the whole is `minutes`.

    `people`: who made comments; where it is empty, everything is the reader's own.
    """
    found = [_paragraph("minutes", None), *_draft(told, actions, reader)]
    by_anchor: dict[str, list[Comment]] = {}
    for each in comments:
        by_anchor.setdefault(anchor(each.facts.about, each.facts.thing), []).append(each)
    known = {each["anchor"] for each in found}
    lost = [each for key, some in by_anchor.items() if key not in known for each in some]
    for place in found:
        here = by_anchor.get(place["anchor"], []) + (lost if place["about"] == "minutes" else [])
        place["comments"] = [comment(one, reader, people) for one in here]
    return found


def anchor(about: About, thing: UUID | None) -> str:
    """The name of a paragraph, in addresses and in names of fields."""
    return f"{about}-{thing}" if thing else about


def _draft(told: Proceedings, actions: Sequence[Action], reader: Reader) -> Iterator[dict[str, Any]]:
    shown = proceedings.shown(told, reader)
    for group in shown["groups"]:
        if group["id"]:
            yield _paragraph("item", group["id"], number=group["number"], words=[group["title"]], sub=group["sub"])
        for said in group["statements"]:
            who = [each for each in (said["speaker"], said["behalf"]) if each]
            words = [said["words"]] if said["stands"] and said["words"].text else []
            yield _paragraph(
                "statement", said["id"], who=who, words=words, gone=not said["stands"], public=said["public"]
            )
        for brought in group["contributions"]:
            words = [brought["words"]] if brought["stands"] else []
            answers = [each["words"] for each in brought["answers"]]
            who = [each for each in brought["origin"] if each]
            marks = {"kind": brought["kind"], "became": brought["state"], "gone": not brought["stands"]}
            yield _paragraph("contribution", brought["id"], who=who, words=[*words, *answers], **marks)
    for decision in told.decisions:
        yield _decision(decision, reader)
    for action in actions:
        yield _paragraph("action", action.id, words=reader.all_words(action.facts.text)[:1])


def _decision(each: Decision, reader: Reader) -> dict[str, Any]:
    words = reader.all_words(each.facts.text)
    number, gone = str(each.facts.number), each.withdrawn_at is not None
    return _paragraph("decision", each.id, number=number, words=words, gone=gone, became=each.state.value)


def _paragraph(about: About, thing: UUID | None, **told: Any) -> dict[str, Any]:
    blank: dict[str, Any] = {"number": "", "words": [], "who": [], "sub": False, "gone": False, "public": True}
    blank |= {"kind": "", "became": ""}
    return {**blank, **told, "about": about, "thing": thing, "anchor": anchor(about, thing), "comments": []}


def comment(each: Comment, reader: Reader, people: Mapping[UUID, Person]) -> dict[str, Any]:
    """One comment. `who` is "" of whoever was erased, or reads it."""
    person = people.get(each.facts.person)
    return {
        "id": each.id,
        "who": (person.name or "") if person else "",
        "words": proceedings.said(each.said_in, each.words) if each.words else None,
        "at": reader.moment(each.made_at),
        "state": each.state.value,
        "tone": TONES[each.state],
        "reason": Words("", "auto", each.reason) if each.reason else None,
    }
