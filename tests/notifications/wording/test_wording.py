"""What a reader reads: texts, direction, calendar, digits, zone; and that nothing typed by a person gets out of its place."""

from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from typing import Any, NamedTuple
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.notifications.mirrors import Gathering, Person
from services.notifications.rules import TEMPLATES, Fact, Rule
from services.notifications.wording import NAME, Rendered, Templates, named
from shared.contracts import Event
from shared.contracts.gatherings import GatheringAnnounced
from shared.contracts.registrations import RegistrationConfirmed
from shared.locale import LANGUAGES, Texts, direction
from tests.house.texts import said
from tests.notifications.house import GATHERING, GATHERING_FACTS, facts, gathering, person, person_id
from tests.notifications.reminder import says
from tests.notifications.wording.golden import CASES, EVENTS, FOLDER, Beside, rendered, shown, told


class News(NamedTuple):
    """What there is to say."""

    template: str
    facts: dict[str, Fact]
    about: UUID
    recipient: UUID = person_id(1)


@pytest.mark.parametrize(("event", "language"), CASES)
async def test_every_mail_reads_as_it_was_approved(event: Event | Beside, language: str) -> None:
    file, mail = await rendered(event, language)
    assert shown(mail) == file.read_text("utf-8")


async def test_there_is_a_golden_text_for_every_mail_and_no_other() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {(await rendered(*case))[0].name for case in CASES}


def test_every_language_says_the_same_things() -> None:
    texts = {language: Texts(language, "latin", "services.notifications.wording") for language in LANGUAGES}
    for template in TEMPLATES:
        inserted = dict.fromkeys(said("services.notifications.wording", "en")[template].inserted, 3)
        words = {language: texts[language](template, **inserted).split("\n\n") for language in LANGUAGES}
        assert len({len(paragraphs) for paragraphs in words.values()}) == 1, template


async def mail_to(reader: Person, at: Gathering | None = None, **installation: Any) -> Rendered:
    return Templates(**installation).render(await told(EVENTS[0]), reader, at or gathering())


@pytest.mark.parametrize("language", LANGUAGES)
async def test_html_says_its_language_and_direction(language: str) -> None:
    html = (await mail_to(person(1, language))).html
    side = "right" if direction(language) == "rtl" else "left"
    assert f'<html lang="{language}" dir="{direction(language)}">' in html
    assert f'lang="{language}" dir="{direction(language)}" style=' in html
    assert f"text-align:{side}" in html
    assert "<bdi>" in html


async def test_times_are_the_readers_and_the_venues_where_they_differ() -> None:
    there = (await mail_to(person(1, "fa"))).text
    assert "آغاز: پنجشنبه ۱ فروردین ۱۴۰۹، ساعت ۰۹:۰۰" in there
    assert "به وقت محل" not in there
    away = (await mail_to(person(1, "fa", calendar="islamic", digits="latin", time_zone="Asia/Tokyo"))).text
    assert "آغاز: پنجشنبه 17 ذیقعده 1451 قمری، ساعت 14:30" in away
    assert "آغاز به وقت محل برگزاری: پنجشنبه 17 ذیقعده 1451 قمری، ساعت 09:00" in away
    online = (await mail_to(person(1, "en", time_zone="Asia/Tokyo"), gathering(mode="online"))).text
    assert "local time at the venue" not in online
    assert "Venue: Online" in online


async def test_a_mail_says_the_address_and_where_it_is_on_a_map_unless_people_meet_online() -> None:
    place: dict[str, Any] = {"venue_address": {"en": "1 River Road"}, "coordinates": "34.35,55.75"}
    there = (await mail_to(person(1, "en"), gathering(**place))).text
    assert "\nAddress: 1 River Road\nOn a map: https://www.openstreetmap.org/?mlat=34.35&mlon=55.75" in there
    online = (await mail_to(person(1, "en"), gathering(**place, mode="online"))).text
    assert "River Road" not in online


async def test_a_language_that_nobody_wrote_falls_back_to_the_installations_and_then_to_english() -> None:
    assert (await mail_to(person(1, "en", language="sw"), language="ar")).kept.language == "ar"
    assert (await mail_to(person(1, "en", language="sw"), language="xx")).kept.language == "en"
    assert (await mail_to(person(1, "fa", language="fa-AF"))).kept.language == "fa"


async def test_a_title_in_another_script_keeps_to_itself() -> None:
    only_english = gathering(title={"en": "River Basins (4th)"})
    assert "«\u2068River Basins (4th)\u2069»" in (await mail_to(person(1, "fa"), only_english)).text
    assert "\u2068" not in (await mail_to(person(1, "en"), only_english)).text


