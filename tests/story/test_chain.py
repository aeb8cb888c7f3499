"""The chain through three services, over HTTP alone: announced, registered, told, checked in, decided, published."""

import re
from collections import Counter
from html import escape
from pathlib import Path

from tests.story.chain import DECISION, LANGUAGES, PEOPLE, SEATS, everybody_registered, registered
from tests.story.house import house
from tests.world.facts import TITLE


async def test_everybody_gets_a_seat_or_a_rank_and_one_mail_in_the_own_language(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        chain = await registered(here, secretary)
        standing = await chain.standing()
        assert [standing[n]["seat"] for n in range(SEATS)] == list(range(1, SEATS + 1))
        ranks = [standing[n]["rank"] for n in range(SEATS, PEOPLE)]
        assert ranks == sorted(set(ranks))
        mails = here.mails()
        assert len({mail["Message-ID"] for mail in mails}) == len(mails) == PEOPLE
        assert Counter(mail["Content-Language"] for mail in mails) == dict.fromkeys(LANGUAGES, PEOPLE // 3)
        told = {mail["To"].addresses[0].addr_spec: mail["Content-Language"] for mail in mails}
        assert told == {f"p{n}@example.org": LANGUAGES[n % 3] for n in range(PEOPLE)}
        for mail in mails:
            text, html = (part.get_content() for part in mail.walk() if part.get_content_subtype() in {"plain", "html"})
            language = mail["Content-Language"]
            assert TITLE[language] in text
            assert ('dir="rtl"' in html) is (language != "en")


async def test_the_page_that_a_mail_leads_to_speaks_as_the_mail_does(tmp_path: Path) -> None:
    async with everybody_registered(tmp_path) as chain:
        here = chain.house
        for mail in here.mails():
            text, html = mail.get_body(("plain",)), mail.get_body(("html",))
            assert text
            assert html
            [link] = re.findall(r"http\S+/registration/status\?\S+", text.get_content())
            assert f'href="{escape(link)}"' in html.get_content()
            async with here.client() as reader:  # whose browser speaks English
                page = await reader.get(link, headers={"Accept-Language": "en"})
            assert page.status_code == 200
            assert page.headers["Content-Language"] == mail["Content-Language"]


async def test_a_cancellation_promotes_the_first_who_waits_and_both_are_told_once(tmp_path: Path) -> None:
    async with everybody_registered(tmp_path) as chain:
        here, secretary = chain.house, chain.secretary
        await chain.cancel(2)
        await here.settle()
        standing = await chain.standing()
        assert (standing[2]["state"], standing[2]["seat"]) == ("cancelled", None)
        assert (standing[SEATS]["state"], standing[SEATS]["seat"]) == ("confirmed", 3)
        assert [standing[n]["state"] for n in range(SEATS + 1, PEOPLE)] == ["waitlisted"] * (PEOPLE - SEATS - 1)
        mails = here.mails()
        assert len({mail["Message-ID"] for mail in mails}) == len(mails) == PEOPLE + 2
        told = Counter(mail["To"].addresses[0].addr_spec for mail in mails)
        assert {address for address, many in told.items() if many == 2} == {"p2@example.org", f"p{SEATS}@example.org"}
        listed = (await secretary.get(f"/notifications/v1/notifications?gathering={chain.gathering}&limit=100")).json()
        assert Counter(each["template"] for each in listed) == {
            "registration-confirmed": SEATS,
            "registration-waitlisted": PEOPLE - SEATS,
            "registration-promoted": 1,
            "registration-cancelled": 1,
        }


async def test_the_minutes_open_by_themselves_and_know_who_is_there_and_whether_they_may_vote(tmp_path: Path) -> None:
    async with everybody_registered(tmp_path) as chain:
        here, secretary = chain.house, chain.secretary
        assert (await secretary.get(chain.minutes)).json()["opened_at"] is None
        await chain.move(chain.path, "close", "convene")
        for n in (0, 1, 3):
            await chain.passes(n, "entries")
        await here.settle()
        assert (await secretary.get(chain.minutes)).json()["running"]
        assert (await chain.quorum())["count"] == {"present": 3, "members": 4, "required": 3}
        await chain.passes(3, "exits")
        await here.settle()
        assert not (await chain.quorum())["quorate"]
        refused = await chain.vote()
        assert (refused.status_code, refused.json()["code"]) == (409, "no-quorum")
        await chain.passes(7, "entries")  # of the same organization as 3
        await here.settle()
        adopted = await chain.vote()
        assert (adopted.status_code, adopted.json()["state"]) == (201, "adopted")
        assert adopted.json()["quorum"]["present"] == 3
        attending = (await secretary.get(f"{chain.minutes}/attendance?limit=100")).json()
        assert {each["name"].split()[-1] for each in attending if each["inside"]} == {"0", "1", "7"}


async def test_the_published_minutes_are_a_page_that_reads_right_to_left_in_persian(tmp_path: Path) -> None:
    async with everybody_registered(tmp_path) as chain, chain.house.client() as anybody:
        here, secretary = chain.house, chain.secretary
        await chain.move(chain.path, "close", "convene")
        for n in (0, 1, 3):
            await chain.passes(n, "entries")
        await here.settle()
        assert (await chain.vote()).status_code == 201
        page = (await secretary.get(chain.minutes)).json()["path"]
        assert (await anybody.get(page)).status_code == 404
        await chain.move(chain.path, "adjourn")
        await here.settle()
        await chain.move(chain.minutes, "approve", "publish")
        for language, direction in (("fa", "rtl"), ("ar", "rtl"), ("en", "ltr")):
            shown = await anybody.get(page, params={"lang": language})
            assert shown.status_code == 200
            assert f'lang="{language}" dir="{direction}"' in shown.text
            assert DECISION[language] in shown.text
            assert TITLE[language] in shown.text


async def test_one_correlation_id_leads_from_the_request_to_the_mails_event(tmp_path: Path) -> None:
    async with everybody_registered(tmp_path) as chain:
        here = chain.house
        await chain.cancel(2, **{"X-Correlation-ID": "story-of-a-cancellation"})
        await here.settle()
        registrations = await chain.events("registration", "plenary.registrations")
        notifications = await chain.events("notifications", "plenary.notifications")
        heard = {each["id"]: each for each in registrations + notifications}  # an event may lie on the log twice
        ours = [each for each in heard.values() if each.get("correlationid") == "story-of-a-cancellation"]
        assert Counter(each["type"] for each in ours) == {
            "registration.cancelled.v1": 1,
            "registration.promoted.v1": 1,
            "notification.queued.v1": 2,
            "notification.sent.v1": 2,
        }
        sent = {each["data"]["recipient"] for each in ours if each["type"] == "notification.sent.v1"}
        assert sent == {chain.people[2], chain.people[SEATS]}


async def test_an_installation_that_was_ended_goes_on_where_it_was(tmp_path: Path) -> None:
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        chain = await registered(here, secretary)
        await chain.cancel(2)  # and ends, before anybody may have heard of it
    async with house(tmp_path) as here, here.client("secretariat") as secretary:
        chain.house, chain.secretary = here, secretary
        await here.settle()
        assert (await chain.standing())[SEATS]["seat"] == 3
        assert len(here.mails()) == PEOPLE + 2
