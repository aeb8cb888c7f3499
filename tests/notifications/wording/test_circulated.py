"""The mail that asks for somebody's silence: whose page it opens, and the words that are asked about."""

from services.notifications.mirrors import Person
from services.notifications.wording import Rendered, Templates
from shared.contracts.decisions import voice_id
from tests.notifications.house import GATHERING, gathering, person, person_id
from tests.notifications.wording.test_wording import News


def asked(reader: Person, text: str = "Each gauge is read daily.") -> Rendered:
    """The mail that this reader gets for person 1, who was asked."""
    facts = {"text": {"en": text}, "reply_by": "2030-04-05T14:30:00+00:00"}
    news = News("decision-circulated", facts, GATHERING, person_id(1))
    return Templates(link=lambda _, whose, __: f"https://plenary.example/r/{whose}").render(news, reader, gathering())


def test_who_was_entered_twice_objects_as_whom_they_asked() -> None:
    assert str(voice_id(GATHERING, person_id(1))) in asked(person(2, "en")).text