async def test_the_secretariat_signs_with_its_own_name() -> None:
    mail = await mail_to(person(1, "en"), secretariat={"en": "The River Basins Secretariat"})
    assert "With kind regards,\nThe River Basins Secretariat\n" in mail.text
    assert "The River Basins Secretariat" in mail.html


async def test_without_a_link_maker_there_is_no_link() -> None:
    mail = await mail_to(person(1, "en"))
    assert "href" not in mail.html
    assert "To your registration" not in mail.text


async def test_what_is_kept_holds_no_name_and_shows_it_again_until_the_person_is_erased() -> None:
    reader = person(1, "fa")
    mail = await mail_to(reader)
    assert reader.name in mail.text
    assert reader.name not in mail.kept.text
    assert named(mail.kept.text, reader, "fa") == mail.text
    reader.hear(None)
    assert "رودبار" not in named(mail.kept.text, reader, "fa")


async def test_what_is_kept_opens_no_door() -> None:
    mail = await mail_to(person(1, "en"), link=lambda _, about, __: f"https://plenary.example/?link={about}")
    assert "https://plenary.example/?link=" in mail.text
    assert "https://plenary.example/?link=" not in mail.kept.text


@pytest.mark.parametrize(("wished", "language"), [("fa", "fa"), ("ar-OM", "ar"), ("pt", "en")])
async def test_the_link_leads_to_the_page_in_the_language_of_the_mail(wished: str, language: str) -> None:
    address = "https://plenary.example/?link=…&lang="
    mail = await mail_to(replace(person(1), language=wished), link=lambda _, __, language: address + language)
    assert f"\n{address}{language}\n" in mail.text
    assert f'href="{escape(address)}{language}"' in mail.html


class Tags(HTMLParser):
    """Which tags a page has, and what it says."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


typed = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
nasty = st.sampled_from(
    ["<script>", "{name}", "{0.__class__}", "a\r\nBcc: x@y", "{{7*7}}", f"x{NAME}y", "%s", "</dl>", "&amp;"]
)


@settings(deadline=None)
@given(st.one_of(typed, nasty), st.one_of(typed, nasty), st.sampled_from(LANGUAGES))
async def test_nothing_that_was_typed_gets_out_of_its_place(name: str, title: str, language: str) -> None:
    plain = await mail_to(person(1, language, name="Name"), gathering(title={language: "Title"}))
    mail = await mail_to(person(1, language, name=name), gathering(title={language: title}))
    assert Tags(mail.html).tags == Tags(plain.html).tags
    assert len(mail.text.split("\n")) == len(plain.text.split("\n"))
    assert "\n" not in mail.subject
    assert "\r" not in mail.subject
    assert mail.text.count(NAME) == 0
    assert mail.kept.text.count(NAME) == 1


async def test_a_category_that_nobody_translated_is_shown_as_it_is() -> None:
    event = RegistrationConfirmed(**{**facts(1), "category": "youth"}, seat=1, ticket=1)
    mail = Templates().render(await told(event), person(1, "en"), gathering())
    assert "Taking part as: youth" in mail.text


@pytest.mark.parametrize(
    ("language", "title", "begins"),
    [
        ("en", "Fourth Conference on River Basins", "Thursday, 21 March 2030, 05:30"),
        ("fa", "چهارمین همایش حوضه‌های آبریز", "پنجشنبه ۱ فروردین ۱۴۰۹، ساعت ۰۹:۰۰"),
    ],
)
def test_what_is_called_by_language_and_a_time_are_told_as_the_reader_reads_them(
    monkeypatch: pytest.MonkeyPatch, language: str, title: str, begins: str
) -> None:
    rule = Rule(GatheringAnnounced, "announced", "announcement", facts=("title", "starts_at"))
    monkeypatch.setitem(TEMPLATES, rule.template, rule)
    says(monkeypatch, "announcement-subject = { $title }\nannouncement = { $starts_at }\nfact_starts_at = When\n")
    facts = rule.told(GatheringAnnounced.model_validate(GATHERING_FACTS))
    mail = Templates().render(News(rule.template, facts, GATHERING), person(1, language), None)
    assert mail.subject == title
    zone = {"en": "UTC", "fa": "\u2068UTC+۰۳:۳۰\u2069"}[language]
    assert f"\n\n{begins}\n\n" in mail.text
    assert f"\nWhen: {begins} ({zone})\n" in mail.text
