"""The list of gatherings: what was announced to everybody, all of it to the secretariat; and the card of this week."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from services.registration.gatherings import pages
from tests.registration.house import site
from tests.registration.registrations.test_pages import page_of


async def test_the_list_names_what_was_announced_and_no_draft(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client() as anybody:
        draft = page_of(await here.gathering())
        empty = await anybody.get("/gatherings", headers={"Accept-Language": "fa"})
        assert "هنوز چیزی اعلام نشده است" in empty.text
        assert draft not in empty.text


async def test_the_list_leads_to_the_form(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client() as anybody:
        path = page_of(await here.gathering("announce", "open"))
        shown = await anybody.get("/gatherings")
        assert path in shown.text
        assert "registration is open" in shown.text


async def test_the_secretariat_sees_drafts_too_and_finds_them_by_word_and_state(tmp_path: Path) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client() as anybody:
        draft = page_of(await here.gathering(title={"en": "Sediment Workshop", "fa": "کارگاه رسوب"}))
        opened = page_of(await here.gathering("announce", "open"))
        for asked, found in (
            ("", {draft, opened}),
            ("?state=draft", {draft}),
            ("?state=open", {opened}),
            ("?state=held", set()),
            ("?state=nothing", {draft, opened}),
            ("?q=sedim", {draft}),
            ("?q=رسوب", {draft}),
            ("?q=rivers+sediment", set()),
        ):
            shown = (await secretary.get(f"/gatherings{asked}")).text
            assert {path for path in (draft, opened) if f"{path}/overview" in shown} == found, asked
            public = (await anybody.get(f"/gatherings{asked}")).text
            assert draft not in public, "a filter shows nobody what they may not know of"
            assert "/overview" not in public
        assert "/gatherings/new" in (await secretary.get("/gatherings")).text
        assert "/gatherings/new" not in (await anybody.get("/gatherings")).text


async def test_the_list_is_narrowed_by_the_state_that_it_shows(tmp_path: Path) -> None:
    """What is open stands as announced before its window, and as closed after it."""
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        now = here.service.clock()
        day = timedelta(days=1)
        windows = {
            "announced": (now + day, now + 2 * day),
            "open": (now - day, now + day),
            "closed": (now - 2 * day, now - day),
        }
        made = {
            state: page_of(
                await here.gathering(
                    "announce", "open", registration_from=begins.isoformat(), registration_until=ends.isoformat()
                )
            )
            for state, (begins, ends) in windows.items()
        }
        for state, path in made.items():
            shown = (await secretary.get(f"/gatherings?state={state}")).text
            assert [each for each in made.values() if f"{each}/overview" in shown] == [path], state


@pytest.mark.parametrize("q", ["", "basins"])
async def test_the_list_goes_on_where_a_page_ends(tmp_path: Path, q: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "LISTED", 2)
    async with site(tmp_path) as here, here.client("secretariat") as secretary:
        days = [f"2030-03-{day}" for day in (21, 22, 23, 24, 24)]
        made = [
            page_of(await here.gathering(starts_at=f"{day}T09:00:00+03:30", ends_at=f"{day}T18:00:00+03:30"))
            for day in days
        ]
        path, met = f"/gatherings?q={q}&state=draft", list[str]()
        for length in (2, 2, 1):
            shown = (await secretary.get(path)).text
            page = re.findall(r'href="/registration(/gatherings/[^"]+)/overview"', shown)
            assert len(page) == length
            met += page
            following = re.search(r'rel="next" href="/registration([^"]+)"', shown)
            path = following[1].replace("&amp;", "&") if following else ""
        assert path == ""
        assert (sorted(met), met[-1]) == (sorted(made), made[0]), "the latest first, each once"


@pytest.mark.parametrize(("language", "title"), [("en", "This week"), ("fa", "این هفته"), ("ar", "هذا الأسبوع")])
async def test_the_card_of_this_week_counts_and_names_the_nearest_three(
    tmp_path: Path, language: str, title: str
) -> None:
    async with site(tmp_path) as here, here.client("secretariat") as secretary, here.client() as anybody:
        now = here.service.clock()

        async def of(day: float, *steps: str) -> str:
            begins = now + timedelta(days=day)
            times = {"starts_at": begins.isoformat(), "ends_at": (begins + timedelta(hours=8)).isoformat()}
            return page_of(await here.gathering(*steps, **times))

        empty = (await secretary.get(f"/cards/this-week?lang={language}")).text
        assert title in empty
        far, past, second = await of(8, "announce"), await of(-1, "announce"), await of(2, "announce")
        running, next_, third, fourth = await of(-0.1, "announce", "convene"), await of(1), await of(5), await of(6)
        shown = (await secretary.get(f"/cards/this-week?lang={language}")).text
        there = [path for path in (running, next_, second, third, fourth, far, past) if path in shown]
        assert there == [running, next_, second]
        assert (await anybody.get("/cards/this-week")).status_code == 401


@pytest.mark.parametrize(("language", "word"), [("en", "by invitation"), ("fa", "با دعوت"), ("ar", "بدعوة")])
async def test_who_is_not_invited_is_offered_no_form_where_only_the_invited_come(
    tmp_path: Path, language: str, word: str
) -> None:
    async with site(tmp_path) as here, here.client() as anybody:
        rules = {"delegate": "invited", "staff": "invited"}
        invited = await here.gathering("announce", "open", capacity={"delegate": 5, "staff": 2}, admission=rules)
        other = await here.gathering("announce", "open", capacity={"delegate": 5, "guest": 2}, admission={})
        for page in ("/cards/next", "/gatherings"):
            shown = (await anybody.get(f"{page}?lang={language}")).text
            cards = {page_of(path): shown.partition(page_of(path))[2][:900] for path in (invited, other)}
            assert word in cards[page_of(invited)].partition("</article>")[0].partition("</li>")[0]
            assert word not in cards[page_of(other)].partition("</article>")[0].partition("</li>")[0]
        card = (await anybody.get(f"/cards/next?lang={language}")).text
        assert card.count("main-act") == 1, "the button to register, of the one that lets others in"
