"""The pages of a review: who reads what of a draft, and what is kept of what was typed."""

from tests.minutes.actions.facts import TEXT
from tests.minutes.comments.reviewing import KEEPER, OWN, PERSON, action, circulated, reader
from tests.minutes.house import API, Site


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
