"""The feed of publications and corrections of minutes."""

from collections.abc import Sequence
from uuid import UUID, uuid5

from services.minutes.publication.atom import About, Entry, atom
from services.minutes.publication.queries import Told
from services.minutes.record.reader import Reader
from services.minutes.statements.model import Statement
from shared.locale import Texts


def feed(told: Sequence[Told], origin: str, language: str, t: Texts) -> bytes:
    """The feed in one language."""
    about = About(t["feed"], t["site"], f"{origin}/minutes/feed", f"{origin}/minutes/")
    return atom(about, language, [_entry(each, origin, language, t) for each in told])


def _entry(told: Told, origin: str, language: str, t: Texts) -> Entry:
    reader = Reader.of(language, told.gathering.time_zone)
    title, changed = reader.words(told.gathering.title).text or t["untitled"], told.changed
    page = f"{origin}{told.minutes.path}?lang={language}"
    if changed is None:
        says, summary = t("feed_published", title=title), reader.words(told.gathering.venue).text
    elif told.hidden:
        says, summary = t("feed_statement_hidden", title=title), t["feed_statement_hidden_so"]
    elif isinstance(changed, Statement):
        says = t("feed_statement_corrected" if told.nth else "feed_statement_withdrawn", title=title)
        summary, page = told.reason, f"{page}#statement-{changed.id}"
    elif told.came:
        says, summary = (
            t(f"feed_{told.came}", title=title, number=changed.facts.number),
            reader.words(changed.facts.text).text,
        )
        page += f"#decision-{changed.facts.number}"
    else:
        key = "feed_corrected" if told.nth else "feed_withdrawn"
        says, summary = t(key, title=title, number=changed.facts.number), told.reason
        page += f"#decision-{changed.facts.number}"
    return Entry(_id(told, language), says, told.at, page, summary)


def _id(told: Told, language: str) -> UUID:
    """Of the thing that is told of, and of the language: the same whenever and wherever it is asked for."""
    change = "silence" if told.came else f"change {told.nth}"
    thing, what = (told.changed.id, change) if told.changed else (told.minutes.id, "published")
    return uuid5(thing, f"{what} {language}")
