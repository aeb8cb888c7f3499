"""The mail that asks for somebody's silence: whose page it opens, and the words that are asked about."""

from services.notifications.mirrors import Person
from services.notifications.rules import Fact
from services.notifications.wording import Rendered, Templates
from shared.contracts.decisions import voice_id
from tests.notifications.house import GATHERING, gathering, person, person_id
from tests.notifications.wording.test_wording import News


def asked(reader: Person, text: str = "Each gauge is read daily.") -> Rendered:
    """The mail that this reader gets for person 1, who was asked."""
    facts: dict[str, Fact] = {"text": {"en": text}, "reply_by": "2030-04-05T14:30:00+00:00"}
    news = News("decision-circulated", facts, GATHERING, person_id(1))
    return Templates(link=lambda _, whose, __: f"https://plenary.example/r/{whose}").render(news, reader, gathering())


def test_who_was_entered_twice_objects_as_whom_they_asked() -> None:
    assert str(voice_id(GATHERING, person_id(1))) in asked(person(2, "en")).text


def test_the_words_that_are_asked_about_stay_as_they_are() -> None:
    """Its digits and its paragraphs are part of it; other controls are none."""
    reader = person(1, "fa", digits="persian")
    mail = asked(reader, "1. Each gauge is read at 06:00.\r\n\n--\n2. The rest\x07 follows.\u2028")
    first, last = "\u20681. Each gauge is read at 06:00.\u2069", "\u20682. The rest  follows.\u2069"
    assert f": {first}\n\n    --\n    {last}\n" in mail.text
    assert f"{first}<br><br>--<br>{last}</bdi>" in mail.html
    assert mail.text.count("\n--\n") == 1, "no line of it passes for one of the mail"
    assert "\n" not in mail.subject
