"""The record on paper: what `minutes.typ` shows, every word of it in the reader's language."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from services.minutes.publication.agenda_paper import agenda
from services.minutes.publication.parts import Part, narrowed
from services.minutes.publication.queries import Account
from services.minutes.publication.quorum_paper import quorums
from services.minutes.publication.shown import Away, Came, Delegation, Unnamed, shown
from services.minutes.record.reader import Moment, Words
from shared.locale import DEFAULTS, Texts, direction
from shared.paper import printed

TEMPLATE: Final = Path(__file__).with_name("minutes.typ")
_KINDS: Final = {
    "adopted": "good",
    "rejected": "bad",
    "published": "good",
    "draft": "warn",
    "in_review": "warn",
    "approved": "warn",
}


def paper(filled: dict[str, Any]) -> bytes:
    """The minutes as PDF, of what `drawn` gives. See `printed` for what it raises."""
    return printed(TEMPLATE, filled)


def drawn(account: Account, address: str, language: str, part: Part = Part.FULL) -> dict[str, Any]:
    """What is written of the minutes in this language, of this part; `address` is where they are on the web."""
    t = Texts(language, DEFAULTS[language].digits, "services.minutes.publication", "shared.web")
    return narrowed(content(shown(account, language), t, address, language), part, t)


def content(page: dict[str, Any], t: Texts, address: str, language: str) -> dict[str, Any]:
    """What the template needs of what the page shows."""
    title, minutes = page["title"].text or t["untitled"], page["minutes"]
    return {
        "language": language,
        "direction": direction(language),
        "digits": DEFAULTS[language].digits,
        "site": t["site"],
        "title": f"{t['minutes']}: {title}",
        "foot": title,
        "page": t("page_of", page="@", pages="#"),
        "heading": _said(page["title"], title),
        "under": [t["minutes"]],
        "state": _chip(t, f"state_{minutes.state.value}", minutes.state.value),
        "notes": list(_notes(page, t)),
        "facts": list(_facts(page, t)),
        "agenda": agenda(page["proceedings"], language),
        "decisions": [_decision(each, t) for each in page["decisions"]],
        "quorum": _quorum(page, t),
        "quorums": quorums(page["quorums"], t, language),
        "delegations": [_delegation(each, t) for each in (*_members(page), *page["delegations"])],
        "groups": [_group(each, t) for each in page["groups"]],
        "away": [_away(each, t) for each in page["away"]],
        "others": t("others", count=page["others"]) if page["others"] else None,
        "address": address,
        "texts": {
            key: t[key]
            for key in (
                "agenda",
                "decisions",
                "no_decisions",
                "quorum",
                "quorum_by_item",
                "present",
                "nobody",
                "about",
                "address",
                "apologies",
            )
        },
    }


def _said(words: Words, text: str) -> dict[str, str]:
    return words._replace(text=text)._asdict()


def _plain(text: str) -> dict[str, str]:
    """Words of our own, or with letters that decide for themselves."""
    return Words("", "auto", text)._asdict()


def _when(moment: Moment) -> str:
    return f"{moment.text} {moment.zone}".rstrip()


def _chip(t: Texts, key: str, state: str) -> dict[str, str]:
    return {"word": t[key], "kind": _KINDS.get(state, "quiet")}


def _notes(page: dict[str, Any], t: Texts) -> Iterator[str]:
    minutes = page["minutes"]
    if not minutes.published:
        yield t[f"mark_{minutes.state.value}"]
    if minutes.corrected_at:
        yield f"{t['changed_on']} {_when(page['times']['corrected'])}. {t['corrected_notice']}"


def _facts(page: dict[str, Any], t: Texts) -> Iterator[dict[str, Any]]:
    for key in ("body", "venue"):
        if page[key] and page[key].text:
            yield {"label": t[key], "value": page[key]._asdict()}
    for role, came in page["roles"]:
        yield {"label": t[f"role_{role}"], "value": _came(came, t)}
    for key, moment in page["times"].items():
        yield {"label": t[key], "value": _plain(_when(moment))}


def _decision(each: dict[str, Any], t: Texts) -> dict[str, Any]:
    return {
        "title": _numbered(each, t),
        "state": _chip(t, each["state"], each["state"]),
        "texts": [text._asdict() for text in each["texts"]],
        "withdrawn": bool(each["withdrawn"]),
        "how": _how(each, t),
        "ballots": [_ballots(vote, names, t) for vote, names in each["ballots"]],
        "notes": list(_changes(each, t)),
    }


def _numbered(each: dict[str, Any], t: Texts) -> str:
    serial = f" · {t('in_series', **each['serial'])}" if each["serial"] else ""
    return t("decision", number=each["number"]) + serial


def _how(each: dict[str, Any], t: Texts) -> str:
    """How it was taken, with the votes and the quorum that there was."""
    votes = f": {t('votes', **each['votes'])}" if each["votes"] else ""
    quorum = f" {t('decision_quorum', **each['quorum'])}" if each.get("quorum") else ""
    return f"{t['by_' + each['adoption']]}{votes}.{quorum}{_needed(each, t)}"


def _needed(each: dict[str, Any], t: Texts) -> str:
    """Which majority was needed, or that the chair said what it came to. Nothing of what it said before."""
    if majority := each.get("majority"):
        return f" {t('majority_' + majority[0], required=majority[1])}"
    if until := each.get("until"):
        return f" {t('silent_until', until=until.text)}."
    if objections := each.get("objections"):
        return f" {t('objections', count=objections)}"
    return f" {t['declared']}" if each.get("declared") else ""


def _ballots(vote: str, names: list[Words | None], t: Texts) -> dict[str, Any]:
    """A row of the table: how they voted, how many, and who."""
    who = " · ".join(f"\u2068{name.text if name else t['member_unknown']}\u2069" for name in names)
    return {"label": t("count_voted", how=t["voted_" + vote], count=len(names)), "value": _plain(who)}


def _changes(each: dict[str, Any], t: Texts) -> Iterator[dict[str, Any]]:
    """Reservations, what it brings about, that it was withdrawn, what it said before it was corrected; `of` says which."""
    for member, said in each["reservations"]:
        who = t("reservation_of", member=member.text if member else t["member_unknown"])
        yield {"of": "reservation", "text": f"{who}: \u2068{said.text}\u2069", "before": []}
    for outcome in each["outcomes"]:
        yield {"of": "outcome", "text": outcome.whole, "before": []}
    if each["withdrawn"]:
        why = f"{t['withdrawn_on']} {_when(each['withdrawn'])}: \u2068{each['reason']}\u2069"
        yield {"of": "withdrawn", "text": why, "before": []}
    for earlier in each["earlier"]:
        said = f"{t['corrected_on']} {_when(earlier['corrected'])}: \u2068{earlier['reason']}\u2069"
        before = f"{t['said_before']} ({t[earlier['state']]}; {_how(earlier, t).rstrip('.')}):"
        words = [text._asdict() for text in earlier["texts"]]
        yield {"of": "earlier", "text": f"{said}\n{before}", "before": words}


def _quorum(page: dict[str, Any], t: Texts) -> str:
    if page["quorum"]:
        return f"{t('quorum_statement', **page['quorum'])} {t['quorum_met' if page['quorate'] else 'quorum_missed']}"
    return t["quorum_unknown" if page["body_unknown"] else "quorum_none"]


def _members(page: dict[str, Any]) -> list[Delegation]:
    """The people who are members of the body themselves, under its name."""
    return [Delegation(page["body"], page["members"])] if page["members"] else []


def _delegation(each: Delegation, t: Texts) -> dict[str, Any]:
    return {
        "organization": each.organization._asdict() if each.organization else _plain(t["no_organization"]),
        "names": [_came(came, t) for came in each.people],
    }


def _group(each: Unnamed, t: Texts) -> dict[str, str]:
    """On a line: what they are called, of what, and how many came."""
    home = f" · \u2068{each.organization.text}\u2069" if each.organization else ""
    return _plain(f"\u2068{each.called.text}\u2069{home}: {t('people', count=each.came)}")


def _away(each: Away, t: Texts) -> dict[str, str]:
    """On a line: who, of what, and who spoke for them."""
    home = f" · \u2068{each.organization.text}\u2069" if each.organization else ""
    how = f"{t['represented_by']}: \u2068{each.by.text}\u2069" if each.by else t["away_" + each.state]
    name = each.came.name.text if each.came.name else t["unnamed"]
    return _plain(f"\u2068{name}\u2069{home} — {how}")


def _came(each: Came, t: Texts) -> dict[str, str]:
    if each.name is None:
        return _plain(t["unnamed"])
    position = f" · \u2068{each.position}\u2069" if each.position else ""
    return each.name._replace(text=f"\u2068{each.name.text}\u2069{position}" if position else each.name.text)._asdict()
