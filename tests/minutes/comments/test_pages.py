"""The pages of a review: who reads what of a draft, and what is kept of what was typed."""

import re

from tests.minutes import facts
from tests.minutes.actions.facts import TEXT
from tests.minutes.comments.reviewing import KEEPER, OWN, PERSON, action, circulated, reader
from tests.minutes.house import API, Site, tell
from tests.world.facts import known


async def test_of_actions_a_reviewer_reads_and_comments_on_what_they_answer_for_an_approver_on_all(there: Site) -> None:
    made = await action(there, PERSON[1])
    await circulated(there, PERSON[2])
    about = {"words": "It is not dry.", "said_in": "en", "about": "action", "thing": made}
    for n, sees in ((0, False), (1, True), (2, True)):
        async with reader(there, n) as own:
            page = (await own.get(f"{OWN}?lang=en")).text
            assert (TEXT["en"] in page) is sees, n
            answer = await own.post(f"{API}/comments", json=about)
            assert answer.status_code == (201 if sees else 422), answer.text
    async with there.client("secretariat") as secretary:
        page = (await secretary.get(f"{KEEPER}?lang=en")).text
    assert page.count("It is not dry.") == 2
    assert TEXT["en"] in page


def chosen(page: str) -> list[str]:
    """Who is chosen in each of the fields for approvers."""
    fields = re.findall(r'<select id="approver_\d+".*?</select>', page, re.DOTALL)
    return [next(iter(re.findall(r'value="([^"]*)" selected', each)), "") for each in fields]


async def test_a_refused_circulation_keeps_all_that_was_typed_and_shows_everybody_who_was_named(there: Site) -> None:
    named = [known(f"person {n}") for n in range(6)]
    for n in range(3, 6):
        await there.hear(tell(named[n], facts.recorded(n)))
    await circulated(there, *named)
    async with there.client("secretariat") as secretary:
        page = (await secretary.get(f"{KEEPER}?lang=en")).text
        assert chosen(page) == [str(each) for each in named]
        form = {"comments_until": "2041-03-04T10:30", "approver_1": str(named[2]), "approver_3": str(named[5])}
        stale = await secretary.post(f"{KEEPER}/circulate", data={**form, "version": "1", "key": "a"})
        wrong = await secretary.post(f"{KEEPER}/circulate", data={**form, "comments_until": "soon", "key": "b"})
    assert [each.status_code for each in (stale, wrong)] == [412, 422]
    for answer, until in ((stale, "2041-03-04T10:30"), (wrong, "soon")):
        assert f'value="{until}"' in answer.text
        assert chosen(answer.text) == [str(named[2]), "", str(named[5]), ""]
        assert '<details class="card" open>' in answer.text


async def test_a_comment_says_in_which_language_it_is_that_of_the_page_if_nothing_else_is_chosen(there: Site) -> None:
    await circulated(there)
    comment = {"anchor": "minutes", "words_minutes": "بند سه درست نیست."}
    async with reader(there, 0) as own:
        page = (await own.get(f"{OWN}?lang=en")).text
        offered = re.findall(r'<select id="said_in_minutes".*?</select>', page, re.DOTALL)
        assert re.findall(r'value="(\w+)"( selected)?', offered[0]) == [("en", " selected"), ("fa", ""), ("ar", "")]
        wrong = await own.post(f"{OWN}/comment?lang=en", data={**comment, "said_in_minutes": "xx", "key": "a"})
        assert (wrong.status_code, "said_in_minutes-error" in wrong.text) == (422, True)
        for key, said_in in (("b", {"said_in_minutes": "fa"}), ("c", {})):
            done = await own.post(f"{OWN}/comment?lang=en", data={**comment, **said_in, "key": key})
            assert done.status_code == 303
        page = (await own.get(f"{OWN}?lang=en")).text
        assert '<p class="said" lang="fa" dir="rtl">بند سه درست نیست.</p>' in page
        told = (await own.get(f"{API}/comments")).json()
        assert [each["said_in"] for each in told] == ["fa", "en"]
