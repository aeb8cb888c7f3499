"""The pages of mails: found by what the URL says, mended, and how far an announcement is."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

from services.notifications.announcements.model import Announcement
from services.notifications.channels import Answer, Trouble
from services.notifications.notifications.model import Notification, State
from services.notifications.notifications.sender import Mailer
from services.notifications.wording import Templates
from shared.contracts.registrations import RegistrationCancelled
from shared.store import Stored
from tests.notifications.house import (
    GATHERING,
    START,
    Clock,
    Said,
    confirmed,
    facts,
    hears,
    house,
    knows,
    now,
    person,
    person_id,
)
from tests.world.site import Site

REFUSED = Answer(Trouble.REFUSED, "550 5.1.1 no such mailbox")


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[Site]:
    async with house(tmp_path) as service:
        yield Site(service, tmp_path)


async def sent(here: Site, *languages: str, answers: tuple[Answer, ...] = ()) -> list[Notification]:
    """One mail for each language, sent (or answered as told); each is known as it is then."""
    mails = []
    for n, language in enumerate(languages, 1):
        await knows(here.service, person(n, language))
        mails.append(await confirmed(here.service, n))
    await Mailer(
        here.service, Said(answers), Templates(link=lambda *_: "https://x.example/?link=secret"), Clock()
    ).step()
    return [await now(here.service, mail) for mail in mails]


async def pressed(client: httpx.AsyncClient, page: str, step: str, **typed: str) -> httpx.Response:
    """The form of a step, as the page shows it, filled in and posted."""
    shown = (await client.get(page)).text
    form = re.search(rf'<form[^>]*action="[^"]*/{step}".*?</form>', shown, re.DOTALL)
    assert form, f"there is no form of {step}"
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form[0]))
    return await client.post(f"{page}/{step}", data=hidden | typed)


def listed(page: httpx.Response) -> int:
    return page.text.count("<time")


async def test_the_url_says_whose_mails_and_in_which_state_are_shown(here: Site) -> None:
    await sent(here, "en", "fa", "ar", answers=(REFUSED,))
    async with here.client("secretariat") as secretary:
        everything = await secretary.get("/mails?lang=en")
        assert listed(everything) == 3
        assert "550" not in everything.text
        assert re.search(r'state=sent"[^>]*>Sent</a>.*?<td class="number">2</td>', everything.text, re.DOTALL)
        assert re.search(
            r'state=permanent_failure"[^>]*>Refused</a>.*?<td class="number">1</td>', everything.text, re.DOTALL
        )
        assert listed(await secretary.get("/mails?state=sent")) == 2
        assert listed(await secretary.get(f"/mails?person={person_id(2)}")) == 1
        assert (await secretary.get("/mails?state=lost")).status_code == 422


@pytest.mark.parametrize("asked", [1, 2, 3])
async def test_whoever_was_entered_twice_has_one_list_of_mails_under_each_id(here: Site, asked: int) -> None:
    await sent(here, "en", "fa", "ar", "en")
    merged = [person(1, "en", same_as=person_id(2)), person(2, "fa", same_as=person_id(3)), person(3, "ar")]
    await knows(here.service, *merged)
    async with here.client("secretariat") as secretary:
        page = await secretary.get(f"/mails?person={person_id(asked)}")
        assert (listed(page), merged[2].name in page.text) == (3, True)


async def test_a_long_list_goes_on_until_its_end_and_shows_each_once(here: Site) -> None:
    mails = await sent(here, *["en"] * 60)
    seen: list[str] = []
    async with here.client("secretariat") as secretary:
        path: str | None = "/notifications/mails?state=sent"
        while path:
            page = (await secretary.get(f"http://plenary.test{path}")).text
            seen += re.findall(r'href="/notifications/mails/([0-9a-f-]{36})"', page)
            found = re.search(r'rel="next" href="([^"]+)"', page)
            path = found[1].replace("&amp;", "&") if found else None
    assert sorted(seen) == sorted(str(mail.id) for mail in mails)


async def test_a_mail_shows_no_link_that_lets_anybody_in(here: Site) -> None:
    [mail] = await sent(here, "en")
    async with here.client("secretariat") as secretary:
        page = (await secretary.get(f"/mails/{mail.id}?lang=en")).text
        assert "[a personal link, not shown here]" in page
        assert "secret" not in page.replace("secretariat", "")


async def test_what_failed_is_sent_again_from_its_page_and_once_for_a_form(here: Site) -> None:
    [failed] = await sent(here, "en", answers=(REFUSED,))
    path = f"/mails/{failed.id}"
    async with here.client("secretariat") as secretary:
        page = await secretary.get(f"{path}?lang=en")
        assert f'href="/registration/people/{failed.recipient}/edit?mail={failed.id}"' in page.text
        done = await pressed(secretary, path, "retry")
        assert (done.status_code, done.headers["Location"]) == (303, f"/notifications{path}")
        assert (await now(here.service, failed)).state is State.QUEUED
        late = await secretary.post(f"{path}/retry", data={"key": str(uuid4()), "version": "1"})
        assert late.status_code == 412
        assert "meanwhile" in late.text


async def test_what_is_no_longer_so_is_not_sent_again_and_the_page_says_why(here: Site) -> None:
    [failed] = await sent(here, "en", answers=(REFUSED,))
    await hears(here.service, RegistrationCancelled(**facts(1)), 1, 2)
    async with here.client("secretariat") as secretary:
        secretary.headers["Accept-Language"] = "en"
        refused = await pressed(secretary, f"/mails/{failed.id}", "retry")
        assert refused.status_code == 409
        assert "no longer so" in refused.text
        assert (await secretary.post(f"/mails/{uuid4()}/retry", data={"version": "1"})).status_code == 404


async def test_what_was_sent_is_sent_again_from_its_page_and_both_pages_say_so(here: Site) -> None:
    [sent_once] = await sent(here, "en")
    async with here.client("secretariat") as secretary:
        secretary.headers["Accept-Language"] = "en"
        done = await pressed(secretary, f"/mails/{sent_once.id}", "again")
        assert done.status_code == 303
        repeat = done.headers["Location"].rpartition("/")[2]
        assert repeat in (await secretary.get(f"/mails/{sent_once.id}")).text
        page = (await secretary.get(f"/mails/{repeat}")).text
        assert "Somebody sent this mail again by hand." in page
        assert str(sent_once.id) in page
        refused = await pressed(secretary, f"/mails/{sent_once.id}", "again")
        assert refused.status_code == 409
        assert "being sent again just now" in refused.text


async def test_what_waits_is_held_back_from_its_page_and_can_be_sent_after_all(here: Site) -> None:
    [delayed] = await sent(here, "en", answers=(Answer(Trouble.REFUSED_FOR_NOW, "450 4.2.1 busy"),))
    path = f"/mails/{delayed.id}"
    async with here.client("secretariat") as secretary:
        secretary.headers["Accept-Language"] = "en"
        assert (await pressed(secretary, path, "call-off")).status_code == 303
        assert "It is being held back." in (await secretary.get(path)).text
        await Mailer(here.service, Said(), Templates(), Clock()).step()
        assert "the secretariat held it back" in (await secretary.get(path)).text
        assert (await pressed(secretary, path, "retry")).status_code == 303
        assert (await now(here.service, delayed)).state is State.QUEUED
        assert (await secretary.post(f"{path}/burn", data={"key": "x"})).status_code == 422


async def test_nothing_can_be_done_about_a_mail_to_somebody_who_was_erased(here: Site) -> None:
    [mail] = await sent(here, "en")
    gone = person(1, "en")
    gone.hear(None)
    await knows(here.service, gone)
    async with here.client("secretariat") as secretary:
        assert "<form" not in (await secretary.get(f"/mails/{mail.id}")).text.partition("<main")[2]


async def test_a_gathering_has_its_own_mails_and_another_is_not_there(here: Site) -> None:
    await sent(here, "en", "fa")
    async with here.client("secretariat") as secretary:
        page = await secretary.get(f"/gatherings/{GATHERING}?lang=en")
        assert "Fourth Conference on River Basins" in page.text
        assert listed(page) == 2
        assert listed(await secretary.get(f"/gatherings/{GATHERING}?state=queued")) == 0
        assert (await secretary.get(f"/gatherings/{uuid4()}")).status_code == 404


async def test_a_gathering_shows_how_far_an_announcement_is(here: Site) -> None:
    await sent(here, "en", "fa", "ar")
    told = Announcement(uuid4(), GATHERING, "gathering-cancelled", {}, START, due=START, told=1)
    await here.service.store.commit([Stored(told)])
    async with here.client("secretariat") as secretary:
        page = await secretary.get(f"/gatherings/{GATHERING}?lang=en")
        assert '<progress value="1" max="3"' in page.text
        assert page.headers["Refresh"]
        stored = await here.service.store.get(Announcement, told.id)
        assert stored
        stored.entity.passes, stored.entity.told = 1, 3
        await here.service.store.commit([stored])
        page = await secretary.get(f"/gatherings/{GATHERING}?lang=en")
        assert "3 people were told" in page.text
        assert "Refresh" not in page.headers


async def test_today_says_how_many_failed_and_shows_the_first_three(here: Site) -> None:
    async with here.client("secretariat") as secretary:
        secretary.headers["Accept-Language"] = "en"
        assert "No mail has failed." in (await secretary.get("/cards/failed")).text
        await sent(here, *["en"] * 5, answers=(REFUSED,) * 5)
        card = (await secretary.get("/cards/failed")).text
        assert '<span class="chip bad">5</span>' in card
        assert card.count("/notifications/mails/") == 3
        assert '"/notifications/mails?state=permanent_failure"' in card


async def test_today_says_that_no_mail_leaves_the_house(here: Site) -> None:
    await sent(here, "en", "fa", answers=(Answer(Trouble.TECHNICAL, "connection refused"),) * 2)
    async with here.client("secretariat") as secretary:
        card = (await secretary.get("/cards/failed?lang=en")).text
        assert "the mail server takes none. 2 wait" in card
        assert "No mail has failed." not in card


@pytest.mark.parametrize("path", ["/mails", f"/gatherings/{GATHERING}", "/cards/failed"])
async def test_nobody_else_sees_the_desk(here: Site, path: str) -> None:
    async with here.client() as stranger, here.client("chair:x", "focal-point:x", "checkin:x", "observer") as others:
        assert (await stranger.get(path)).status_code == 401
        assert (await others.get(path)).status_code == 403
