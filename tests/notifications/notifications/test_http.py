"""The API and the pages: for the secretariat alone."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest

from services.notifications.channels import Answer, Trouble
from services.notifications.notifications.model import Notification, State
from services.notifications.notifications.sender import Mailer
from services.notifications.wording import Templates
from shared.contracts.registrations import RegistrationCancelled
from tests.notifications.house import Clock, Said, confirmed, facts, hears, house, knows, now, person, person_id
from tests.world.site import Site

ID = "6f2c4f0e-7f5e-4c0a-9a53-0d6f3d5a8c12"
PATHS = ("/v1/notifications", f"/v1/notifications/{ID}", "/mails", f"/mails/{ID}")


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Site]:
    async with house(tmp_path) as service:
        yield Site(service, tmp_path)


async def sent(here: Site, *languages: str, answers: tuple[Answer, ...] = ()) -> list[Notification]:
    """One mail for each language, sent (or answered as told)."""
    mails = []
    for n, language in enumerate(languages, 1):
        await knows(here.service, person(n, language))
        mails.append(await confirmed(here.service, n))
    await Mailer(here.service, Said(answers), Templates(), Clock()).step()
    return mails


@pytest.mark.parametrize("path", PATHS)
async def test_nobody_else_reads_mails(here: Site, path: str) -> None:
    async with here.client() as stranger, here.client("chair:x", "focal-point:x", "checkin:x", "observer") as others:
        assert (await stranger.get(path)).status_code == 401
        assert (await others.get(path)).status_code == 403
        assert (await others.post(f"/v1/notifications/{uuid4()}/retry", headers={"If-Match": '"1"'})).status_code == 403


async def test_the_list_is_asked_by_state_person_and_gathering(here: Site) -> None:
    await sent(here, "en", "fa", "ar", answers=(Answer(Trouble.REFUSED, "550 5.1.1 no"),))
    async with here.client("secretariat") as secretary:
        assert len((await secretary.get("/v1/notifications")).json()) == 3
        [failed] = (await secretary.get("/v1/notifications?state=permanent_failure")).json()
        assert failed["attempts"][0]["answer"] == "550 5.1.1 no"
        [one] = (await secretary.get(f"/v1/notifications?recipient={person_id(2)}")).json()
        assert one["recipient"] == str(person_id(2))
        assert (await secretary.get(f"/v1/notifications?gathering={uuid4()}")).json() == []
        assert (await secretary.get("/v1/notifications?state=lost")).status_code == 422
        first = await secretary.get("/v1/notifications?limit=2")
        assert len(first.json()) == 2
        assert 'rel="next"' in first.headers["Link"]


async def test_one_shows_its_text_with_the_name_as_it_is_now(here: Site) -> None:
    [mail] = await sent(here, "fa")
    async with here.client("secretariat") as secretary:
        shown = await secretary.get(f"/v1/notifications/{mail.id}", headers={"Accept-Encoding": "identity"})
        assert shown.headers["ETag"] == '"3"'
        assert shown.json()["wording"]["text"].startswith("نادیا رودبار گرامی،")
        someone = person(1, "fa")
        someone.hear(None)
        await knows(here.service, someone)
        assert "رودبار" not in (await secretary.get(f"/v1/notifications/{mail.id}")).text
        assert (await secretary.get(f"/v1/notifications/{uuid4()}")).status_code == 404


async def test_a_failed_one_is_sent_again_by_whoever_saw_it_last(here: Site) -> None:
    mails = await sent(here, "en", "fa", answers=(Answer(Trouble.REFUSED, "550 5.1.1 no"),))
    fine, failed = sorted(
        [await now(here.service, mail) for mail in mails], key=lambda mail: mail.state is not State.SENT
    )
    path = f"/v1/notifications/{failed.id}/retry"
    async with here.client("secretariat") as secretary:
        assert (await secretary.post(path)).status_code == 428
        assert (await secretary.post(path, headers={"If-Match": '"1"'})).status_code == 412
        tag = (await secretary.get(f"/v1/notifications/{failed.id}")).headers["ETag"]
        done = await secretary.post(path, headers={"If-Match": tag})
        assert (done.status_code, done.json()["state"]) == (200, "queued")
        tag = (await secretary.get(f"/v1/notifications/{fine.id}")).headers["ETag"]
        refused = await secretary.post(f"/v1/notifications/{fine.id}/retry", headers={"If-Match": tag})
        assert (refused.status_code, refused.json()["code"]) == (409, "not-failed")


async def test_a_failed_one_that_is_no_longer_true_is_not_sent_again(here: Site) -> None:
    [failed] = await sent(here, "en", answers=(Answer(Trouble.REFUSED, "550 5.1.1 no"),))
    await hears(here.service, RegistrationCancelled(**facts(1)), 1, 2)
    async with here.client("secretariat") as secretary:
        tag = (await secretary.get(f"/v1/notifications/{failed.id}")).headers["ETag"]
        refused = await secretary.post(f"/v1/notifications/{failed.id}/retry", headers={"If-Match": tag})
        assert (refused.status_code, refused.json()["code"]) == (409, "superseded")


@pytest.mark.parametrize(
    ("language", "title", "direction"),
    [("en", "Mails", "ltr"), ("fa", "رایانامه‌ها", "rtl"), ("ar", "الرسائل الإلكترونية", "rtl")],
)
async def test_the_pages_speak_the_secretarys_language_and_show_each_mail_in_its_own(
    here: Site, language: str, title: str, direction: str
) -> None:
    mails = await sent(here, "fa", "en")
    async with here.client("secretariat") as secretary:
        secretary.headers["Accept-Language"] = language
        page = await secretary.get("/mails")
        assert page.status_code == 200
        assert f'<html lang="{language}" dir="{direction}">' in page.text
        assert f"<h1>{title}</h1>" in page.text
        assert "Your registration is confirmed" in page.text
        one = await secretary.get(f"/mails/{mails[0].id}")
        assert '<article lang="fa" dir="rtl"' in one.text
        assert "نادیا رودبار گرامی،" in one.text
        assert (await secretary.get(f"/mails/{uuid4()}")).status_code == 404


async def test_the_list_of_mails_goes_on_where_it_ended(here: Site) -> None:
    await sent(here, *["en"] * 60)
    async with here.client("secretariat") as secretary:
        assert (await secretary.get("/mails?state=queued")).text.count("<time") == 0
        page = await secretary.get("/mails")
        assert page.text.count("<time") == 50


async def test_what_failed_says_why(here: Site) -> None:
    [mail] = await sent(here, "en", answers=(Answer(Trouble.REFUSED, "550 5.1.1 <script>"),))
    async with here.client("secretariat") as secretary:
        page = await secretary.get(f"/mails/{mail.id}?lang=en")
        assert "Refused" in page.text
        assert "550 5.1.1 &lt;script&gt;" in page.text
