"""How a report begins: with what the record says, in whole sentences, for somebody to go on with."""

from collections.abc import Iterator
from typing import Final

from services.minutes.agenda.queries import numbered
from services.minutes.publication.queries import Account
from services.minutes.publication.shown import shown
from services.minutes.record.reader import Reader
from services.minutes.reports.commands import Telling
from services.minutes.statements.model import Statement
from shared.locale import DEFAULTS, Texts, choose

QUOTED: Final = 300
"""Characters of a statement that are quoted whole; of a longer one its first sentence."""

ENDS: Final = (". ", "؟ ", "? ", "! ", ".\n")


def quotable(account: Account) -> Statement | None:
    """The first public statement that is stood by, in the order of the agenda; None where there is none."""
    order = [each.item.id for each in numbered(account.proceedings.items)]
    said = [each for each in account.proceedings.statements if each.quotable and each.words]
    return min(
        said, key=lambda each: order.index(each.facts.item) if each.facts.item in order else len(order), default=None
    )


def drawn(account: Account, language: str) -> Telling:
    """What the record tells to a reader of this language; the quotation in the language in which it was said alone."""
    t = Texts(language, DEFAULTS[language].digits, "services.minutes.reports", "shared.web")
    reader, statement = Reader.of(language, account.gathering.time_zone), quotable(account)
    title = reader.words(account.gathering.title).text
    quote = first_words(statement.words) if statement and statement.facts.said_in == language else ""
    return Telling(
        headline=title,
        lead=" ".join(_lead(account, reader, t)),
        quote=quote,
        text="\n\n".join(_text(account, language, t)),
        source=t["site"],
    )


def first_words(words: str) -> str:
    """All of it, or its first sentence."""
    if len(words) <= QUOTED:
        return words.strip()
    ends = [at + 1 for end in ENDS if (at := words.find(end)) > 0]
    return words[: min(ends, default=QUOTED)].strip()


def _lead(account: Account, reader: Reader, t: Texts) -> Iterator[str]:
    page = shown(account, reader.language)
    body = page["body"].text if page["body"] else ""
    day = page["day"].text if page["day"] else ""
    key = "draft_lead" if body else "draft_lead_without_body"
    yield t(key, body=body, day=day, venue=page["venue"].text, title=page["title"].text)
    if homes := [each for each in page["delegations"] if each.organization]:
        yield t("draft_present", people=sum(len(each.people) for each in homes), organizations=len(homes))


def _text(account: Account, language: str, t: Texts) -> Iterator[str]:
    if items := [choose(each.item.facts.title, language) for each in numbered(account.proceedings.items)]:
        yield t("draft_agenda", items=t["comma"].join(items))
    for decision in account.decisions:
        if decision.state.value == "adopted":
            yield t("draft_decided", text=choose(decision.facts.text, language))
